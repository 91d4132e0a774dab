// The best dependency tree under scores of single arcs.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente {

// scores: (size + 1) × stride floats; row d holds the scores of the arcs to dependent d from each head 0..size, where
// node 0 is the root; row 0 is not read. Returns the heads of nodes 1..size (index 0 unused): the maximum spanning
// arborescence in which exactly one node hangs by the root (Chu and Liu 1965, Edmonds 1967, in Tarjan's order for
// dense graphs: O(size²) and a little more for nested cycles). Greedy where that already gives a tree.
std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t size, std::size_t stride);

}  // namespace entente
