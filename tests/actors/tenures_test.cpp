// Who holds which office, and of what.
#include <entente/actors/tenures.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* tenures;
};

}  // namespace

TEST_CASE("tenures say who holds which office, of what, and what was left everywhere") {
  const Row rows[] = {
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root",
       "Chadian President Roe: President of Chadian"},
      {"A/DET:3:det [NAT German/JJ:3:amod ] journalist/NN:4:nmod:desc [PER Roe/NNP:5:nsubj ] spoke/speak/VBD:0:root",
       "A German journalist Roe: journalist"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root ./PUNCT:3:punct\n"
       "[PER Roe/NNP:2:nsubj ] resigned/resign/VBD:0:root as/ADP:4:case coach/NN:2:obl",
       "Coach Roe: Coach (former), Roe: coach (former)"},
      // another office of the same person, and the same office of another, go on
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] met/meet/VBD:0:root Coach/NNP:5:nmod:desc [PER Doe/NNP:3:obj ]\n"
       "[PER Roe/NNP:2:nsubj ] resigned/resign/VBD:0:root as/ADP:4:case chairman/NN:2:obl",
       "Coach Roe: Coach, Coach Doe: Coach, Roe: chairman (former)"},
      // several who share the word hold it each for himself or not at all
      {"The/DET:2:det ministers/NNS:3:nsubj met/meet/VBD:0:root [PER Roe/NNP:3:obj ]", ""},
  };
  for (const auto& [text, tenures] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const NamedText it = stages.named();
    CHECK(stages.dump(it.coref.mentions, find_tenures(stages.layers, it.coref, it.roles)) == tenures);
  }
}

TEST_CASE("of several names in the phrase the office is that of the kind that it asks for") {
  const Row rows[] = {
      {"[NAT German/JJ:3:amod ] [ORG Boeing/NNP:3:compound ] chairman/NN:4:nmod:desc [PER Roe/NNP:5:nsubj ] "
       "spoke/speak/VBD:0:root",
       "German Boeing chairman Roe: chairman of Boeing"},
      // a coach is a club's, and no country's
      {"[NAT German/JJ:2:amod ] coach/NN:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root",
       "German coach Roe: coach"},
      {"[PER Roe/NNP:5:nsubj ] is/be/VBZ:5:cop the/DET:5:det [NAT German/JJ:5:amod ] editor/NN:0:root of/ADP:7:case "
       "[ORG Reuters/NNP:5:nmod ]",
       "Roe: editor of Reuters"},
  };
  for (const auto& [text, tenures] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const NamedText it = stages.named();
    CHECK(stages.dump(it.coref.mentions, find_tenures(stages.layers, it.coref, it.roles)) == tenures);
  }
}

TEST_CASE("a description that is somebody by itself holds its office") {
  const Stages stages("The/DET:3:det [NAT Chadian/JJ:3:amod ] president/NN:4:nsubj left/leave/VBD:0:root");
  NamedText it = stages.named();
  REQUIRE(it.tenures.empty());
  const auto president = std::find_if(it.coref.mentions.begin(), it.coref.mentions.end(),
                                      [](const MentionDraft& d) { return d.form == MentionForm::Description; });
  REQUIRE(president != it.coref.mentions.end());
  president->cluster = static_cast<ClusterId>(it.coref.clusters.size());
  it.coref.clusters.emplace_back();
  CHECK(stages.dump(it.coref.mentions, find_tenures(stages.layers, it.coref, it.roles)) ==
        "The Chadian president: president of Chadian");
}
