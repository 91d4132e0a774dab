// What the headline of an article says, and the parts of a picture that it alone connects.
#pragma once

#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// The actors that the title names, in its order, each once; of names inside one another the longest counts.
std::vector<Vertex> named_in(std::string_view title, const Network& network);

// Marks the lines that the headline tells, where the network is of one article; those of offices and belonging only
// where it tells nothing else: in "Germany bans Mahan Air of Iran" the last is no news. Lines hold vertices.
void mark_headline(const Network& network, std::vector<DrawnLine>& lines);

// The network of one article: from the first actor that its headline names and that has a line, lines without a
// relation to those that the headline names too and that no line joins with it. Lines hold vertices. At most four.
void join_by_headline(const Network& network, std::vector<DrawnLine>& lines);

}  // namespace entente
