// Offices and belonging that no predicate says.
#include <entente/relations/belonging.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// The tree and the words may give the same match: each is listed once.
std::string found_in(const SceneReading& it) {
  std::vector<Match> matches;
  match_belonging(it.reading, it.lexicons.belonging, matches);
  std::string all;
  for (const Match& match : matches) {
    CHECK(match.attributive);
    const std::string one = it.dump(std::vector<Match>{match});
    all += all.find(one) != std::string::npos ? "" : (all.empty() ? "" : "; ") + one;
  }
  return all;
}

struct Row {
  const char* text;
  const char* found;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    CHECK(found_in(SceneReading(text)) == found);
  }
}

}  // namespace

TEST_CASE("an office has the frame of what it implies, ended where it was held once") {
  const Lexicons& all = shipped_lexicons();
  const auto type = [&](const char* office) { return all.types.types[all.belonging.office(office)->type].name; };
  CHECK(type("president") == "leads");
  CHECK(type("foreign minister") == "represents");
  CHECK(type("journalist") == "member");
  CHECK(all.belonging.office("president")->status == Status::Asserted);
  CHECK(all.belonging.office("president", true)->status == Status::Ended);
  CHECK(all.belonging.office("president", true)->type == all.belonging.office("president")->type);
  CHECK(all.belonging.office("no such office") == nullptr);
  CHECK(all.belonging.office("") == nullptr);
  CHECK(all.belonging.is_of_organisation("journalist"));
  CHECK_FALSE(all.belonging.is_of_organisation("president"));
  const Words& words = all.predicates.words();
  CHECK(all.belonging.is_party(words, "Norland Labour Party"));
  CHECK_FALSE(all.belonging.is_party(words, "Senate of Norland"));
  CHECK_FALSE(all.belonging.is_party(words, ""));
  CHECK(all.belonging.is_transfer(words.find("sign")));
  CHECK_FALSE(all.belonging.is_transfer(words.find("visit")));
  CHECK_FALSE(all.belonging.is_transfer(NoWord));
}

TEST_CASE("a title relates its holder to what it is held for") {
  const char* const text =
      "[NAT German/JJ:2:amod ] president/NN:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root";
  struct Held {
    const char* office;
    bool former;
    const char* found;
  };
  for (const auto& [office, former, found] :
       {Held{"president", false, "roe -leads-> german; roe -citizen-> german"},
        Held{"foreign minister", false, "roe -represents-> german; roe -citizen-> german"},
        Held{"no such office", false, "roe -citizen-> german"}}) {
    CAPTURE(office);
    SceneReading it(text);
    it.scene.actors.titles.push_back({1, 0, {it.at("president"), it.at("president") + 1}, office, former});
    CHECK(found_in(it) == found);
  }
  SceneReading unknown(text);
  unknown.scene.actors.titles.push_back({1, None, {1, 2}, "president", false});
  CHECK(found_in(unknown) == "roe -citizen-> german");
  SceneReading deputy(
      "[NAT German/JJ:3:amod ] deputy/JJ:3:amod president/NN:4:nmod:desc [PER Roe/NNP:5:nsubj ] "
      "spoke/speak/VBD:0:root");
  deputy.scene.actors.titles.push_back({1, 0, {2, 3}, "president", false});
  CHECK(found_in(deputy) == "roe -citizen-> german");
}

TEST_CASE("the land before a name is where it is or what it belongs to, and a person its citizen") {
  check({
      {"[NAT German/JJ:2:amod ] carmaker/NN:3:compound [ORG Audi/NNP:4:nsubj ] grew/grow/VBD:0:root",
       "audi -part-> german"},
      {"[COUNTRY Germany/NNP:3:nmod:poss ] 's/PART:1:case [ORG Audi/NNP:4:nsubj ] grew/grow/VBD:0:root",
       "audi -part-> germany"},
      {"[COUNTRY Germany/NNP:3:nmod:poss ] 's/PART:1:case [LOC Bonn/NNP:4:nsubj ] grew/grow/VBD:0:root",
       "bonn -located-> germany"},
      {"A/DET:3:det [NAT German/JJ:3:amod ] journalist/NN:4:nmod:desc [PER Roe/NNP:5:nsubj ] spoke/speak/VBD:0:root",
       "roe -citizen-> german"},
      // a nationality that no noun carries says less
      {"[NAT German/JJ:2:amod ] [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root", ""},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root [COUNTRY Germany/NNP:2:obj ]", ""},
  });
  SceneReading firm("[COUNTRY Germany/NNP:3:nmod:poss ] 's/PART:1:case [ORG Audi/NNP:4:nsubj ] grew/grow/VBD:0:root");
  firm.scene.actors.actors[1].private_body = true;
  CHECK(found_in(firm) == "audi -located-> germany");  // a ministry is a part of its country, a firm is in it
}

TEST_CASE("a club's or paper's person is its member, a party's leader a member of it") {
  check({
      {"[ORG Schalke/NNP:3:nmod:poss ] 's/PART:1:case [PER Raul/NNP:4:nsubj ] scored/score/VBD:0:root",
       "raul -member-> schalke"},
      {"[PER Holm/NNP:4:nmod:poss ] 's/PART:1:case [ORG Amber/NNP:4:compound Party/NNP:5:nsubj ] won/win/VBD:0:root",
       "holm -member-> amberparty"},
      {"[PER Holm/NNP:4:nmod:poss ] 's/PART:1:case [ORG Amber/NNP:4:compound Works/NNP:5:nsubj ] won/win/VBD:0:root",
       ""},
      {"[PER Fischer/NNP:5:nsubj ] (/PUNCT:3:punct [ORG CDU/NNP:1:appos ] )/PUNCT:3:punct spoke/speak/VBD:0:root",
       "fischer -member-> cdu"},
      {"[PER Fischer/NNP:5:nsubj ] (/PUNCT:3:punct [LOC Bonn/NNP:1:appos ] )/PUNCT:3:punct spoke/speak/VBD:0:root", ""},
      {"[PER Sun/NNP:7:nsubj ] from/ADP:6:case the/DET:6:det think/NN:5:compound tank/NN:6:compound [ORG "
       "Stimson/NNP:1:nmod ] spoke/speak/VBD:0:root",
       "sun -member-> stimson"},
      {"[PER Sun/NNP:6:nsubj ] from/ADP:3:case [LOC Bonn/NNP:1:nmod ] near/ADP:5:case [ORG Stimson/NNP:3:nmod ] "
       "spoke/speak/VBD:0:root",
       ""},
  });
}

TEST_CASE("\"based\" says where a name is") {
  check({
      {"[LOC Baltimore/NNP:3:compound ] ~-/PUNCT:3:punct ~based/VBN:4:amod [ORG Acme/NNP:5:nsubj ] "
       "grew/grow/VBD:0:root",
       "acme -located-> baltimore"},
      {"[LOC Lahore/NNP:3:compound ] ~-/PUNCT:3:punct ~based/VBN:4:amod analyst/NN:5:nmod:desc [PER Khan/NNP:6:nsubj ] "
       "spoke/speak/VBD:0:root",
       "khan -located-> lahore"},
      {"[ORG Acme/NNP:3:compound ] ~-/PUNCT:3:punct ~based/VBN:4:amod [PER Khan/NNP:5:nsubj ] spoke/speak/VBD:0:root",
       ""},
      {"[LOC Lahore/NNP:3:compound ] ~-/PUNCT:3:punct ~based/VBN:4:amod firms/NNS:5:nsubj fear/fear/VBP:0:root [PER "
       "Khan/NNP:5:obj ]",
       ""},
  });
}
