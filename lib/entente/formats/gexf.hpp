// Networks as GEXF 1.3, for Gephi (gexf.net).
#pragma once

#include <array>
#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// "#rrggbb" by ActorKind and by RelationFamily; the program that reads the file chooses where one is empty.
struct GexfColors {
  std::array<std::string, 6> actors;
  std::array<std::string, 6> families;
};

// Nodes have the ids of actors and are labeled with their names, edges with what they say; attributes are what
// docs/graph-format.md lists for other formats. Gephi keeps one edge of a kind between two nodes, so each relation has
// a kind of its own there ("visits", "visits 2"). Weights count the evidence; spells are the days that the text gives,
// or else the article's; size grows with salience, and the most salient stand in the middle. The same network gives the
// same bytes.
ENTENTE_EXPORT std::string write_gexf(const Network& network, const GexfColors& colors = {});
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_gexf(const Network& network, const RelationTypes& types,
                                      const GexfColors& colors = {});

}  // namespace entente
