// Who fills the arguments of a predicate: passives, relative clauses, control, coordination, nouns and apposition.
#include <entente/relations/arguments.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("a verb without a subject takes that of the verb that governs it or is joined to it") {
  check_findings({
      {"[PER Roe/NNP:2:nsubj ] tried/try/VBD:0:root to/PART:4:mark visit/VB:2:xcomp [COUNTRY Norland/NNP:4:obj ]",
       "roe -visits-> norland planned"},
      {"[PER Roe/NNP:2:nsubj ] rested/rest/VBD:0:root and/CCONJ:4:cc visited/visit/VBD:2:conj [COUNTRY "
       "Norland/NNP:4:obj ]",
       "roe -visits-> norland"},
      {"[PER Doe/NNP:2:nsubj ] knew/know/VBD:0:root [PER Roe/NNP:2:obj ] ,/PUNCT:6:punct who/PRON|PronType=Rel:6:nsubj "
       "visited/visit/VBD:3:acl:relcl [COUNTRY Norland/NNP:6:obj ]",
       "roe -visits-> norland"},
  });
}

TEST_CASE("each of the actors that are joined is an argument") {
  check_findings({
      {"[PER Roe/NNP:4:nsubj ] and/CCONJ:3:cc [PER Doe/NNP:1:conj ] visited/visit/VBD:0:root [COUNTRY "
       "Norland/NNP:4:obj ]",
       "roe -visits-> norland; doe -visits-> norland"},
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/NNP:2:obj ] and/CCONJ:5:cc [COUNTRY "
       "Sudland/NNP:3:conj ]",
       "roe -visits-> norland; roe -visits-> sudland"},
  });
}

TEST_CASE("an actor has no relation with itself") {
  check_findings({{"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Roe/NNP:2:obj ]", ""}});
}

TEST_CASE("what the words exclude is denied") {
  check_findings({
      {"No/DET:3:det [NAT Norland/JJ:3:amod ] soldier/NN:4:nsubj attacked/attack/VBD:0:root [COUNTRY Sudland/NNP:4:obj "
       "]",
       "norland -attacks-> sudland negated"},
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root not/PART:4:advmod [COUNTRY Norland/NNP:2:obj ] but/CCONJ:6:cc "
       "[COUNTRY Sudland/NNP:4:conj ]",
       "roe -visits-> norland negated; roe -visits-> sudland"},
  });
}
