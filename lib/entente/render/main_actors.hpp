// Who stands in a picture.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

struct MainActorsOptions {
  std::size_t top = 25;                                         // at most so many; 0 for all
  Vertex center = boost::graph_traits<Network>::null_vertex();  // its lines come first
  bool news_first = true;  // offices and belonging are the background of what happens, see below
};

// By vertex, whether it is chosen: the most salient actors that have a line among themselves. What the headline says
// comes first, then lines whose lesser end is the most salient; they bring their ends with them until there are enough.
//
// Where something happens (news_first), a line that tells nothing but offices and belonging brings in whom it joins
// with what happens, while the picture is small; what only such lines join to one another stays out ("A is part of B").
std::vector<bool> main_actors(const Network& network, const std::vector<VertexLine>& lines,
                              const MainActorsOptions& options);

}  // namespace entente
