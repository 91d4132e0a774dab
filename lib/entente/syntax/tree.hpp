// The best dependency tree under scores of single arcs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::inline v0_1 {

// scores: (size + 1) × stride floats; row d holds the scores of the arcs to dependent d from each head 0..size, where
// node 0 is the root; row 0 is not read. Returns the heads of nodes 1..size (index 0 unused): the tree with the largest
// sum of scores in which exactly one node depends on the root and no two arcs cross (Eisner 1996). O(size³), and
// O(size²) where each word's best head already gives such a tree. English hardly ever crosses its arcs; a parser that
// does is mostly wrong.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t size, std::size_t stride);

}  // namespace entente
