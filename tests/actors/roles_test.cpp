// Roles: their words, who bears them, whose they are, and which are over.
#include <entente/actors/roles.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// "minister (title of Roe; of Chad) former": one role after the other.
std::string dump(const Stages& stages, const MentionDrafts& mentions, const std::vector<Role>& roles) {
  constexpr std::string_view Ties[] = {"free", "title", "apposition", "copula"};
  std::string all;
  for (const Role& role : roles) {
    all += (all.empty() ? "" : ", ") + stages.words(role.tokens) + " (";
    all += Ties[static_cast<std::size_t>(role.tie)];
    all += role.bearer == None ? "" : " of " + stages.words(mentions[role.bearer].name);
    for (const DraftId d : role.of) {
      all += "; of " + stages.words(mentions[d].name);
    }
    all += std::string(")") + (role.former ? " former" : "") + (role.left ? " left" : "");
  }
  return all;
}

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
    CHECK(dump(stages, found.mentions, found.roles) == roles);
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

TEST_CASE("offices that are given up or taken away are over, unless that is only possible") {
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] resigned/resign/VBD:0:root as/ADP:5:case prime/JJ:5:amod minister/NN:2:obl",
       "prime minister (copula of Roe) former left"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:4:nsubj:pass ] was/AUX:4:aux:pass sacked/sack/VBN|Tense=Past:0:root",
       "Coach (title of Roe) former left"},
      {"[PER Roe/NNP:3:nsubj ] may/AUX:3:aux resign/VB:0:root as/ADP:6:case prime/JJ:6:amod minister/NN:3:obl",
       "prime minister (copula of Roe)"},
  };
  for (const auto& [text, roles] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    auto found = stages.roles();
    found.roles = mark_left_offices(stages.layers, found.mentions, std::move(found.roles));
    CHECK(dump(stages, found.mentions, found.roles) == roles);
  }
}

TEST_CASE("add_descriptions inserts mentions in text order and renumbers what refers to them") {
  const Stages stages(
      "The/DET:3:det [NAT Chadian/JJ:3:amod ] president/NN:4:nsubj met/meet/VBD:0:root Minister/NNP:6:nmod:desc [PER "
      "Roe/NNP:4:obj ]");
  const auto found = add_descriptions(stages.layers, stages.roles());
  std::string order;
  for (const MentionDraft& it : found.mentions) {
    order += (order.empty() ? "" : " | ") + stages.words(it.tokens);
  }
  CHECK(order == "The Chadian president | Chadian | Minister Roe");
  CHECK(dump(stages, found.mentions, found.roles) == "president (free; of Chadian), Minister (title of Roe)");
  CHECK(found.mentions.by_head[2] == 0);
  CHECK(found.mentions.name_of[1] == 1);
  CHECK(found.mentions.name_of[5] == 2);
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
