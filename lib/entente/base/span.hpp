// Half-open intervals: of bytes in a text, or of ids in a layer.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace entente::inline v0_1 {

// [begin, end). The unit (bytes, tokens, sentences) is documented at each use.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  // The number of elements.
  constexpr std::uint32_t size() const { return end - begin; }
  // Is it empty?
  constexpr bool empty() const { return end <= begin; }
  // Does it contain the element?
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  // Does it contain all of the other span?
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  // Do the two overlap?
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The smallest span that contains both.
constexpr Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace entente
