// The most central actors, and who belongs together.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/filter.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// What makes an actor important.
enum class RankBy : std::uint8_t {
  Pagerank,     // how often a walk from actor to actor along relations, either way, comes by; all sum to 1
  Betweenness,  // share of the shortest paths between others that go through the actor
  Degree,       // number of relations
  Mentions,     // number of places that name the actor
};

// "pagerank" → Pagerank; nothing for other names.
ENTENTE_EXPORT std::optional<RankBy> rank_by(std::string_view name);

// An actor with its score; what that counts, RankBy says.
struct RankedActor {
  Vertex actor = 0;
  double score = 0.0;
};

// All actors, the highest first, then by id. Negated relations count as others do, unless the matcher leaves them out
// (RelationFilter{.negated = false}), as the command line does. Throws Error (Usage) for the betweenness of a network
// too large for it (the exact method takes actors × relations steps: Brandes 2001).
ENTENTE_EXPORT std::vector<RankedActor> rank(const Network& network, RankBy by, const RelationMatcher& matcher = {});

// Communities: actors that have more relations with each other than with the rest (modularity by the Louvain method:
// Blondel et al. 2008, in a fixed order). The largest first; each by id. Actors without a relation are left out.
ENTENTE_EXPORT std::vector<std::vector<Vertex>> groups(const Network& network, const RelationMatcher& matcher = {});

}  // namespace entente
