#include <entente/graph/code_points.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t BlockSize = 64;

// Every byte but those that continue a sequence (10xxxxxx) begins a code point.
std::uint32_t count(std::string_view bytes) {
  return static_cast<std::uint32_t>(std::count_if(
      bytes.begin(), bytes.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

bool ascii(std::string_view bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
}

}  // namespace

CodePoints::CodePoints(std::string_view text) : text_(text) {
  if (ascii(text)) {
    return;
  }
  before_.reserve(text.size() / BlockSize + 1);
  std::uint32_t total = 0;
  for (std::size_t begin = 0; begin <= text.size(); begin += BlockSize) {
    before_.push_back(total);
    total += count(text.substr(begin, BlockSize));
  }
}

std::uint32_t CodePoints::at(std::uint32_t byte) const {
  const std::size_t end = std::min<std::size_t>(byte, text_.size());
  if (before_.empty()) {
    return static_cast<std::uint32_t>(end);
  }
  const std::size_t block = end / BlockSize;
  return before_[block] + count(text_.substr(block * BlockSize, end - block * BlockSize));
}

}  // namespace entente
