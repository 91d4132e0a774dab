#include <entente/render/lettering.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace entente;

TEST_CASE("cleaned text is one line of valid UTF-8 without what could turn or break a page") {
  const std::pair<std::string, std::string> rows[] = {
      {"Xi  Jinping", "Xi Jinping"},
      {" a\n\tb\r\n", "a b"},
      {std::string("a\0b\x01\x1f", 5), "ab"},
      {"caf\xe9", "caf\uFFFD"},
      {"\xed\xa0\x80x", "\uFFFD\uFFFD\uFFFDx"},      // half of a surrogate pair
      {"\u202Eevil\u202C \u2067x\u2069", "evil x"},  // direction overrides
      {"שלום", "שלום"},                              // right-to-left letters stay
      {"a\u00A0b\u2028c", "a b c"},
      {"\uFFFE\uFEFFy\x7F", "y"},
      {"🙂 ok", "🙂 ok"},
      {"", ""},
  };
  for (const auto& [text, expected] : rows) {
    CAPTURE(text);
    CHECK(cleaned(text) == expected);
  }
}

TEST_CASE("width grows with text and weight, and knows wide letters") {
  CHECK(text_width("", 10) == 0);
  CHECK(text_width("WW", 10) == doctest::Approx(2 * text_width("W", 10)));
  CHECK(text_width("Xi Jinping", 10, Weight::Bold) > text_width("Xi Jinping", 10));
  CHECK(text_width("中国", 10) > 20);
  CHECK(text_width("e\u0301", 10) == text_width("e", 10));
}

TEST_CASE("wrapping breaks between words and keeps every line within the width") {
  const auto lines =
      wrapped("Organisation for Economic Co-operation and Development", {.width = 110, .size = 10, .lines = 5});
  CHECK(lines.lines.size() > 2);
  CHECK_FALSE(lines.shortened);
  std::string joined;
  for (const auto& line : lines.lines) {
    CAPTURE(line);
    CHECK(text_width(line, 10) <= 110);
    joined += (joined.empty() || joined.back() == '-' ? "" : " ") + line;
  }
  CHECK(joined == "Organisation for Economic Co-operation and Development");
}

TEST_CASE("wrapping shortens what is too long, and breaks a word that is alone too wide") {
  const auto two = wrapped("one two three four five six seven eight nine ten", {.width = 60, .size = 10, .lines = 2});
  CHECK(two.shortened);
  CHECK(two.lines.size() == 2);
  CHECK(two.lines.back().ends_with("…"));
  const auto word = wrapped(std::string(200, 'x'), {.width = 60, .size = 10, .lines = 3});
  CHECK(word.lines.size() == 3);
  for (const auto& line : word.lines) {
    CHECK(text_width(line, 10) <= 60);
  }
  CHECK(wrapped("", {}).lines == std::vector<std::string>{""});
}

TEST_CASE("balanced lines are as many, and no narrower word stands alone where others could join it") {
  const WrapOptions options = {.width = 88.0, .size = 9.5, .lines = 4};
  CHECK(wrapped("leads, is a citizen of", options).lines == std::vector<std::string>{"leads, is a citizen", "of"});
  CHECK(balanced("leads, is a citizen of", options).lines == std::vector<std::string>{"leads, is a", "citizen of"});
  CHECK(balanced("detains, opposes, investigates it", options).lines ==
        std::vector<std::string>{"detains, opposes,", "investigates it"});
  CHECK(balanced("visits", options).lines == std::vector<std::string>{"visits"});
  CHECK(balanced("", options).lines.size() == 1);
  CHECK(balanced("Unabhaengigkeitserklaerungen", options).lines.size() ==
        wrapped("Unabhaengigkeitserklaerungen", options).lines.size());
}

TEST_CASE("text is escaped for XML and for DOT") {
  CHECK(escaped_xml("<b>&\"'</b>") == "&lt;b&gt;&amp;&quot;&#39;&lt;/b&gt;");
  CHECK(quoted_dot("a\"b\\N&lt;") == "\"a\\\"b\\\\N&amp;lt;\"");
  CHECK(quoted_tooltip("\\N \"x\"") == "\"\\\\\\\\N \\\"x\\\"\"");
  CHECK(xml_name("Côte d’Ivoire") == "C-te-d-Ivoire");
  CHECK(xml_name("\"><script>") == "script");
}
