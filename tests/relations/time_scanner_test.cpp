// One time expression at one place of the text.
#include <entente/relations/time_scanner.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;   // begins with the expression
  const char* found;  // "on Friday: 2023-03-17 / 2023-03-24": what it means for what happened, and for what is to come
};

std::string dump(const Days& days) {
  const auto end = [](const std::optional<int>& day) { return day ? format_date(*day) : std::string("?"); };
  return days.from == days.to ? end(days.from) : end(days.from) + ".." + end(days.to);
}

std::string scan(const char* text, std::optional<int> today) {
  const SceneReading it(text);
  const auto end = static_cast<TokenId>(it.scene.text.document.tokens.size());
  const auto found = scan_time(it.reading, it.lexicons.time_words, today, 0, end);
  if (!found) {
    return "-";
  }
  std::string line(it.scene.text.document.view_tokens(found->tokens));
  const std::string past = dump(found->past);
  const std::string future = dump(found->future);
  line += ": " + past + (past == future ? "" : " / " + future);
  return line + (found->ahead ? " ahead" : "") + (found->closed ? " closed" : "");
}

void check(std::initializer_list<Row> rows, const char* date = "2023-03-18") {  // a Saturday
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    CHECK(scan(text, parse_date(date)) == found);
  }
}

}  // namespace

TEST_CASE("days, weekdays and months around the day of the article") {
  check({
      {"on/ADP:2:case Friday/NNP:0:root", "on Friday: 2023-03-17 / 2023-03-24"},
      {"on/ADP:2:case Saturday/NNP:0:root", "on Saturday: 2023-03-18"},
      {"last/JJ:2:amod Saturday/NNP:0:root", "last Saturday: 2023-03-11"},
      {"next/JJ:2:amod Monday/NNP:0:root", "next Monday: 2023-03-20 ahead"},
      {"Friday/NNP:0:root morning/NN:1:compound", "Friday morning: 2023-03-17 / 2023-03-24"},
      {"in/ADP:2:case May/NNP:0:root", "in May: 2022-05-01..2022-05-31 / 2023-05-01..2023-05-31"},
      {"in/ADP:2:case January/NNP:0:root", "in January: 2023-01-01..2023-01-31 / 2024-01-01..2024-01-31"},
      {"yesterday/NN:0:root", "yesterday: 2023-03-17"},
      {"tomorrow/NN:0:root", "tomorrow: 2023-03-19 ahead"},
      {"next/JJ:2:amod week/NN:0:root", "next week: 2023-03-20..2023-03-26 ahead"},
      {"last/JJ:2:amod year/NN:0:root", "last year: 2022-01-01..2022-12-31"},
      {"two/NUM:2:nummod days/day/NNS:3:obl ago/ADV:0:root", "two days ago: 2023-03-16"},
      {"two/NUM:2:nummod months/month/NNS:3:obl ago/ADV:0:root", "two months ago: 2023-01-01..2023-01-31"},
  });
}

TEST_CASE("dates that are written out, with and without a year") {
  check({
      {"22/CD:0:root February/NNP:1:nmod 2011/CD:2:nmod", "22 February 2011: 2011-02-22"},
      {"February/NNP:0:root 22/CD:1:nummod ,/PUNCT:1:punct 2011/CD:1:nmod", "February 22, 2011: 2011-02-22"},
      {"February/NNP:0:root 22/CD:1:nummod", "February 22: 2023-02-22 / 2024-02-22"},
      {"the/DET:2:det 24th/ADJ:0:root of/ADP:4:case April/NNP:2:nmod", "the 24th of April: 2022-04-24 / 2023-04-24"},
      {"20/CD:0:root to/ADP:3:case 22/CD:1:nmod March/NNP:1:nmod 2023/CD:4:nmod",
       "20 to 22 March 2023: 2023-03-20..2023-03-22 closed"},
      {"in/ADP:2:case 2011/CD:0:root", "in 2011: 2011-01-01..2011-12-31"},
      {"in/ADP:2:case March/NNP:0:root 2011/CD:2:nmod", "in March 2011: 2011-03-01..2011-03-31"},
      {"February/NNP:0:root 30/CD:1:nummod ,/PUNCT:1:punct 2011/CD:1:nmod", "February 30, 2011: ?"},  // no such day
  });
}

TEST_CASE("an open beginning or end, and parts of a year or month") {
  check({
      {"since/ADP:2:case 2011/CD:0:root", "since 2011: 2011-01-01..?"},
      {"until/ADP:2:case 2011/CD:0:root", "until 2011: ?..2011-12-31"},
      {"early/JJ:2:amod 2022/CD:0:root", "early 2022: 2022-01-01..2022-07-02"},
      {"late/JJ:2:amod April/NNP:0:root 2022/CD:2:nmod", "late April 2022: 2022-04-16..2022-04-30"},
      {"mid-2022/CD:0:root", "mid-2022: 2022-04-02..2022-10-01"},
      {"the/DET:3:det first/ADJ:3:amod quarter/NN:0:root of/ADP:5:case 2024/CD:3:nmod",
       "the first quarter of 2024: 2024-01-01..2024-03-31"},
      {"the/DET:3:det second/ADJ:3:amod half/NN:0:root of/ADP:5:case 2024/CD:3:nmod",
       "the second half of 2024: 2024-07-01..2024-12-31"},
      {"last/JJ:2:amod summer/NN:0:root", "last summer: ?"},  // it depends on the half of the world
      {"the/DET:2:det summer/NN:0:root of/ADP:4:case 2008/CD:2:nmod", "the summer of 2008: 2008-01-01..2008-12-31"},
      {"this/DET:2:det weekend/NN:0:root", "this weekend: 2023-03-18..2023-03-19"},
  });
}

TEST_CASE("without the day of the article only full dates mean days") {
  CHECK(scan("on/ADP:2:case Friday/NNP:0:root", std::nullopt) == "on Friday: ?");
  CHECK(scan("next/JJ:2:amod week/NN:0:root", std::nullopt) == "next week: ? ahead");
  CHECK(scan("in/ADP:2:case May/NNP:0:root", std::nullopt) == "in May: ?");
  CHECK(scan("in/ADP:2:case 2011/CD:0:root", std::nullopt) == "in 2011: 2011-01-01..2011-12-31");
}

TEST_CASE("words that only look like a time are none") {
  check({
      {"may/AUX:2:aux leave/VB:0:root", "-"},
      {"march/VB:0:root", "-"},
      {"2011/CD:2:nummod people/NNS:0:root", "-"},  // a number without a preposition is a number
      {"wed/VBD:0:root", "-"},
      {"April/NNP:2:compound 12/CD:0:root and/CCONJ:5:cc 15/CD:5:nummod people/NNS:2:conj",
       "April 12: 2022-04-12 / 2023-04-12"},
      {"[PER May/NNP:2:nsubj ] left/leave/VBD:0:root", "-"},
  });
}
