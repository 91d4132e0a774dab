#include <array>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

namespace {

constexpr const char* Prose = "The two sides met for the first time in years and said little about it afterwards.";

// The kind that the line gets as the third block of an article, before prose.
std::string kind_of(const std::string& line) {
  const Document document =
      read_text("Two old enemies meet again\n\n" + std::string(Prose) + "\n\n" + line + "\n\n" + std::string(Prose));
  return document.blocks.size() < 4 ? "?" : kind_name(document.blocks[2].kind);
}

}  // namespace

TEST_CASE("block kinds are told by form") {
  const std::array<std::pair<const char*, const char*>, 26> table = {{
      {"By Jane Roe", "byline"},
      {"By JANE ROE and John Doe, Staff Writers", "byline"},
      {"By our correspondent in Paris", "byline"},
      {"Reporting by Jane Roe; editing by John Doe", "byline"},
      {"Author: Jane Roe", "byline"},
      {"ab/cde (AFP, dpa)", "byline"},
      {"jr/jd (Reuters)", "byline"},
      {"March 18, 2023", "byline"},
      {"Published on Saturday, 18 March 2023, 14:05 GMT", "byline"},
      {"Hamburg, 14 June 2024", "byline"},
      {"(Source: Jane Roe/AP)", "credit"},
      {"(Photo by Jane Roe/Getty Images)", "credit"},
      {"Photo: Jane Roe", "credit"},
      {"© 2023 AFP", "credit"},
      {"AP/Reuters", "credit"},
      {"A new start", "heading"},
      {"backing for the king", "heading"},
      {"‘We need peace’", "heading"},
      {"What comes next?", "heading"},
      {"- the first of three points", "item"},
      {"1. the first of three points", "item"},
      {"By Monday evening the army had left the town.", "paragraph"},
      {"Nobody came.", "paragraph"},
      {"The minister said: (this was new) nothing.", "paragraph"},
      {"In March 2023, when 18 ships were lost, nobody asked.", "paragraph"},
      {"He said this on 18 March 2023 when he opened the new bridge over the river in his home town.", "paragraph"},
  }};
  for (const auto& [line, expected] : table) {
    CAPTURE(line);
    CHECK(kind_of(line) == expected);
  }
}

TEST_CASE("block kinds: a title, and the section above it") {
  const std::string prose(Prose);
  CHECK(show_blocks(read_text("Peace at last\n\n" + prose)) == "title: Peace at last | paragraph: " + prose);
  CHECK(show_blocks(read_text("Newsletter\n\nEnemies meet | The old king’s visit\n\n" + prose)) ==
        "heading: Newsletter | title: Enemies meet | The old king’s visit | paragraph: " + prose);
  CHECK(show_blocks(read_text(prose + "\n\nPeace at last")) == "paragraph: " + prose + " | paragraph: Peace at last");
  const Document document = read_text("Peace at last\n\n18 March 2023\n\n" + prose);
  CHECK(document.title == "Peace at last");
  CHECK(document.date == "2023-03-18");
  CHECK(document.id == "peace-at-last");
}

TEST_CASE("block kinds: what the caller says wins") {
  const Document document = reader().read({.id = "a7",
                                           .title = "The real title",
                                           .date = "2020-01-02",
                                           .source = "x.txt",
                                           .text = "Peace at last\n\n18 March 2023\n\nThe end came."});
  CHECK(document.id == "a7");
  CHECK(document.title == "The real title");
  CHECK(document.date == "2020-01-02");
  CHECK(document.source == "x.txt");
}

TEST_CASE("block kinds: credits, datelines and repetitions are split off") {
  const std::string prose(Prose);
  const std::array<std::pair<std::string, std::string>, 13> table = {{
      {"UPDATED: Oslo wins the ninth title", "heading: UPDATED: Oslo wins the ninth title"},
      {"The queen waves to the crowd. (Source: Jane Roe/dpa)",
       "caption: The queen waves to the crowd. | credit: (Source: Jane Roe/dpa)"},
      {"The queen waves\nThe queen waves (What: POOL)",
       "caption: The queen waves | caption: The queen waves | credit: (What: POOL)"},
      {"The queen's crowd waves\nThe queen’s crowd waves (Photo: AP)",
       "caption: The queen's crowd waves | caption: The queen’s crowd waves | credit: (Photo: AP)"},
      {"The queen waves to the crowd.The queen waves to the crowd.\nThe queen waves to the crowd. (AFP)",
       "caption: The queen waves to the crowd. | caption: The queen waves to the crowd. | caption: The queen waves to "
       "the crowd. | credit: (AFP)"},
      {"KYIV (Reuters) - The army left.", "byline: KYIV (Reuters) - | paragraph: The army left."},
      {"NEW YORK, March 3 (AP) — The army left.", "byline: NEW YORK, March 3 (AP) — | paragraph: The army left."},
      {"GAZIANTEP, Turkey -- The army left.", "byline: GAZIANTEP, Turkey -- | paragraph: The army left."},
      {"KABUL (Pajhwok): The army left.", "byline: KABUL (Pajhwok): | paragraph: The army left."},
      {"TEL AVIV-- The army left.", "byline: TEL AVIV-- | paragraph: The army left."},
      {"Lima, March 8 (IANS) The army left.", "byline: Lima, March 8 (IANS) | paragraph: The army left."},
      {"NATO - the army of many - left.", "paragraph: NATO - the army of many - left."},
      {"The queen (AP) left the army: nobody saw it.", "paragraph: The queen (AP) left the army: nobody saw it."},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(show_blocks(read_text("Two old enemies meet\n\n" + prose + "\n\n" + text + "\n\n" + prose)) ==
          "title: Two old enemies meet | paragraph: " + prose + " | " + expected + " | paragraph: " + prose);
  }
}
