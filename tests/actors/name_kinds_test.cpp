// The kind of each name, decided from the whole article.
#include <entente/actors/name_kinds.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* kinds;
};

// find_names() ends with this stage.
void check(std::initializer_list<Row> rows) {
  for (const auto& [text, kinds] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(stages.kinds(stages.names()) == kinds);
  }
}

// The names as the tagger has them, as the stage takes them.
std::vector<MentionDraft> tagged(const Stages& stages) {
  std::vector<MentionDraft> names;
  for (const Name& it : stages.text.names.names) {
    MentionDraft draft;
    draft.tokens = draft.name = it.tokens;
    draft.kind = it.kind == NameKind::Person ? ActorKind::Person : ActorKind::Organisation;
    draft.tagged = true;
    names.push_back(draft);
  }
  return names;
}

}  // namespace

TEST_CASE("a name is of the kind that the tagger, the mention model and its own words vote for, everywhere") {
  check({
      {"[LOC Belmont/NNP:2:compound University/NNP:3:nsubj ] fell/fall/VBD:0:root", "Belmont University organisation"},
      {"[LOC Amina/NNP:3:nsubj Holm/NNP:1:flat ] fell/fall/VBD:0:root", "Amina Holm person"},
      {"[LOC Marsh/NNP:2:compound Holm/NNP:3:nsubj ] fell/fall/VBD:0:root", "Marsh Holm place"},
      {"[ORG Marsh/NNP:2:nsubj ] met/meet/VBD:0:root [LOC Marsh/NNP:2:obj ] ,/PUNCT:5:punct [ORG Marsh/NNP:3:conj ]",
       "Marsh organisation, Marsh organisation, Marsh organisation"},
  });
}

TEST_CASE("what the mention model reads counts as the tagger's does") {
  for (const float probability : {0.3F, 1.0F}) {
    CAPTURE(probability);
    Stages stages("[ORG Marsh/NNP:2:nsubj ] fell/fall/VBD:0:root");
    stages.set_reading("Marsh", MentionLabel::NamePlace, probability);
    const NamesWithKinds decided = decide_kinds_of_names(stages.layers, tagged(stages));  // half sure of organisation
    REQUIRE(decided.names.size() == 1);
    CHECK(decided.names[0].kind == (probability < 0.5F ? ActorKind::Organisation : ActorKind::Place));
    REQUIRE(decided.decisions.size() == 1);
    CHECK(decided.decisions[0].name == "Marsh");
    CHECK(decided.decisions[0].kind == decided.names[0].kind);
    CHECK(decided.decisions[0].votes.tagger[2] == 0.5F);
    CHECK(decided.decisions[0].votes.mentions[3] == doctest::Approx(probability).epsilon(0.01));
  }
}

TEST_CASE("full names overrule the tagger on surnames, firms and families") {
  check({
      {"[PER Amina/NNP:3:nsubj Okafor/NNP:1:flat ] met/meet/VBD:0:root [LOC Okafor/NNP:3:obj ]",
       "Amina Okafor person, Okafor person"},
      {"[ORG Bergmann/NNP:2:compound AG/NNP:3:nsubj ] met/meet/VBD:0:root [PER Bergmann/NNP:3:obj ]",
       "Bergmann AG organisation, Bergmann organisation"},
      {"[ORG Bergmann/NNP:2:compound Circle/NNP:3:nsubj ] met/meet/VBD:0:root [PER Bergmann/NNP:3:obj ]",
       "Bergmann Circle organisation, Bergmann person"},
      {"[PER Amina/NNP:3:nsubj Okafor/NNP:1:flat ] met/meet/VBD:0:root the/DET:5:det [PER Okafors/NNPS:3:obj ]",
       "Amina Okafor person, Okafors group"},
      // the article's Jordan is a person
      {"[PER Amina/NNP:3:nsubj Jordan/NNP:1:flat ] left/leave/VBD:0:root\n[PER Jordan/NNP:2:nsubj ] "
       "came/come/VBD:0:root",
       "Amina Jordan person, Jordan person"},
  });
}

TEST_CASE("storms and ships are no persons, wherever their names stand") {
  Stages stages(
      "Hurricane/NNP:2:compound [PER Ian/NNP:3:nsubj ] hit/hit/VBD:0:root [LOC Marsh/NNP:3:obj ]\n"
      "[PER Ian/NNP:2:nsubj ] moved/move/VBD:0:root\n"
      "The/DET:4:det USS/NNP:4:compound [PER Carl/NNP:4:compound Vinson/NNP:5:nsubj ] sailed/sail/VBD:0:root");
  const MentionDrafts names = stages.names();
  CHECK(stages.kinds(names) == "Ian other, Marsh place, Ian other, Carl Vinson other");
  REQUIRE(names.size() == 4);
  CHECK(names[0].storm);
  CHECK(names[2].storm);
  CHECK_FALSE(names[3].storm);
}

TEST_CASE("a field of study names no body, and an unknown country no actor") {
  check({
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root a/DET:4:det professor/NN:2:obj of/ADP:7:case [ORG "
       "International/NNP:7:compound Relations/NNPS:4:nmod ]",
       "Roe person"},
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root a/DET:4:det professor/NN:2:obj of/ADP:7:case [ORG "
       "Harlow/NNP:7:compound University/NNP:4:nmod ]",
       "Roe person, Harlow University organisation"},
      {"A/DET:3:det [NAT Cantonese/JJ:3:amod ] opera/NN:4:nsubj opened/open/VBD:0:root", ""},
      {"[COUNTRY Benin/NNP:2:compound Republic/NNP:3:nsubj ] voted/vote/VBD:0:root", "Benin Republic country"},
  });
}
