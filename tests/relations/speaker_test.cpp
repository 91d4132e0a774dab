// To whom the text attributes a relation.
#include <entente/relations/status.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("the speaker is the subject of the verb of saying that governs the relation") {
  check_full_findings({
      {"[PER Doe/NNP:2:nsubj ] said/say/VBD:0:root that/SCONJ:5:mark [PER Roe/NNP:5:nsubj ] visited/visit/VBD:2:ccomp "
       "[COUNTRY Norland/NNP:5:obj ]",
       "roe -visits-> norland [doe]"},
      {"According/VERB:3:case to/ADP:1:fixed [PER Doe/NNP:6:obl ] ,/PUNCT:3:punct [PER Roe/NNP:6:nsubj ] "
       "visited/visit/VBD:0:root [COUNTRY Norland/NNP:6:obj ]",
       "roe -visits-> norland [doe]"},
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] ,/PUNCT:6:punct [PER "
       "Doe/NNP:6:nsubj ] said/say/VBD:2:parataxis",
       "roe -visits-> norland [doe]"},
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ]", "roe -visits-> norland"},
      {"[PER Doe/NNP:2:nsubj ] slept/sleep/VBD:0:root while/SCONJ:5:mark [PER Roe/NNP:5:nsubj ] "
       "visited/visit/VBD:2:advcl [COUNTRY Norland/NNP:5:obj ]",
       "roe -visits-> norland"},
  });
}

TEST_CASE("the words between quotation marks are whose sentence quotes them, through a paragraph") {
  const SceneReading it(
      "\"/PUNCT:3:punct We/PRON:3:nsubj won/win/VBD:6:ccomp ,/PUNCT:3:punct \"/PUNCT:3:punct said/say/VBD:0:root [PER "
      "Roe/NNP:6:nsubj ] ./PUNCT:6:punct\n"
      "\"/PUNCT:3:punct They/PRON:3:nsubj lost/lose/VBD:0:root ./PUNCT:3:punct \"/PUNCT:3:punct\n\n"
      "Rain/NN:2:nsubj fell/fall/VBD:0:root");
  const Speakers speakers(it.reading);
  CHECK(speakers.of(it.at("won")) == 0);
  CHECK(speakers.of(it.at("lost")) == 0);
  CHECK(speakers.of(it.at("said")) == None);
  CHECK(speakers.of(it.at("fell")) == None);
}
