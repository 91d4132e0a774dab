// Which relations a query looks at.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Every setting narrows; the defaults let everything through.
struct RelationFilter {
  std::vector<std::string> types = {};        // one of these; empty for all
  std::vector<RelationFamily> families = {};  // one of these; empty for all
  std::vector<Status> statuses = {};          // one of these; empty for all
  bool negated = true;                        // false leaves out what is said not to hold
  float min_confidence = 0.0F;
  // Of these, one and the same place of evidence must satisfy all that are given.
  std::string speaker = {};  // id of the actor to whom it is attributed
  std::string article = {};  // id
  std::string since = {};    // "2023-03-18": of that day or later
  std::string until = {};    // of that day or earlier
  std::string source = {};   // words in the source or the outlet of the article, whatever their case
  // Of the evidence that satisfies these, at least so much; copies of one sentence count once (see reports.hpp).
  std::size_t min_evidence = 0;  // sentences
  std::size_t min_articles = 0;
};

// A filter made ready for one network. It is a predicate of edges for boost::filtered_graph too; the network and the
// types must outlive it. Copies share the filter.
class ENTENTE_EXPORT RelationMatcher {
 public:
  // Lets everything through.
  RelationMatcher() = default;
  // Throws Error: Usage for a type that neither the vocabulary nor the network has and for dates that are none,
  // NotFound for an article that the network does not have.
  RelationMatcher(const Network& network, RelationFilter filter, const RelationTypes& types);
  // With the network's own vocabulary.
  RelationMatcher(const Network& network, RelationFilter filter)
      : RelationMatcher(network, std::move(filter), network.relation_types()) {}

  // Whether the relation of that edge passes.
  bool operator()(Edge edge) const { return network_ == nullptr || matches((*network_)[edge]); }
  // Whether the relation passes.
  bool matches(const Relation& relation) const;
  // Whether this one place of evidence passes what a filter asks of evidence.
  bool matches(const Evidence& evidence) const;

 private:
  bool has_family(std::string_view type) const;

  const Network* network_ = nullptr;
  std::shared_ptr<const RelationFilter> filter_;
  const RelationTypes* types_ = nullptr;
  bool by_evidence_ = false;
  std::vector<bool> in_source_;  // by article; empty for any source
};

// The days that the evidence speaks of: those of its time expression, else the day of its article ("" where unknown).
struct EvidenceDays {
  std::string_view from;
  std::string_view to;
  bool of_article = false;
};
// Those days for one place of evidence.
ENTENTE_EXPORT EvidenceDays days_of(const Network& network, const Evidence& evidence);

}  // namespace entente
