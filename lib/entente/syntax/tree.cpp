#include <entente/syntax/tree.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace entente::inline v0_1 {

namespace {

constexpr float Never = -std::numeric_limits<float>::infinity();

using Heads = std::vector<std::uint32_t>;

// Each word's best head: most often a tree already.
Heads greedy(std::span<const float> scores, std::size_t size, std::size_t stride) {
  Heads heads(size + 1, 0);
  for (std::uint32_t d = 1; d <= size; ++d) {
    const auto score = [&](std::uint32_t head) { return scores[d * stride + head]; };
    for (std::uint32_t h = 1; h <= size; ++h) {
      if (h != d && score(h) > score(heads[d])) {
        heads[d] = h;
      }
    }
  }
  return heads;
}

bool has_cycle(const Heads& heads) {
  std::vector<std::uint32_t> walk(heads.size(), 0);  // in which a node was seen
  for (std::uint32_t start = 1; start < heads.size(); ++start) {
    std::uint32_t v = start;
    while (v != 0 && walk[v] == 0) {
      walk[v] = start;
      v = heads[v];
    }
    if (v != 0 && walk[v] == start) {
      return true;
    }
  }
  return false;
}

bool has_one_root(const Heads& heads) { return std::count(heads.begin() + 1, heads.end(), 0U) == 1; }

// Whether no two arcs cross, the root standing before the first word.
bool is_projective(const Heads& heads) {
  for (std::uint32_t d = 1; d < heads.size(); ++d) {
    const auto [low, high] = std::minmax(d, heads[d]);
    for (std::uint32_t between = low + 1; between < high; ++between) {
      if (heads[between] < low || heads[between] > high) {
        return false;
      }
    }
  }
  return true;
}

// The best trees over all stretches of words, from short to long. A stretch is "open" where its ends are to be joined
// by an arc and "closed" where its head has all its dependents on that side.
class ProjectiveSearch {
 public:
  ProjectiveSearch(std::span<const float> scores, std::size_t size, std::size_t stride)
      : scores_(scores), size_(size), stride_(stride), cells_((size + 1) * (size + 1)) {
    for (std::size_t length = 1; length < size; ++length) {
      for (std::size_t from = 1; from + length <= size; ++from) {
        extend(from, from + length);
      }
    }
  }

  Heads heads() const {
    Heads heads(size_ + 1, 0);
    std::size_t root = 1;
    for (std::size_t word = 1; word <= size_; ++word) {
      root = value_as_root(word) > value_as_root(root) ? word : root;
    }
    follow(root, heads);
    return heads;
  }

 private:
  // The head of a stretch is its last word (Left: arcs point to the left) or its first (Right).
  enum Side : std::uint8_t { Left, Right };
  struct Best {
    float value = 0.0F;
    std::uint32_t split = 0;
  };
  struct Cell {
    std::array<Best, 2> open;
    std::array<Best, 2> closed;
  };
  struct Part {
    std::size_t from;
    std::size_t to;
    Side side;
    bool is_open;
  };

  const Cell& cell(std::size_t from, std::size_t to) const { return cells_[from * (size_ + 1) + to]; }
  Cell& cell(std::size_t from, std::size_t to) { return cells_[from * (size_ + 1) + to]; }
  float arc(std::size_t dependent, std::size_t head) const { return scores_[dependent * stride_ + head]; }

  static void keep(Best& best, float value, std::size_t split) {
    if (value > best.value) {
      best = {value, static_cast<std::uint32_t>(split)};
    }
  }

  void extend(std::size_t from, std::size_t to) {
    Cell& made = cell(from, to);
    // Where no value is above Never (scores that are no numbers), any split still gives a tree.
    const auto first = static_cast<std::uint32_t>(from);
    Best apart{Never, first};  // two words and all between them, not yet joined
    for (std::size_t split = from; split < to; ++split) {
      keep(apart, cell(from, split).closed[Right].value + cell(split + 1, to).closed[Left].value, split);
    }
    made.open[Left] = {apart.value + arc(from, to), apart.split};
    made.open[Right] = {apart.value + arc(to, from), apart.split};
    made.closed[Left] = {Never, first};
    made.closed[Right] = {Never, first + 1};
    for (std::size_t split = from; split < to; ++split) {
      keep(made.closed[Left], cell(from, split).closed[Left].value + cell(split, to).open[Left].value, split);
      keep(made.closed[Right], cell(from, split + 1).open[Right].value + cell(split + 1, to).closed[Right].value,
           split + 1);
    }
  }

  float value_as_root(std::size_t word) const {
    return cell(1, word).closed[Left].value + cell(word, size_).closed[Right].value + arc(word, 0);
  }

  void follow(std::size_t root, Heads& heads) const {
    std::vector<Part> parts{{1, root, Left, false}, {root, size_, Right, false}};
    while (!parts.empty()) {
      const Part part = parts.back();
      parts.pop_back();
      const auto [from, to] = std::pair(part.from, part.to);
      if (from == to) {
        continue;
      }
      const std::size_t split = (part.is_open ? cell(from, to).open : cell(from, to).closed)[part.side].split;
      if (part.is_open) {
        const auto head = part.side == Left ? to : from;
        heads[part.side == Left ? from : to] = static_cast<std::uint32_t>(head);
        parts.push_back({from, split, Right, false});
        parts.push_back({split + 1, to, Left, false});
      } else if (part.side == Left) {
        parts.push_back({from, split, Left, false});
        parts.push_back({split, to, Left, true});
      } else {
        parts.push_back({from, split, Right, true});
        parts.push_back({split, to, Right, false});
      }
    }
  }

  std::span<const float> scores_;
  std::size_t size_;
  std::size_t stride_;
  std::vector<Cell> cells_;
};

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t size, std::size_t stride) {
  Heads heads = greedy(scores, size, stride);
  if (size == 0 || (has_one_root(heads) && !has_cycle(heads) && is_projective(heads))) {
    return heads;
  }
  return ProjectiveSearch(scores, size, stride).heads();
}

}  // namespace entente
