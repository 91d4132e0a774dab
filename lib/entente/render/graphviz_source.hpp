// Networks as a plain file for Graphviz, for users who lay them out and style them themselves. What the picture's own
// DOT looks like is for scene.hpp: that one has every position in it.
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// A node for each actor, called by its id and labeled with its name; an edge for each relation, labeled with what it
// says, its sentences as tooltip; colors, outlines and arrows as in pictures. No positions: `dot -Tsvg` lays it out, or
// `sfdp`. Text of articles is text there: neither escapes (a backslash and N) nor markup of Graphviz are read in it.
// The same network gives the same bytes.
ENTENTE_EXPORT std::string write_graphviz(const Network& network);
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_graphviz(const Network& network, const RelationTypes& types);

}  // namespace entente
