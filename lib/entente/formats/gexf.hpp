// Networks as GEXF 1.3, for Gephi (gexf.net).
#pragma once

#include <array>
#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Colors as "#rrggbb", by ActorKind and by RelationFamily. For an empty one the program that reads the file chooses.
struct GexfColors {
  std::array<std::string, 6> actors;
  std::array<std::string, 6> families;
};

// Nodes have the ids and names of actors, edges the labels of relations; attributes are the fields that
// docs/graph-format.md lists for other formats. Gephi keeps one edge of a kind between two nodes, so parallel relations
// get kinds of their own
// ("visits", "visits 2"). Weights count the evidence. Spells are the days that the text states, or else the date of the
// article. The size of a node grows with salience, and the most salient nodes are in the middle. The same network gives
// the same bytes.
ENTENTE_EXPORT std::string write_gexf(const Network& network, const GexfColors& colors = {});
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_gexf(const Network& network, const RelationTypes& types,
                                      const GexfColors& colors = {});

}  // namespace entente
