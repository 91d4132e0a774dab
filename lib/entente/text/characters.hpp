// Code points of UTF-8: decoding, repair, and their kinds for the tokenizer.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// What a code point is to the tokenizer.
enum class CharKind : std::uint8_t {
  Space,      // white space and control characters
  Letter,     // letters of all scripts, and marks that go on them
  Digit,      // numbers of all scripts
  Symbol,     // punctuation and the rest
  Ignorable,  // without width and meaning: byte order mark, soft hyphen, zero-width space
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
CharKind non_ascii_kind(char32_t c);
CodePoint decode_non_ascii(std::string_view text, std::size_t at);
}  // namespace detail

// The code point that begins at byte `at` of valid UTF-8.
inline CodePoint decode(std::string_view text, std::size_t at) {
  const auto lead = static_cast<unsigned char>(text[at]);
  return lead < 0x80 ? CodePoint{lead, 1} : detail::decode_non_ascii(text, at);
}

// The kind of the code point.
inline CharKind char_kind(char32_t c) { return c < 128 ? detail::AsciiKinds[c] : detail::non_ascii_kind(c); }

// Whether the code point is a capital (upper or title case).
bool is_upper(char32_t c);
// The code point in lower case.
char32_t to_lower(char32_t c);
// Appends the code point in UTF-8.
void append_utf8(std::string& out, char32_t c);
// Where the code point that holds byte `at` begins.
std::size_t code_point_begin(std::string_view text, std::size_t at);

// The text with its ASCII letters in lower case and all other bytes as they are.
std::string ascii_lower(std::string_view text);
// Whether the texts are equal except for the case of ASCII letters.
bool equal_ignoring_case(std::string_view a, std::string_view b);

// Valid UTF-8, and how many malformed parts were replaced.
struct RepairedText {
  std::string text;
  std::uint32_t repaired = 0;
};
// The bytes as valid UTF-8. Each maximal malformed part becomes U+FFFD (Unicode 15, section 3.9, "U+FFFD Substitution
// of Maximal Subparts") and is counted.
RepairedText repair_utf8(std::string_view bytes);

// The code point of a byte of Windows-1252; for the five undefined bytes the control character of the same number.
char32_t from_windows_1252(unsigned char byte);

// Whether one well-formed code point of UTF-8 begins at byte `at`.
bool is_utf8_sequence(std::string_view bytes, std::size_t at);

// Whether a zero-width joiner between the two code points is meaningless. It joins emoji and letters of Indic scripts;
// next to European letters it is a remnant of a layout. 0 is the edge of the text.
bool is_stray_joiner(char32_t before, char32_t after);

}  // namespace entente
