// Queries: which actors are connected, and how. Every query takes the network, the actors (find_actor returns them for
// names) and a RelationMatcher that selects relations ({} selects all), and returns a value. The same network gives the
// same answer.
//
//   const auto putin = find_actor(network, "putin");
//   for (const Neighbor& neighbor : neighbors(network, putin)) { … network[neighbor.actor].name … }
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <entente/base/dates.hpp>
#include <entente/export.hpp>
#include <entente/graph/filter.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// The direction in which relations are followed.
enum class Direction : std::uint8_t { Both, Out, In };

// An actor that can be reached from another actor.
struct Neighbor {
  Vertex actor = 0;
  unsigned distance = 0;    // the number of relations on the shortest way, at least 1
  std::vector<Edge> edges;  // its relations with actors whose distance is one less, in the network's order
};

// The limits of a search for neighbors.
struct NeighborOptions {
  unsigned depth = 1;  // the largest distance
  Direction direction = Direction::Both;
};

// The actors that can be reached with at most `depth` relations: the nearest first, then those with more edges, then by
// id.
ENTENTE_EXPORT std::vector<Neighbor> neighbors(const Network& network, Vertex actor,
                                               const NeighborOptions& options = {},
                                               const RelationMatcher& matcher = {});

// The relations between two actors in both directions, in the network's order.
ENTENTE_EXPORT std::vector<Edge> between(const Network& network, Vertex a, Vertex b,
                                         const RelationMatcher& matcher = {});

// An actor that is related to two others, with its relations to each of them.
struct CommonActor {
  Vertex actor = 0;
  std::vector<Edge> to_first;
  std::vector<Edge> to_second;
};

// The actors that are related to both, ordered by the smaller of their two numbers of relations, the largest first,
// then by id.
ENTENTE_EXPORT std::vector<CommonActor> common(const Network& network, Vertex a, Vertex b,
                                               const RelationMatcher& matcher = {});

// A path from one actor to another; edges[i] joins actors[i] and actors[i + 1], in either direction.
struct Path {
  std::vector<Vertex> actors;
  std::vector<Edge> edges;  // the most certain relation of each pair
  double confidence = 1.0;  // the product of the confidences of the edges
};

// Selects paths.
struct PathOptions {
  unsigned max_hops = 6;   // the largest number of relations in a path
  bool directed = false;   // follows relations only from source to target; symmetric types in both directions
  bool all = false;        // finds every path without repeated actors, not only the best of the shortest
  std::size_t most = 100;  // the largest number of paths
};

// The paths between two actors.
struct Paths {
  std::vector<Path> paths;    // the shortest first, then the more certain first
  std::size_t reachable = 0;  // if there is no path: the number of actors that `from` reaches within max_hops
  bool cut = false;           // there are more paths than `most`
};

// Finds how two actors are connected, by a breadth-first search. The matcher decides whether negated relations count: a
// reader expects RelationFilter{.negated = false}, which excludes them. The network's vocabulary determines which types
// are symmetric.
ENTENTE_EXPORT Paths find_paths(const Network& network, Vertex from, Vertex to, const PathOptions& options = {},
                                const RelationMatcher& matcher = {});
// The same with a vocabulary other than the network's own.
ENTENTE_EXPORT Paths find_paths(const Network& network, Vertex from, Vertex to, const RelationTypes& types,
                                const PathOptions& options = {}, const RelationMatcher& matcher = {});

// The connected components: sets of actors that any number of relations connect. The largest first; each in order of
// id.
ENTENTE_EXPORT std::vector<std::vector<Vertex>> components(const Network& network, const RelationMatcher& matcher = {});

// One piece of evidence on a timeline, with its day or span of days.
struct TimelineEntry {
  Date from;                // the first day
  Date to;                  // the last day
  bool of_article = false;  // the text names no day, so it is the date of the article
  Edge edge;
  std::size_t evidence = 0;  // index into the relation's evidence
};

// The evidence for the relations of all actors or of one, by day, the earliest first. Evidence without a day is left
// out.
ENTENTE_EXPORT std::vector<TimelineEntry> timeline(const Network& network, std::optional<Vertex> actor = {},
                                                   const RelationMatcher& matcher = {});

// The part of the network with these actors (all if the list is empty) and the relations between them. Keeps all
// articles, and all evidence of the relations.
ENTENTE_EXPORT Network subgraph(const Network& network, const std::vector<Vertex>& actors,
                                const RelationMatcher& matcher = {});

// The part of the network with the actor, its neighbors up to that depth, and all relations between them.
ENTENTE_EXPORT Network ego(const Network& network, Vertex actor, unsigned depth = 1,
                           const RelationMatcher& matcher = {});

}  // namespace entente
