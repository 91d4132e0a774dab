// Connected components (union by root, Tarjan 1975).
#pragma once

#include <cstddef>
#include <numeric>
#include <vector>

namespace entente::inline v0_1 {

class Forest {
 public:
  explicit Forest(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }

  // Returns whether the two were not connected before.
  bool join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[a] = b;
    return a != b;
  }
  bool joined(std::size_t a, std::size_t b) { return root(a) == root(b); }

 private:
  std::size_t root(std::size_t at) {
    while (parent_[at] != at) {
      at = parent_[at] = parent_[parent_[at]];
    }
    return at;
  }
  std::vector<std::size_t> parent_;
};

}  // namespace entente
