// Networks as GraphML, for NetworkX, igraph, yEd, Gephi, Cytoscape (graphml.graphdrawing.org).
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Nodes have the ids and names of actors, edges the labels of relations; the weight of an edge is the number of its
// pieces of evidence. Other data are the fields that docs/graph-format.md lists for other formats. The articles are
// data of the graph, as JSON. The same network gives the same bytes.
ENTENTE_EXPORT std::string write_graphml(const Network& network);
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_graphml(const Network& network, const RelationTypes& types);

}  // namespace entente
