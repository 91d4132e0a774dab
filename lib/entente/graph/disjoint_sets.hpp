// Disjoint sets with union and find (Galler and Fischer 1964; Tarjan 1975).
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <numeric>
#include <utility>
#include <vector>

namespace entente::inline v0_1 {

// Starts with a set for each of the numbers below `size`.
class DisjointSets {
 public:
  explicit DisjointSets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }

  // The smallest number of the set.
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) {
      x = parent_[x] = parent_[parent_[x]];
    }
    return x;
  }

  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

  // All sets, by their smallest numbers.
  std::vector<std::vector<std::uint32_t>> sets() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
    for (std::uint32_t x = 0; x < parent_.size(); ++x) {
      by_root[find(x)].push_back(x);
    }
    std::vector<std::vector<std::uint32_t>> all;
    all.reserve(by_root.size());
    for (auto& [root, members] : by_root) {
      all.push_back(std::move(members));
    }
    return all;
  }

 private:
  std::vector<std::uint32_t> parent_;
};

}  // namespace entente
