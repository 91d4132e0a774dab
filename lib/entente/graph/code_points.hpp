// Converts byte offsets to offsets in Unicode code points, as other languages count.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <entente/base/span.hpp>

namespace entente::inline v0_1 {

// Counts the text once, then answers in constant time. The text must outlive it and be valid UTF-8.
class CodePoints {
 public:
  explicit CodePoints(std::string_view text);

  // How many code points begin before that byte; offsets past the end count as the end.
  std::uint32_t at(std::uint32_t byte) const;
  Span at(Span bytes) const { return {at(bytes.begin), at(bytes.end)}; }

 private:
  std::string_view text_;
  std::vector<std::uint32_t> before_;  // code points before each block of bytes; empty for plain ASCII
};

}  // namespace entente
