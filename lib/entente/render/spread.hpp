// Places actors on a plane so that distances correspond to their distances in the network.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente::inline v0_1 {

// Stress majorization (Gansner, Koren, North 2004) of the lengths of shortest paths, with a fixed start. One point for
// each of `count` actors; parts without connection lie apart. Takes n² memory and time: for pictures, not for corpora.
std::vector<Point> spread(std::size_t count, const std::vector<std::pair<std::size_t, std::size_t>>& lines);

}  // namespace entente
