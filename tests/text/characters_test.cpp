#include <entente/text/characters.hpp>
#include <entente/text/charset.hpp>

#include <array>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <entente/text/syllables.hpp>

using namespace entente;

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
    const RepairedText repaired = repair_utf8(row.bytes);
    CHECK(repaired.text == row.expected);
    CHECK(repaired.repaired == row.repaired);
  }
}

TEST_CASE("characters: text in Windows-1252 is converted") {
  struct Row {
    const char* name;
    std::string bytes;
    std::string expected;
    unsigned repaired;
  };
  const std::array<Row, 9> table = {{
      {"letters", "Ren\xE9 and J\xF6rg in K\xF6ln", "René and Jörg in Köln", 0},
      {"an accent alone", "Ren\xE9 \xE0 Nice", "René à Nice", 0},
      {"quotes and dashes", "\x93Yes\x94 \x96 he said, \x80 5", "“Yes” – he said, € 5", 0},
      {"valid UTF-8", "Ren\xC3\xA9", "René", 0},
      {"mostly UTF-8", "Ren\xC3\xA9 in K\xF6ln", "René in K\uFFFDln", 1},
      {"no accents in words", "Rome \xFF\xFE fell", "Rome \uFFFD\uFFFD fell", 2},
      {"undefined", "Ren\xE9 \x81", "Ren\uFFFD \uFFFD", 2},
      {"binary", std::string("Ren\xE9\0", 5), std::string("Ren\uFFFD\0", 7), 1},
      {"empty", "", "", 0},
  }};
  for (const Row& row : table) {
    CAPTURE(row.name);
    const RepairedText text = to_utf8(row.bytes);
    CHECK(text.text == row.expected);
    CHECK(text.repaired == row.repaired);
  }
}

TEST_CASE("characters: a joiner means something between emoji and Indic letters alone") {
  CHECK(is_stray_joiner(U'l', U' '));
  CHECK(is_stray_joiner(0, U'é'));
  CHECK(is_stray_joiner(U'ж', U'я'));
  CHECK(!is_stray_joiner(U'क', U'ष'));
  CHECK(!is_stray_joiner(U'👩', U'🚀'));
  CHECK(!is_stray_joiner(0, 0));
}

TEST_CASE("syllables of given names") {
  for (const auto& [first, second] : {std::pair{"Ji", "won"},
                                      {"Duck", "soo"},
                                      {"Yat", "sen"},
                                      {"Kai", "shek"},
                                      {"Seo", "yeon"},
                                      {"Myung", "bak"},
                                      {"Jong", "Un"}}) {
    CAPTURE(first);
    CHECK(are_syllables(first, second));
  }
  for (const auto& [first, second] : {std::pair{"Kong", "run"},
                                      {"Iran", "backed"},
                                      {"Paris", "based"},
                                      {"X", "ray"},
                                      {"Anglo", "Saxon"},
                                      {"Jong", ""},
                                      {"Strength", "won"}}) {
    CAPTURE(first);
    CHECK(!are_syllables(first, second));
  }
  CHECK(is_syllable("thuong"));
  CHECK(!is_syllable("brk"));
  CHECK(!is_syllable(""));
}

TEST_CASE("characters have kinds") {
  CHECK(char_kind(U'a') == CharKind::Letter);
  CHECK(char_kind(U'é') == CharKind::Letter);
  CHECK(char_kind(U'中') == CharKind::Letter);
  CHECK(char_kind(U'́') == CharKind::Letter);  // a combining accent
  CHECK(char_kind(U'7') == CharKind::Digit);
  CHECK(char_kind(U'٣') == CharKind::Digit);
  CHECK(char_kind(U' ') == CharKind::Space);
  CHECK(char_kind(U'\u00A0') == CharKind::Space);
  CHECK(char_kind(U'\0') == CharKind::Space);
  CHECK(char_kind(U'\u200B') == CharKind::Ignorable);
  CHECK(char_kind(U'\uFEFF') == CharKind::Ignorable);
  CHECK(char_kind(U'–') == CharKind::Symbol);
  CHECK(char_kind(U'€') == CharKind::Symbol);
}
