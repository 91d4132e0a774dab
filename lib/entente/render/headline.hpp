// Uses the headline of an article: the relations that it reports, and the parts of a picture that only it connects.
#pragma once

#include <string_view>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// The actors named in the title, in its order, each once; of nested names the longest counts.
std::vector<Vertex> named_in(std::string_view title, const Network& network);

// Marks the lines whose relations are in the headline, if the network is of one article; lines of offices and belonging
// only if there are no others: in "Germany bans Mahan Air of Iran" the last one is not news.
void mark_headline(const Network& network, std::vector<VertexLine>& lines);

// For a network of one article: lines without a relation from the first actor of the headline that has a line, to the
// other actors of the headline that no line connects with it. At most four.
void join_by_headline(const Network& network, std::vector<VertexLine>& lines);

}  // namespace entente
