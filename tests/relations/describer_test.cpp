// What becomes of a match or a reading: status, speaker, time, confidence, and why.
#include <entente/relations/describer.hpp>

#include <doctest/doctest.h>

#include <entente/relations/rules.hpp>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

Describer describer(const SceneReading& it) {
  return {it.reading, it.lexicons.types, it.lexicons.belonging, find_times(it.reading, it.lexicons.time_words)};
}

std::vector<Finding> by_rules(const SceneReading& it) {
  return describer(it).describe(match_rules(it.reading, it.lexicons.belonging), it.lexicons.governors);
}

// "roe -visits-> norland planned [doe] (2023-03-20)"
std::string dump(const SceneReading& it, const std::vector<Finding>& findings) {
  std::string all;
  for (const Finding& f : findings) {
    all += (all.empty() ? "" : "; ") + it.id(f.source_mention) + " -" + it.lexicons.types.types[f.type].name + "-> " +
           it.id(f.target_mention);
    all += f.status == Status::Asserted ? "" : " " + std::string(status_name(f.status));
    all += f.speaker == None ? "" : " [" + it.scene.actors.actors[f.speaker].id + "]";
    all += f.time ? " (" + (f.time->from.empty() ? "?" : f.time->from) + ")" : "";
  }
  return all;
}

struct Row {
  const char* text;
  const char* findings;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, findings] : rows) {
    CAPTURE(text);
    const SceneReading it(text, "2023-03-18");
    CHECK(dump(it, by_rules(it)) == findings);
  }
}

// What the relation model reads between the first two mentions, at a word.
struct ReadRow {
  const char* text;
  const char* type;
  const char* word;  // "" for none
  Status read;
  const char* finding;
};

void check_read(std::initializer_list<ReadRow> rows) {
  for (const ReadRow& row : rows) {
    CAPTURE(row.text);
    const SceneReading it(row.text, "2023-03-18");
    PairScore reading;
    reading.sentence = 0;
    reading.source = 0;
    reading.target = 1;
    reading.type = *it.lexicons.types.find(row.type);
    reading.status = row.read;
    reading.word = std::string_view(row.word).empty() ? None : it.at(row.word);
    CHECK(dump(it, {describer(it).describe(reading)}) == row.finding);
  }
}

}  // namespace

TEST_CASE("a match has its predicate, its reason, and less confidence the further its arguments were looked for") {
  const SceneReading it(
      "[PER Roe/NNP:2:nsubj ] rested/rest/VBD:0:root and/CCONJ:4:cc visited/visit/VBD:2:conj [COUNTRY "
      "Norland/NNP:4:obj "
      "] ./PUNCT:2:punct\n"
      "[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ]");
  const std::vector<Finding> found = by_rules(it);
  REQUIRE(found.size() == 2);
  CHECK(found[0].confidence == doctest::Approx(0.95F * 0.96F));
  CHECK(found[1].confidence == doctest::Approx(0.95F));
  CHECK(found[1].predicate == "visit");
  CHECK(found[1].sentence == 1);
  CHECK(it.form(found[1].predicate_tokens.begin) == "visited");
  CHECK(found[0].why.find("source Roe (shared)") != std::string::npos);
  CHECK(found[1].why.find("source Roe (direct); target Norland (direct)") != std::string::npos);
}

TEST_CASE("status, speaker and time are those of the words around the predicate") {
  check({
      {"[PER Doe/NNP:2:nsubj ] said/say/VBD:0:root [PER Roe/NNP:5:nsubj ] will/AUX:5:aux visit/VB:2:ccomp [COUNTRY "
       "Norland/NNP:5:obj ] on/ADP:8:case Monday/NNP:5:obl",
       "roe -visits-> norland planned [doe] (2023-03-20)"},
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] on/ADP:5:case Monday/NNP:2:obl",
       "roe -visits-> norland (2023-03-13)"},
      // the present with a time that is to come
      {"[PER Roe/NNP:2:nsubj ] visits/visit/VBZ:0:root [COUNTRY Norland/NNP:2:obj ] next/JJ:5:amod week/NN:2:obl",
       "roe -visits-> norland planned (2023-03-20)"},
      {"No/DET:3:det [NAT Norland/JJ:3:amod ] soldier/NN:4:nsubj attacked/attack/VBD:0:root [COUNTRY Sudland/NNP:4:obj "
       "]",
       "norland -attacks-> sudland negated"},
  });
}

