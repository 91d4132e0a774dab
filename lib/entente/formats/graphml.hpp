// Networks as GraphML, for NetworkX, igraph, yEd, Gephi, Cytoscape (graphml.graphdrawing.org).
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente {

// Nodes have the ids of actors; their data and that of edges is what docs/graph-format.md lists for other formats.
// The articles are data of the graph, as JSON. The same network gives the same bytes.
ENTENTE_EXPORT std::string write_graphml(const Network& network);

}  // namespace entente
