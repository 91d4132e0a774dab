#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("verbs with subject and object, active and passive") {
  check_findings({
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] ./PUNCT:2:punct",
       "roe -visits-> norland"},
      {"[PER Roe/NNP:3:nsubj:pass ] was/AUX:3:aux:pass criticised/criticise/VBN|Voice=Pass:0:root by/ADP:5:case "
       "[PER Doe/NNP:3:obl:agent ] ./PUNCT:3:punct",
       "doe -criticizes-> roe"},
      {"[PER Roe/NNP:3:nsubj ] will/AUX:3:aux travel/VB:0:root to/ADP:5:case [COUNTRY Norland/NNP:3:obl ]",
       "roe -visits-> norland planned"},
  });
}

TEST_CASE("nouns with their arguments") {
  check_findings({
      {"[PER Roe/NNP:3:nmod:poss ] 's/PART:1:case visit/NN:6:nsubj to/ADP:5:case [COUNTRY Norland/NNP:3:nmod ] "
       "ended/end/VBD:0:root",
       "roe -visits-> norland"},
      {"Talks/talk/NNS:5:nsubj between/ADP:3:case [PER Roe/NNP:1:nmod ] and/CCONJ:5:cc [PER Doe/NNP:3:conj ] "
       "began/begin/VBD:0:root",
       "roe -meets-> doe"},
  });
}
