// Who is connected to whom. Every query takes the network, the actors (find_actor gives them for names) and the
// relations to look at (a RelationMatcher; {} for all), and returns a value. The same network gives the same answer.
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

// Which way relations are followed.
enum class Direction : std::uint8_t { Both, Out, In };

// An actor that is reached from another.
struct Neighbor {
  Vertex actor = 0;
  unsigned distance = 0;    // in relations, at least 1
  std::vector<Edge> edges;  // to actors that are one nearer, in the network's order
};

// How far neighbors are looked for, and which way.
struct NeighborOptions {
  unsigned depth = 1;
  Direction direction = Direction::Both;
};

// Actors that are reached within so many relations: the nearest first, then those with more edges, then by id.
ENTENTE_EXPORT std::vector<Neighbor> neighbors(const Network& network, Vertex actor,
                                               const NeighborOptions& options = {},
                                               const RelationMatcher& matcher = {});

// The relations between two actors, either way, in the network's order.
ENTENTE_EXPORT std::vector<Edge> between(const Network& network, Vertex a, Vertex b,
                                         const RelationMatcher& matcher = {});

// An actor that two others have in common, with its relations to either.
struct CommonActor {
  Vertex actor = 0;
  std::vector<Edge> to_first;
  std::vector<Edge> to_second;
};

// Actors that are related to both: those with the most relations to the less related of the two first, then by id.
ENTENTE_EXPORT std::vector<CommonActor> common(const Network& network, Vertex a, Vertex b,
                                               const RelationMatcher& matcher = {});

// From one actor to another; edges[i] is between actors[i] and actors[i + 1], in either direction.
struct Path {
  std::vector<Vertex> actors;
  std::vector<Edge> edges;  // the most certain of those between the two
  double confidence = 1.0;  // the product of theirs
};

// Which paths are looked for.
struct PathOptions {
  unsigned max_hops = 6;
  bool directed = false;   // only from source to target; types without direction go both ways
  bool all = false;        // every path without a circle, not only the best of the shortest
  std::size_t most = 100;  // no more paths than this
};

// The paths between two actors.
struct Paths {
  std::vector<Path> paths;    // shortest first, then the more certain first; empty where there is none
  std::size_t reachable = 0;  // how many actors `from` reaches within max_hops, where there is no path
  bool cut = false;           // there are more than `most`
};

// How they are connected: breadth-first over actors. Relations that are negated are left out, unless the matcher was
// made for them: pass RelationFilter{.negated = false} for what a reader expects. The network's vocabulary says which
// types have no direction.
ENTENTE_EXPORT Paths find_paths(const Network& network, Vertex from, Vertex to, const PathOptions& options = {},
                                const RelationMatcher& matcher = {});
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT Paths find_paths(const Network& network, Vertex from, Vertex to, const RelationTypes& types,
                                const PathOptions& options = {}, const RelationMatcher& matcher = {});

// Sets of actors that are connected with each other, by any number of relations: the largest first; each in order of
// id.
ENTENTE_EXPORT std::vector<std::vector<Vertex>> components(const Network& network, const RelationMatcher& matcher = {});

// What one place of evidence says of one day or span of days.
struct TimelineEntry {
  Date from;                // the first day
  Date to;                  // the last day
  bool of_article = false;  // the day is that of the article: the text gives no other
  Edge edge;
  std::size_t evidence = 0;  // index into the relation's evidence
};

// What is said of each day, the earliest first; evidence without any date is left out. Of all actors, or of one.
ENTENTE_EXPORT std::vector<TimelineEntry> timeline(const Network& network, std::optional<Vertex> actor = {},
                                                   const RelationMatcher& matcher = {});

// The part of the network with those actors (all where empty) and the relations between them. Articles stay as they
// are; relations keep all their evidence.
ENTENTE_EXPORT Network subgraph(const Network& network, const std::vector<Vertex>& actors,
                                const RelationMatcher& matcher = {});

// The actor, who is within so many relations of it, and all relations between them.
ENTENTE_EXPORT Network ego(const Network& network, Vertex actor, unsigned depth = 1,
                           const RelationMatcher& matcher = {});

}  // namespace entente
