// Code points of valid UTF-8 and what they are to a tokeniser.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

enum class CharKind : std::uint8_t {
  Space,    // white space and control characters
  Letter,   // letters of all scripts, and marks that go on them
  Digit,    // numbers of all scripts
  Symbol,   // punctuation and the rest
  Nothing,  // has no width and no meaning here: byte order mark, soft hyphen, zero-width space
};

struct CodePoint {
  char32_t value = 0;
  std::uint8_t size = 1;  // bytes
};

namespace detail {
constexpr std::array<CharKind, 128> ascii_kinds() {
  std::array<CharKind, 128> kinds{};
  for (std::size_t c = 0; c < kinds.size(); ++c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    const bool digit = c >= '0' && c <= '9';
    kinds[c] = letter                 ? CharKind::Letter
               : digit                ? CharKind::Digit
               : c <= ' ' || c == 127 ? CharKind::Space
                                      : CharKind::Symbol;
  }
  return kinds;
}
inline constexpr std::array<CharKind, 128> AsciiKinds = ascii_kinds();
CharKind wide_kind(char32_t c);
CodePoint decode_wide(std::string_view text, std::size_t at);
}  // namespace detail

// The code point that begins at byte `at` of valid UTF-8.
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? CodePoint{lead, 1} : detail::decode_wide(text, at);
}

inline CharKind char_kind(char32_t c) { return c < 128 ? detail::AsciiKinds[c] : detail::wide_kind(c); }

bool is_upper(char32_t c);
char32_t to_lower(char32_t c);
void append_utf8(std::string& out, char32_t c);
// Where the code point that holds byte `at` begins.
std::size_t code_point_begin(std::string_view text, std::size_t at);

// Text with ASCII letters in lower case; other bytes stay.
std::string ascii_lower(std::string_view text);
bool equal_ignoring_case(std::string_view a, std::string_view b);  // ASCII letters only

// Bytes as valid UTF-8: each maximal malformed part becomes U+FFFD (Unicode 15, section 3.9, "U+FFFD Substitution of
// Maximal Subparts") and is counted.
struct RepairedText {
  std::string text;
  std::uint32_t repaired = 0;
};
RepairedText repair_utf8(std::string_view bytes);

// What a byte of Windows-1252 is; the control character of its number for the five that it leaves undefined.
char32_t from_windows_1252(unsigned char byte);

// Does one well-formed code point of UTF-8 begin at byte `at`?
bool is_utf8_sequence(std::string_view bytes, std::size_t at);

// Does a zero-width joiner between the two mean nothing? It holds emoji and letters of Indic scripts together; between
// letters of Europe it is a leftover of a layout. 0 stands for the edge of the text.
bool is_stray_joiner(char32_t before, char32_t after);

}  // namespace entente
