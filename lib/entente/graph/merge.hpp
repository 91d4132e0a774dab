// Merges the networks of many articles: the same actors become one, and relations keep the evidence of all articles.
//
//   entente::NetworkMerger merger;
//   for (const entente::Article& article : articles) {
//     merger.add(pipeline.read(article));
//   }
//   const entente::Network all = merger.finish();
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/identify.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// How a merge decides which persons are the same.
enum class MergePersons : std::uint8_t {
  ById,              // by the ids that each article gives them; the grouping of merges does not matter
  Identified,        // from all articles together (see identify.hpp); networks are kept until finish()
  IdentifiedBefore,  // the networks already have the ids that Identified would give, as those of tools/spark do; the
                     // grouping of merges does not matter
  Decided,           // the ids of all actors were decided before
};

// Makes the union of the networks that are added. The result does not depend on their order nor, except with
// MergePersons::Identified, on the grouping of merges, and merging a network with itself changes nothing.
//
//   Articles are the same if id, title, date and source are; others with the same id get the ids "id~2", "id~3" …
//   Actors are the same if kind and id are. Companies match with and without their legal form ("Halden Inc.",
//   "Halden"),
//     known leaders of countries by surname or with an initial ("Trump", "Donald J. Trump"). Any other person with a
//     single name in an article ("Smith") is never the same as one of another article. Different actors with one id get
//     the ids "georgia~place" or "smith~ARTICLE".
//   Aliases, mentions and evidence are united; identical evidence counts once. Of several names or descriptions the
//     longest is kept (then the first in byte order). With more than one article, salience is the share of an actor in
//     the mentions of each article, averaged over the articles.
//   Relations are folded as in assemble, and sum up their evidence again. Relations without evidence are dropped.
//
// Order: articles by id, actors by first mention, relations by first evidence. Not for use by several threads at once.
class ENTENTE_EXPORT NetworkMerger {
 public:
  // Uses the vocabularies of the networks: the shipped types and the types that each network adds. Networks with
  // relations of a user's type must agree on its definition (Network::set_relation_types).
  NetworkMerger();
  // The same with another way to identify persons.
  explicit NetworkMerger(MergePersons persons);
  // Uses this vocabulary and the types that the networks add to it.
  explicit NetworkMerger(const RelationTypes& types, MergePersons persons = MergePersons::ById);
  ~NetworkMerger();
  NetworkMerger(NetworkMerger&&) noexcept;
  NetworkMerger& operator=(NetworkMerger&&) noexcept;

  // Adds a copy.
  void add(const Network& network);
  // Moves the texts out of the network, which is in a valid but unspecified state afterwards.
  void add(Network&& network);
  // The merged network. The merger is empty afterwards.
  Network finish();
  // The persons that the last finish() joined, with MergePersons::Identified.
  const std::vector<Join>& joins() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The union of the networks, as NetworkMerger makes it.
ENTENTE_EXPORT Network merge(std::span<const Network> networks);
// The same with this vocabulary and the types that the networks add to it.
ENTENTE_EXPORT Network merge(std::span<const Network> networks, const RelationTypes& types);

}  // namespace entente
