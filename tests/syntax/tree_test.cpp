#include <entente/syntax/tree.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include <doctest/doctest.h>

using namespace entente;

namespace {

using Heads = std::vector<std::uint32_t>;

bool is_tree(const Heads& heads) {
  std::size_t roots = 0;
  for (std::size_t v = 1; v < heads.size(); ++v) {
    roots += heads[v] == 0 ? 1 : 0;
    std::size_t u = v;
    for (std::size_t steps = 0; u != 0; u = heads[u]) {
      if (++steps > heads.size()) {
        return false;
      }
    }
  }
  return roots == 1;
}

bool has_crossing_arcs(const Heads& heads) {
  for (std::size_t a = 1; a < heads.size(); ++a) {
    for (std::size_t b = 1; b < heads.size(); ++b) {
      const auto [low, high] = std::minmax<std::size_t>({a, heads[a]});
      const auto [from, to] = std::minmax<std::size_t>({b, heads[b]});
      if (low < from && from < high && high < to) {
        return true;
      }
    }
  }
  return false;
}

float value(const Heads& heads, const std::vector<float>& scores, std::size_t stride) {
  float total = 0.0F;
  for (std::size_t d = 1; d < heads.size(); ++d) {
    total += scores[d * stride + heads[d]];
  }
  return total;
}

// The best of all trees without crossing arcs, by trying each assignment of heads.
float best_value(const std::vector<float>& scores, std::size_t size, std::size_t stride) {
  Heads heads(size + 1, 0);
  float best = -std::numeric_limits<float>::infinity();
  for (;;) {
    if (is_tree(heads) && !has_crossing_arcs(heads)) {
      best = std::max(best, value(heads, scores, stride));
    }
    std::size_t d = 1;
    while (d <= size && ++heads[d] > size) {
      heads[d++] = 0;
    }
    if (d > size) {
      return best;
    }
  }
}

}  // namespace

TEST_CASE("the best tree is as good as the best of all trees without crossing arcs") {
  std::uint64_t state = 3;
  const auto next = [&] {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<float>(state >> 40U) / 1048576.0F;
  };
  for (std::size_t size = 1; size <= 5; ++size) {
    for (int round = 0; round < 60; ++round) {
      const std::size_t stride = size + 3;
      std::vector<float> scores((size + 1) * stride);
      for (float& s : scores) {
        s = next();
      }
      const Heads heads = best_tree(scores, size, stride);
      CAPTURE(size);
      CAPTURE(round);
      REQUIRE(is_tree(heads));
      REQUIRE_FALSE(has_crossing_arcs(heads));
      CHECK(value(heads, scores, stride) == doctest::Approx(best_value(scores, size, stride)).epsilon(1e-3));
    }
  }
}

TEST_CASE("nested cycles and crossing arcs in a long sentence end in a tree") {
  // Every word likes its neighbor best: pairs, then pairs of pairs, and so on.
  const std::size_t size = 300;
  std::vector<float> scores((size + 1) * (size + 1), 0.0F);
  for (std::size_t d = 1; d <= size; ++d) {
    for (std::size_t h = 0; h <= size; ++h) {
      const std::size_t far = h == 0 ? 1000 : (d - 1) ^ (h - 1);
      scores[d * (size + 1) + h] = -static_cast<float>(far);
    }
  }
  CHECK(is_tree(best_tree(scores, size, size + 1)));
}

TEST_CASE("scores that are no numbers still end in a tree") {
  for (const float score : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
    const std::vector<float> scores(6 * 6, score);
    CAPTURE(score);
    CHECK(is_tree(best_tree(scores, 5, 6)));
  }
}

TEST_CASE("a sentence without words has no tree") { CHECK(best_tree({}, 0, 1).size() == 1); }
