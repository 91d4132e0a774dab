#include "base64.hpp"

#include <cstddef>
#include <cstdint>
#include <utility>

namespace entente::cli {

std::optional<std::string> from_base64(std::string_view text) {
  constexpr std::string_view Digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  constexpr unsigned DigitBits = 6;
  constexpr unsigned ByteBits = 8;
  const std::size_t last = text.find_last_not_of('=');
  if (text.size() - (last + 1) > 2) {
    return std::nullopt;
  }
  std::string bytes;
  std::uint32_t waiting = 0;  // bits that do not fill a byte yet
  unsigned count = 0;
  for (const char c : text.substr(0, last + 1)) {
    const std::size_t digit = Digits.find(c);
    if (digit == std::string_view::npos) {
      return std::nullopt;
    }
    waiting = waiting << DigitBits | static_cast<std::uint32_t>(digit);
    count += DigitBits;
    if (count >= ByteBits) {
      count -= ByteBits;
      bytes += static_cast<char>(waiting >> count & 0xFFU);
    }
  }
  return count == DigitBits ? std::nullopt : std::optional(std::move(bytes));
}

}  // namespace entente::cli
