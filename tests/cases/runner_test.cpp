// The runner itself: the case files, and every form of expectation against findings made by hand.
#include <doctest/doctest.h>

#include <entente/base/error.hpp>

#include "cases/case_file.hpp"
#include "cases/findings.hpp"

using namespace entente;
using namespace entente::cases;

namespace {

Found summit() {
  Found found;
  found.headline = "A summit";
  found.actors = {{"ada-moor", "Ada Moor", "person", "feminine", "President of Norland", {"Moor", "the president"}},
                  {"norland", "Norland", "country", "unknown", "", {}},
                  {"sudland", "Sudland", "country", "unknown", "", {}}};
  found.mentions = {{"President Ada Moor", "Ada Moor", "ada-moor"}, {"it", "", "norland"}, {"it", "", "sudland"}};
  found.relations = {{"ada-moor", "visits", "sudland", false, "planned", "norland", "travel to", "next week",
                      "2023-03-20", "2023-03-26", "Moor will travel to Sudland next week."},
                     {"norland", "meets", "sudland", true, "asserted", "", "meet", "", "", "", "They met."},
                     {"norland", "attacks", "sudland", false, "negated", "", "attack", "", "", "", "It did not."}};
  found.titles = {{"ada-moor", "president", "norland"}};
  return found;
}

}  // namespace

TEST_CASE("check knows every form of expectation") {
  const Found found = summit();
  const std::vector<std::pair<std::string, bool>> table = {
      {"actor Ada Moor person", true},
      {"actor moor", true},
      {"actor president ada moor person", true},
      {"actor Norland place", false},
      {"actor Westland", false},
      {"no-actor Westland", true},
      {"no-actor Moor", false},
      {"actors Moor | Norland | Sudland", true},
      {"actors Moor | Norland", false},
      {"actors Moor | Norland | Sudland | Westland", false},
      {"same \"Moor\" | the President", true},
      {"same it#2 | Sudland", true},
      {"same it#1 | Sudland", false},
      {"same it#3 | Sudland", false},
      {"not-same Norland | Sudland | Moor", true},
      {"not-same Moor | president", false},
      {"Moor -visits-> Sudland", true},
      {"Moor -visits-> Norland | Sudland planned", true},
      {"Moor -visits-> Sudland asserted", false},
      {"Sudland -visits-> Moor", false},
      {"Moor -meets|visits-> Sudland planned", true},
      {"Moor -*-> Sudland", true},
      {"Sudland -meets-> Norland", true},
      {"Norland -attacks-> Sudland", false},
      {"Norland -attacks-> Sudland negated", true},
      {"not Norland -attacks-> Sudland", false},
      {"not Norland -attacks-> Sudland asserted", true},
      {"not Sudland -attacks-> Norland", true},
      {"Moor -visits-> Sudland planned speaker: Norland time: next week from: 2023-03-20", true},
      {"Moor -visits-> Sudland predicate: travel to evidence: will travel", true},
      {"Moor -visits-> Sudland speaker: none", false},
      {"Norland -meets-> Sudland speaker: none", true},
      {"pair Sudland | Moor", true},
      {"pair Norland | Moor", false},
      {"no-pair Norland | Moor", true},
      {"no-relations", false},
      {"title Moor | president | Norland", true},
      {"title Moor | president | -", false},
      {"title Moor | king", false},
      {"description Moor: President of Norland", true},
      {"description Moor: Queen", false},
      {"gender Moor feminine", true},
      {"headline: A summit", true},
      {"Moor visits Sudland", false},
  };
  for (const auto& [expectation, expected] : table) {
    CAPTURE(expectation);
    const std::string wrong = check(found, expectation);
    CAPTURE(wrong);
    CHECK(wrong.empty() == expected);
  }
}

TEST_CASE("parse_cases reads names, directives, paragraphs and todo marks") {
  const auto cases = parse_cases(
      "# date: 2023-03-18\n# a comment\n\n## one\n> Ada Moor left. She\n> smiled.\n>\n> Then rain.\nactor Moor\n"
      "todo no-actor Rain\n\n## two\n# date: 2024-01-01\n> Yes.\nno-relations\n",
      "x.cases");
  REQUIRE(cases.size() == 2);
  CHECK(cases[0].name == "one");
  CHECK(cases[0].line == 4);
  CHECK(cases[0].date == "2023-03-18");
  CHECK(cases[0].text == "Ada Moor left. She smiled.\n\nThen rain.");
  REQUIRE(cases[0].expectations.size() == 2);
  CHECK(cases[0].expectations[1].todo);
  CHECK(cases[0].expectations[1].text == "no-actor Rain");
  CHECK(cases[1].date == "2024-01-01");
}

TEST_CASE("parse_cases refuses what it cannot read, with the line") {
  CHECK_THROWS_WITH_AS(parse_cases("actor X\n", "x.cases"), doctest::Contains("x.cases:1"), Error);
  CHECK_THROWS_WITH_AS(parse_cases("\n## one\n> A.\n", "x.cases"), doctest::Contains("x.cases:2"), Error);
  CHECK_THROWS_WITH_AS(parse_cases("## one\n> A.\nactor A\n> B.\n", "x.cases"), doctest::Contains("x.cases:4"), Error);
}

TEST_CASE("parse_text_case reads directives and keeps a heading of Markdown") {
  const Case read =
      parse_text_case("# date: 2023-03-18\n# A heading\n\nText.", "actor X\n\n# why\nactor Y\n", "a/b.txt");
  CHECK(read.name == "b");
  CHECK(read.date == "2023-03-18");
  CHECK(read.text == "# A heading\n\nText.");
  CHECK(read.expectations.size() == 2);
}
