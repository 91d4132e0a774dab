// What the rules propose.
#include <entente/relations/rules.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* found;
};

void check(std::initializer_list<Row> rows, const Lexicons& lexicons = shipped_lexicons()) {
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    const SceneReading it(text, "", lexicons);
    CHECK(it.dump(match_rules(it.reading, lexicons.belonging)) == found);
  }
}

}  // namespace

TEST_CASE("verbs, nouns, adjectives and participles propose what their frames say, in text order, before belonging") {
  check({
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ]", "roe -visits-> norland"},
      {"[PER Roe/NNP:3:nmod:poss ] 's/PART:1:case visit/NN:6:nsubj to/ADP:5:case [COUNTRY Norland/NNP:3:nmod ] "
       "ended/end/VBD:0:root",
       "roe -visits-> norland"},
      {"[NAT German/JJ:2:amod ] carmaker/NN:3:compound [ORG Audi/NNP:4:nsubj ] praised/praise/VBD:0:root [PER "
       "Roe/NNP:4:obj ]",
       "audi -praises-> roe; audi -part-> german"},
      {"[PER Roe/NNP:2:nsubj ] slept/sleep/VBD:0:root", ""},
  });
}

TEST_CASE("a word of a name proposes nothing, a word beside it does") {
  const Lexicons visits("[visits]\nA's tour of B\n");
  check({{"[ORG Roe/NNP:2:compound Tour/NNP:5:nsubj ] of/ADP:4:case [COUNTRY Norland/NNP:2:nmod ] ended/end/VBD:0:root",
          ""},
         {"[PER Roe/NNP:3:nmod:poss ] 's/PART:1:case tour/NN:6:nsubj of/ADP:5:case [COUNTRY Norland/NNP:3:nmod ] "
          "ended/end/VBD:0:root",
          "roe -visits-> norland"}},
        visits);
}

TEST_CASE("a title gives its office more exactly than the frame of its last word") {
  SceneReading it(
      "[PER Roe/NNP:4:nsubj ] is/be/VBZ:4:cop the/DET:4:det president/NN:0:root of/ADP:6:case [COUNTRY "
      "Norland/NNP:4:nmod ]");
  const auto found = [&] { return it.dump(match_rules(it.reading, it.lexicons.belonging)); };
  CHECK(found() == "roe -leads-> norland");
  it.scene.actors.titles.push_back({0, 1, {it.at("president"), it.at("president") + 1}, "foreign minister", false});
  CHECK(found() == "roe -represents-> norland");
  it.scene.actors.titles[0].office = "no such office";  // … which must say what it implies
  CHECK(found() == "roe -leads-> norland");
}

TEST_CASE("an office that depends on a verb is related by its title alone") {
  const Lexicons lexicons("[leads]\nA resign from B\n");
  SceneReading it(
      "[PER Roe/NNP:2:nsubj ] resigned/resign/VBD:0:root from/ADP:4:case [ORG Acme/NNP:2:obl ] as/ADP:6:case "
      "chairman/NN:2:obl",
      "", lexicons);
  CHECK(it.dump(match_rules(it.reading, lexicons.belonging)) == "roe -leads-> acme");
  it.scene.actors.titles.push_back({0, 1, {it.at("chairman"), it.at("chairman") + 1}, "no such office", true});
  CHECK(it.dump(match_rules(it.reading, lexicons.belonging)).empty());
}
