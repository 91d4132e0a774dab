// The most important actors, and communities of actors.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/filter.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// The measure of importance.
enum class RankBy : std::uint8_t {
  Pagerank,     // the share of visits of a random walk along relations, in both directions; the sum is 1
  Betweenness,  // the share of the shortest paths between other actors that go through the actor
  Degree,       // the number of relations
  Mentions,     // the number of mentions
};

// "pagerank" → Pagerank; nothing for other names.
ENTENTE_EXPORT std::optional<RankBy> rank_by(std::string_view name);

// An actor with its score in the unit of the RankBy.
struct RankedActor {
  Vertex actor = 0;
  double score = 0.0;
};

// All actors, the highest score first, then by id. Negated relations count like others unless the matcher excludes them
// (RelationFilter{.negated = false}), as the command line does. Throws Error (Usage) if the network is too large for
// betweenness (the exact method takes actors × relations steps: Brandes 2001).
ENTENTE_EXPORT std::vector<RankedActor> rank(const Network& network, RankBy by, const RelationMatcher& matcher = {});

// Communities: actors that have more relations with each other than with the rest (modularity by the Louvain method:
// Blondel et al. 2008, in a fixed order). The largest first; each by id. Actors without a relation are left out.
ENTENTE_EXPORT std::vector<std::vector<Vertex>> groups(const Network& network, const RelationMatcher& matcher = {});

}  // namespace entente
