// Roles: their words, who bears them, whose they are.
#include <entente/actors/roles.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* roles;
};

}  // namespace

TEST_CASE("roles are attached to the names that bear them") {
  const Row rows[] = {
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root",
       "President (title of Roe; of Chadian)"},
      {"[PER Jane/NNP:8:nsubj Roe/NNP:1:flat ] ,/PUNCT:4:punct president/NN:1:appos of/ADP:6:case [COUNTRY "
       "Chad/NNP:4:nmod ] ,/PUNCT:4:punct spoke/speak/VBD:0:root",
       "president (apposition of Jane Roe; of Chad)"},
      {"[PER Roe/NNP:4:nsubj ] is/be/VBZ:4:cop the/DET:4:det chancellor/NN:0:root of/ADP:6:case [COUNTRY "
       "Austria/NNP:4:nmod ]",
       "chancellor (copula of Roe; of Austria)"},
      {"The/DET:3:det [NAT Chadian/JJ:3:amod ] president/NN:4:nsubj spoke/speak/VBD:0:root",
       "president (free; of Chadian)"},
  };
  for (const auto& [text, roles] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const auto found = stages.roles();
    CHECK(stages.dump(found.mentions, found.roles) == roles);
  }
}

TEST_CASE("the phrase of a name with a title includes the title, and by_head follows it") {
  const Stages stages(
      "[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root");
  const auto found = stages.roles();
  const DraftId roe = found.mentions.name_at(2);
  REQUIRE(roe != None);
  CHECK(stages.words(found.mentions[roe].tokens) == "Chadian President Roe");
  CHECK(stages.words(found.mentions[roe].name) == "Roe");
  CHECK(found.mentions.by_head[found.mentions[roe].head] == roe);
}

TEST_CASE("add_bearers gives a copula the person that its subject has become") {
  const Stages stages(
      "She/PRON:4:nsubj is/be/VBZ:4:cop the/DET:4:det mayor/NN:0:root of/ADP:6:case [LOC Lyon/NNP:4:nmod ]");
  auto found = stages.roles();
  REQUIRE(found.roles.size() == 1);
  CHECK(found.roles[0].bearer == None);
  MentionDraft she;
  she.tokens = {0, 1};
  she.head = 0;
  she.kind = ActorKind::Person;
  const DraftId d = found.mentions.add(she);
  CHECK(add_bearers(found.mentions, found.roles)[0].bearer == d);
  found.mentions[d].kind = ActorKind::Country;  // only a person holds an office
  CHECK(add_bearers(found.mentions, found.roles)[0].bearer == None);
}
