#include <entente/text/characters.hpp>

#include <array>
#include <string>

#include <doctest/doctest.h>

using entente::CharKind;
using entente::repair_utf8;

TEST_CASE("characters: malformed UTF-8 becomes one replacement per maximal part") {
  struct Row {
    const char* name;
    std::string bytes;
    std::string expected;
    unsigned repaired;
  };
  const std::array<Row, 11> table = {{
      {"ASCII", "abc", "abc", 0},
      {"valid", "größer – “x” 😀", "größer – “x” 😀", 0},
      {"lone continuation", "a\x80z", "a\uFFFDz", 1},
      {"Latin-1", "caf\xE9 au", "caf\uFFFD au", 1},
      {"cut off at the end", "x\xE2\x80", "x\uFFFD", 1},
      {"cut off inside", "\xE2\x80z", "\uFFFDz", 1},
      {"overlong", "\xC0\xAF", "\uFFFD\uFFFD", 2},
      {"surrogate", "\xED\xA0\x80", "\uFFFD\uFFFD\uFFFD", 3},
      {"too large", "\xF4\x90\x80\x80", "\uFFFD\uFFFD\uFFFD\uFFFD", 4},
      {"two in a row", "\xF0\x9F\x98\xF0\x9F\x98\x80", "\uFFFD😀", 1},
      {"never a lead", "\xFF\xFE", "\uFFFD\uFFFD", 2},
  }};
  for (const Row& row : table) {
    CAPTURE(row.name);
    const entente::RepairedText repaired = repair_utf8(row.bytes);
    CHECK(repaired.text == row.expected);
    CHECK(repaired.repaired == row.repaired);
  }
}

TEST_CASE("characters have kinds") {
  CHECK(entente::char_kind(U'a') == CharKind::Letter);
  CHECK(entente::char_kind(U'é') == CharKind::Letter);
  CHECK(entente::char_kind(U'中') == CharKind::Letter);
  CHECK(entente::char_kind(U'́') == CharKind::Letter);  // a combining accent
  CHECK(entente::char_kind(U'7') == CharKind::Digit);
  CHECK(entente::char_kind(U'٣') == CharKind::Digit);
  CHECK(entente::char_kind(U' ') == CharKind::Space);
  CHECK(entente::char_kind(U'\u00A0') == CharKind::Space);
  CHECK(entente::char_kind(U'\0') == CharKind::Space);
  CHECK(entente::char_kind(U'\u200B') == CharKind::Nothing);
  CHECK(entente::char_kind(U'\uFEFF') == CharKind::Nothing);
  CHECK(entente::char_kind(U'–') == CharKind::Symbol);
  CHECK(entente::char_kind(U'€') == CharKind::Symbol);
}
