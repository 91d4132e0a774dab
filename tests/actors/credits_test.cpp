// Which words belong to a credit.
#include <entente/actors/credits.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* credits;  // one letter per token: "c" in a credit
};

std::string credits_of(const Stages& stages) {
  std::string marks;
  for (const std::uint8_t it : find_credits(stages.layers, find_known_names(stages.layers))) {
    marks += it != 0 ? 'c' : '.';
  }
  return marks;
}

}  // namespace

TEST_CASE("brackets that hold nothing but media with an agency among them are a credit") {
  const Row rows[] = {
      {"It/PRON:2:nsubj fell/fall/VBD:0:root (/PUNCT:4:punct [ORG AFP/NNP:2:dep ] ,/PUNCT:6:punct dpa/NNP:4:conj "
       ")/PUNCT:4:punct",
       "..cccc."},
      {"It/PRON:2:nsubj fell/fall/VBD:0:root (/PUNCT:4:punct [ORG Reuters/NNP:2:dep ] //PUNCT:6:punct [ORG "
       "AP/NNP:4:conj ] )/PUNCT:4:punct",
       "..cccc."},
      {"It/PRON:2:nsubj fell/fall/VBD:0:root (/PUNCT:4:punct [ORG Boeing/NNP:2:dep ] )/PUNCT:4:punct", "....."},
      {"He/PRON:2:nsubj told/tell/VBD:0:root (/PUNCT:4:punct [ORG Reuters/NNP:2:obj ] said/say/VBD:2:parataxis "
       ")/PUNCT:4:punct",
       "......"},
      // letters alone name no agency, and a bracket that stays open is none
      {"It/PRON:2:nsubj fell/fall/VBD:0:root (/PUNCT:4:punct HJ/NNP:2:dep )/PUNCT:4:punct", "....."},
      {"It/PRON:2:nsubj fell/fall/VBD:0:root (/PUNCT:4:punct [ORG AFP/NNP:2:dep ]", "...."},
  };
  for (const auto& [text, credits] : rows) {
    CAPTURE(text);
    CHECK(credits_of(Stages(text)) == credits);
  }
}

TEST_CASE("a label of credits takes the names after it, up to the next label or a word of prose") {
  const Row rows[] = {
      {"Author/NNP:0:root :/PUNCT:1:punct [PER Jane/NNP:1:dep Roe/NNP:3:flat ] Editor/NNP:1:dep :/PUNCT:5:punct [PER "
       "John/NNP:5:dep Doe/NNP:7:flat ]",
       "c.ccc.cc"},
      {"Author/NNP:0:root :/PUNCT:1:punct [PER Jane/NNP:1:dep Roe/NNP:3:flat ] visited/visit/VBD:1:dep [LOC "
       "Oslo/NNP:5:obj ]",
       "c.cc.."},
      {"Authors/NNS:0:root :/PUNCT:1:punct Jane/NNP:1:dep Roe/NNP:3:flat ,/PUNCT:3:punct John/NNP:3:conj "
       "Doe/NNP:6:flat "
       ",/PUNCT:6:punct Ada/NNP:3:conj Holm/NNP:9:flat",
       "c.ccccccc."},  // no longer than seven words
      {"Witness/NNP:0:root :/PUNCT:1:punct [PER Jane/NNP:1:dep Roe/NNP:3:flat ]", "...."},
  };
  for (const auto& [text, credits] : rows) {
    CAPTURE(text);
    CHECK(credits_of(Stages(text)) == credits);
  }
}
