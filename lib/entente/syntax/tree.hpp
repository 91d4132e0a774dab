// Finds the best dependency tree from scores of single arcs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::inline v0_1 {

// scores: (size + 1) × stride floats; row d holds the scores of the arcs to dependent d from each head 0..size, where
// node 0 is the root; row 0 is not read. Returns the heads of nodes 1..size (index 0 unused): the tree with the largest
// sum of scores in which exactly one node depends on the root and no two arcs cross (Eisner 1996). O(size³), and
// O(size²) if the best heads of the words already form such a tree. Crossing arcs are not considered: they are very
// rare in English, and mostly wrong where a parser finds them.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t size, std::size_t stride);

}  // namespace entente
