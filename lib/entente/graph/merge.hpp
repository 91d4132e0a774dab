// Networks of many articles → one: actors that are the same become one, relations keep the evidence of all articles.
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

// How a merge tells who is who.
enum class MergePersons : std::uint8_t {
  ById,              // by what each article says alone; any grouping of merges gives the same
  Identified,        // from all articles together (see identify.hpp); networks are kept until finish()
  IdentifiedBefore,  // they have the ids that Identified would give (see person_register.hpp); any grouping of merges
                     // gives what Identified gives of all
  Decided,           // the ids of all actors say it: somebody has decided already
};

// The union of the networks that were added. It depends on the set of what they say alone: any order and, but for
// MergePersons::Identified, any grouping of merges gives the same network, and merging one with itself changes nothing.
//
//   Articles are the same where id, title, date and source are; others of the same id get the id "id~2", "id~3" …
//   Actors are the same where kind and id are; firms also with and without their legal form ("Halden Inc.", "Halden"),
//     and those who are known to lead a country by their surname or with an initial ("Trump", "Donald J. Trump"). Any
//     other person known by a single name in an article ("Smith") is never taken for one of another article. What
//     shares an id but is not the same gets the id "georgia~place" or "smith~ARTICLE".
//   Aliases, mentions and evidence are united; evidence of one place counts once. Of several names or descriptions the
//     longest is kept (then the first in byte order). With more than one article, salience is the share of an actor in
//     the mentions of each article, averaged over the articles.
//   Relations are folded as assemble folds those of one article, and sum up their evidence anew. Those without evidence
//     are dropped.
//
// Order: articles by id, actors by first mention, relations by first evidence. Not for use by several threads at once.
class ENTENTE_EXPORT NetworkMerger {
 public:
  // With the vocabularies of the networks: the types that ship, and what each network adds to them. Of a type of the
  // user's own every network that has relations of it must say the same (Network::set_relation_types).
  NetworkMerger();
  // The same, telling persons apart in that way.
  explicit NetworkMerger(MergePersons persons);
  // With this vocabulary and what the networks add to it, telling persons apart in that way.
  explicit NetworkMerger(const RelationTypes& types, MergePersons persons = MergePersons::ById);
  ~NetworkMerger();
  NetworkMerger(NetworkMerger&&) noexcept;
  NetworkMerger& operator=(NetworkMerger&&) noexcept;

  // Adds a copy.
  void add(const Network& network);
  // Takes the texts out of the network instead of copying them; what is left in it has no meaning.
  void add(Network&& network);
  // The merged network. The merger is empty afterwards.
  Network finish();
  // What the last finish() has joined, where persons were to be identified.
  const std::vector<Join>& joins() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The union of all, as NetworkMerger makes it.
ENTENTE_EXPORT Network merge(std::span<const Network> networks);
// The same with this vocabulary and what the networks add to it.
ENTENTE_EXPORT Network merge(std::span<const Network> networks, const RelationTypes& types);

}  // namespace entente
