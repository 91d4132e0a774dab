// Networks as GEXF 1.2, for Gephi and NetworkX (gexf.net).
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente {

// Nodes have the ids of actors and are labelled with their names, edges with the types of relations; attributes are
// what docs/graph-format.md lists for other formats. The same network gives the same bytes.
ENTENTE_EXPORT std::string write_gexf(const Network& network);

}  // namespace entente