TEST_CASE("the present of an announcement is planned where the article says that he will") {
  const std::string now = "[PER Roe/NNP:2:nsubj ] visits/visit/VBZ:0:root [COUNTRY Norland/NNP:2:obj ]";
  check({{now.c_str(), "roe -visits-> norland"}});
  check({{(now + "\n[PER Roe/NNP:3:nsubj ] will/AUX:3:aux visit/VB:0:root [COUNTRY Sudland/NNP:3:obj ]").c_str(),
          "roe -visits-> norland planned; roe -visits-> sudland planned"}});
  check({{(now + "\n[PER Doe/NNP:3:nsubj ] will/AUX:3:aux visit/VB:0:root [COUNTRY Sudland/NNP:3:obj ]").c_str(),
          "roe -visits-> norland; doe -visits-> sudland planned"}});
}

TEST_CASE("what is broken off has not happened, and what lasts may have ended") {
  check({
      {"[PER Roe/NNP:2:nsubj ] suspended/suspend/VBD:0:root a/DET:4:det visit/NN:2:obj to/ADP:6:case [COUNTRY "
       "Norland/NNP:4:nmod ]",
       "roe -rejects-> norland; roe -visits-> norland negated"},
      {"[PER Roe/NNP:2:nsubj ] led/lead/VBD:0:root [ORG Acme/NNP:2:obj ] until/ADP:5:case 2019/CD:2:obl",
       "roe -leads-> acme ended (?)"},
      {"[PER Roe/NNP:2:nsubj ] led/lead/VBD:0:root [ORG Acme/NNP:2:obj ]", "roe -leads-> acme"},
  });
}

TEST_CASE("a governing verb makes another relation of it") {
  const SceneReading it(
      "[COUNTRY Norland/NNP:2:nsubj ] threatened/threaten/VBD:0:root to/PART:4:mark attack/VB:2:xcomp [COUNTRY "
      "Sudland/NNP:4:obj ]");
  const std::vector<Finding> found = by_rules(it);
  REQUIRE(dump(it, found) == "norland -warns-> sudland");
  CHECK(found[0].predicate == "threaten to attack");
  CHECK(it.form(found[0].predicate_tokens.begin) == "threatened");
  CHECK(found[0].why.find("governed by \"threatened\"") != std::string::npos);
}

TEST_CASE("what the relation model reads keeps its status, unless the words deny it or leave it open") {
  constexpr const char* Visited = "[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ]";
  constexpr const char* Not =
      "[PER Roe/NNP:4:nsubj ] did/AUX:4:aux not/PART:4:advmod visit/VB:0:root [COUNTRY Norland/NNP:4:obj ]";
  check_read({
      {Visited, "visits", "visited", Status::Asserted, "roe -visits-> norland"},
      {Visited, "visits", "visited", Status::Planned, "roe -visits-> norland planned"},
      {Visited, "visits", "", Status::Asserted, "roe -visits-> norland"},
      {Not, "visits", "visit", Status::Asserted, "roe -visits-> norland negated"},
      {Not, "visits", "", Status::Asserted, "roe -visits-> norland negated"},  // on the way between the two
      {"[PER Roe/NNP:3:nsubj ] may/AUX:3:aux visit/VB:0:root [COUNTRY Norland/NNP:3:obj ]", "visits", "visit",
       Status::Asserted, "roe -visits-> norland possible"},
      // a plan is for the relation model to read
      {"[PER Roe/NNP:3:nsubj ] will/AUX:3:aux visit/VB:0:root [COUNTRY Norland/NNP:3:obj ]", "visits", "visit",
       Status::Asserted, "roe -visits-> norland"},
      {"[ORG Acme/NNP:2:nsubj ] raised/raise/VBD:0:root its/PRON:4:nmod:poss bid/NN:2:obj for/ADP:6:case [ORG "
       "Amber/NNP:4:nmod ]",
       "owns", "bid", Status::Asserted, "acme -owns-> amber planned"},
  });
}

TEST_CASE("what a phrase tells in passing is not what its clause leaves open") {
  check_read({
      {"[ORG Amber/NNP:5:nsubj ] of/ADP:3:case [COUNTRY Norland/NNP:1:nmod ] may/AUX:5:aux leave/VB:0:root", "part",
       "leave", Status::Asserted, "amber -part-> norland"},
      {"[ORG Amber/NNP:5:nsubj ] of/ADP:3:case [COUNTRY Norland/NNP:1:nmod ] may/AUX:5:aux leave/VB:0:root", "attacks",
       "leave", Status::Asserted, "amber -attacks-> norland possible"},
  });
}
