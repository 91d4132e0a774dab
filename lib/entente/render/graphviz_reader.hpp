// A DOT text → a graph of Graphviz whose parts are numbered in the order of the text.
#pragma once

#include <string>

struct Agraph_s;  // Graphviz's Agraph_t

namespace entente::inline v0_1 {

// Graphviz itself numbers what has a name by the address at which it keeps the name, and visits subgraphs by these
// numbers: clusters would come in an order that depends on where memory lies, and with them routes of lines. Returns
// nullptr where the text cannot be read. The caller closes the graph. Not safe for threads, as all of Graphviz.
Agraph_s* read_graph(const std::string& dot);

}  // namespace entente
