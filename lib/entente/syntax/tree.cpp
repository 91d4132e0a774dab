#include <entente/syntax/tree.hpp>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace entente::inline v0_1 {

namespace {

constexpr float Never = -std::numeric_limits<float>::infinity();

using Heads = std::vector<std::uint32_t>;

// The best head of each word. Most often this is a tree already.
Heads best_heads(std::span<const float> scores, std::size_t size, std::size_t stride) {
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
  std::vector<std::uint32_t> walk(heads.size(), 0);  // by node: the first walk that met it, by its start
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

// Whether no two arcs cross, where the root is before the first word.
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

// Finds the best projective tree by dynamic programming over all spans of words, from short to long (Eisner 1996). A
// span is "open" when an arc joins its two ends, and "closed" when its head has all its dependents on that side.
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
    collect_heads(root, heads);
    return heads;
  }

 private:
  // Where the arc of a span points: its head is the last word (Left) or the first word (Right).
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

  static void keep_better(Best& best, float value, std::size_t split) {
    if (value > best.value) {
      best = {value, static_cast<std::uint32_t>(split)};
    }
  }

  void extend(std::size_t from, std::size_t to) {
    Cell& cell_here = cell(from, to);
    // Any split gives a tree, even if no value is above Never because scores are not numbers.
    const auto first = static_cast<std::uint32_t>(from);
    Best apart{Never, first};  // the two closed spans that an arc between the ends will join
    for (std::size_t split = from; split < to; ++split) {
      keep_better(apart, cell(from, split).closed[Right].value + cell(split + 1, to).closed[Left].value, split);
    }
    cell_here.open[Left] = {apart.value + arc(from, to), apart.split};
    cell_here.open[Right] = {apart.value + arc(to, from), apart.split};
    cell_here.closed[Left] = {Never, first};
    cell_here.closed[Right] = {Never, first + 1};
    for (std::size_t split = from; split < to; ++split) {
      keep_better(cell_here.closed[Left], cell(from, split).closed[Left].value + cell(split, to).open[Left].value,
                  split);
      keep_better(cell_here.closed[Right],
                  cell(from, split + 1).open[Right].value + cell(split + 1, to).closed[Right].value, split + 1);
    }
  }

  float value_as_root(std::size_t word) const {
    return cell(1, word).closed[Left].value + cell(word, size_).closed[Right].value + arc(word, 0);
  }

  // Retraces the splits of the best tree with that root and sets the heads.
  void collect_heads(std::size_t root, Heads& heads) const {
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
  Heads heads = best_heads(scores, size, stride);
  if (size == 0 || (has_one_root(heads) && !has_cycle(heads) && is_projective(heads))) {
    return heads;
  }
  return ProjectiveSearch(scores, size, stride).heads();
}

}  // namespace entente
