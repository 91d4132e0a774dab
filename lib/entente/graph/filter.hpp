// Selects the relations of a query.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/base/dates.hpp>
#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Every setting restricts the selection; the defaults select everything.
struct RelationFilter {
  std::vector<std::string> types = {};        // one of these; empty for all
  std::vector<RelationFamily> families = {};  // one of these; empty for all
  std::vector<Status> statuses = {};          // one of these; empty for all
  bool negated = true;                        // false excludes negated relations
  float min_confidence = 0.0F;
  // One piece of evidence must satisfy all of the following.
  std::string speaker = {};  // id of the actor to whom the statement is attributed
  std::string article = {};  // id
  Date since = {};           // of that day or later; "" for no limit
  Date until = {};           // of that day or earlier; likewise
  std::string source = {};   // words in the source or the outlet of the article, in any case
  // Minimum amounts of evidence that satisfies them; copies of one sentence count once (see reports.hpp).
  std::size_t min_evidence = 0;  // sentences
  std::size_t min_articles = 0;
};

// A filter applied to one network; also a predicate of edges for boost::filtered_graph. The network and the types must
// outlive it. Copies share the filter.
class ENTENTE_EXPORT RelationMatcher {
 public:
  // Selects everything.
  RelationMatcher() = default;
  // Throws Error: Usage for a type that neither the vocabulary nor the network has and for dates that are no days,
  // NotFound for an article that the network does not have.
  RelationMatcher(const Network& network, RelationFilter filter, const RelationTypes& types);
  // With the network's own vocabulary.
  RelationMatcher(const Network& network, RelationFilter filter)
      : RelationMatcher(network, std::move(filter), network.relation_types()) {}

  // Is the relation of that edge selected?
  bool operator()(Edge edge) const { return network_ == nullptr || matches((*network_)[edge]); }
  // Is the relation selected?
  bool matches(const Relation& relation) const;
  // Does this piece of evidence satisfy the filter?
  bool matches(const Evidence& evidence) const;

 private:
  bool has_family(std::string_view type) const;

  const Network* network_ = nullptr;
  std::shared_ptr<const RelationFilter> filter_;
  const RelationTypes* types_ = nullptr;
  bool by_evidence_ = false;
  std::vector<bool> in_source_;  // by article; empty for any source
};

// The first and the last day of a piece of evidence: those of its time expression (of one that is open on one side, the
// day that is known, twice), or else the date of its article.
struct EvidenceDays {
  std::string_view from;  // a Date that the network owns
  std::string_view to;
  bool of_article = false;  // no day is known from the time expression
};
// The days of one piece of evidence. The network must outlive them.
ENTENTE_EXPORT EvidenceDays days_of(const Network& network, const Evidence& evidence);

}  // namespace entente
