// Offices that the text says are over.
#include <entente/actors/left_offices.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* roles;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, roles] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const MentionsAndRoles found = stages.roles();
    CHECK(stages.dump(found.mentions, mark_left_offices(stages.layers, found.mentions, found.roles)) == roles);
  }
}

}  // namespace

TEST_CASE("an office is over that is given up or taken away with \"as\", by whoever goes") {
  check({
      {"[PER Roe/NNP:2:nsubj ] resigned/resign/VBD:0:root as/ADP:5:case prime/JJ:5:amod minister/NN:2:obl",
       "prime minister (copula of Roe) former left"},
      {"[PER Roe/NNP:2:nsubj ] stepped/step/VBD:0:root down/ADV:2:advmod as/ADP:5:case chairman/NN:2:obl",
       "chairman (copula of Roe) former left"},
      // "step" and "stand" without their small word are no leaving
      {"[PER Roe/NNP:2:nsubj ] stood/stand/VBD:0:root as/ADP:4:case chairman/NN:2:obl", "chairman (free)"},
      {"[PER Roe/NNP:3:nsubj:pass ] was/AUX:3:aux:pass ousted/oust/VBN|Tense=Past:0:root as/ADP:5:case "
       "chairman/NN:3:obl",
       "chairman (copula of Roe) former left"},
      {"[ORG Boeing/NNP:2:nsubj ] sacked/sack/VBD:0:root [PER Roe/NNP:2:obj ] as/ADP:5:case chairman/NN:2:obl",
       "chairman (copula of Roe; of Boeing) former left"},
  });
}

TEST_CASE("an office before or after the name is over where its holder goes, unless the verb names another") {
  check({
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:4:nsubj:pass ] was/AUX:4:aux:pass sacked/sack/VBN|Tense=Past:0:root",
       "Coach (title of Roe) former left"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] resigned/resign/VBD:0:root", "Coach (title of Roe) former left"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] quit/quit/VBD:0:root smoking/smoke/VBG:3:xcomp",
       "Coach (title of Roe)"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] retired/retire/VBD:0:root to/ADP:5:case [LOC Nice/NNP:3:obl ]",
       "Coach (title of Roe)"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] slept/sleep/VBD:0:root", "Coach (title of Roe)"},
  });
}

TEST_CASE("what may, will or did not happen ends nothing") {
  check({
      {"[PER Roe/NNP:3:nsubj ] may/AUX:3:aux resign/VB:0:root as/ADP:6:case prime/JJ:6:amod minister/NN:3:obl",
       "prime minister (copula of Roe)"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:5:nsubj:pass ] was/AUX:5:aux:pass not/PART:5:advmod "
       "sacked/sack/VBN|Tense=Past:0:root",
       "Coach (title of Roe)"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] resigns/resign/VBZ:0:root", "Coach (title of Roe)"},
  });
}

TEST_CASE("\"until\" ends what a copula in the past or an apposition says") {
  check({
      {"[PER Roe/NNP:3:nsubj ] was/be/VBD:3:cop president/NN:0:root until/ADP:5:case 2019/CD:3:obl",
       "president (copula of Roe) former"},
      {"[PER Roe/NNP:3:nsubj ] is/be/VBZ:3:cop president/NN:0:root until/ADP:5:case 2019/CD:3:obl",
       "president (copula of Roe)"},
      {"[PER Roe/NNP:7:nsubj ] ,/PUNCT:3:punct president/NN:1:appos until/ADP:5:case 2019/CD:3:nmod ,/PUNCT:3:punct "
       "spoke/speak/VBD:0:root",
       "president (apposition of Roe) former"},
  });
}
