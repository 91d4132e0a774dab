// Half-open intervals: of bytes in a text, or of ids in a layer.
#pragma once

#include <algorithm>
#include <compare>
#include <cstdint>

namespace entente::inline v0_1 {

// [begin, end). What it counts (bytes, tokens, sentences) is said where it is declared.
struct Span {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  // How many it holds.
  constexpr std::uint32_t size() const { return end - begin; }
  // Whether it holds nothing.
  constexpr bool empty() const { return end <= begin; }
  // Whether it holds that one.
  constexpr bool contains(std::uint32_t at) const { return begin <= at && at < end; }
  // Whether it holds all of the other.
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  // Whether both hold some of the same.
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

// The smallest span that holds both.
constexpr Span hull(Span a, Span b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

}  // namespace entente
