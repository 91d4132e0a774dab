#include <vector>

#include <doctest/doctest.h>

#include <entente/base/span.hpp>

using namespace entente;

TEST_CASE("spans are half open") {
  constexpr Span Words{3, 7};
  static_assert(Words.size() == 4 && !Words.empty() && Span{}.empty() && Span{4, 4}.empty());
  CHECK(Words.contains(3U));
  CHECK(Words.contains(6U));
  CHECK_FALSE(Words.contains(7U));
  CHECK_FALSE(Words.contains(2U));
}

TEST_CASE("a span contains, overlaps and adjoins another") {
  struct Row {
    Span a;
    Span b;
    bool contains;
    bool overlaps;
  };
  const std::vector<Row> table = {
      {{3, 7}, {3, 7}, true, true},  {{3, 7}, {4, 6}, true, true},   {{3, 7}, {6, 9}, false, true},
      {{3, 7}, {0, 4}, false, true}, {{3, 7}, {7, 9}, false, false}, {{3, 7}, {0, 3}, false, false},
      {{4, 6}, {3, 7}, false, true},
  };
  for (const Row& row : table) {
    CAPTURE(row.b.begin);
    CAPTURE(row.b.end);
    CHECK(row.a.contains(row.b) == row.contains);
    CHECK(row.a.overlaps(row.b) == row.overlaps);
    CHECK(row.b.overlaps(row.a) == row.overlaps);
  }
}

TEST_CASE("spans sort by begin, then end; the hull holds both") {
  CHECK(Span{1, 9} < Span{2, 3});
  CHECK(Span{2, 3} < Span{2, 4});
  CHECK(hull({2, 4}, {7, 9}) == Span{2, 9});
  CHECK(hull({7, 9}, {2, 12}) == Span{2, 12});
}
