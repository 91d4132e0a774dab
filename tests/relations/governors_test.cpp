// Verbs that change the relation they govern, and how what governs a predicate changes its status.
#include <entente/relations/governors.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("a governor makes another relation of the one it governs, instead of it or in addition") {
  check_findings({
      {"[COUNTRY Norland/NNP:2:nsubj ] threatened/threaten/VBD:0:root to/PART:4:mark attack/VB:2:xcomp [COUNTRY "
       "Sudland/NNP:4:obj ]",
       "norland -warns-> sudland"},
      {"[COUNTRY Norland/NNP:2:nsubj ] promised/promise/VBD:0:root to/PART:4:mark help/VB:2:xcomp [COUNTRY "
       "Sudland/NNP:4:obj ]",
       "norland -promises-> sudland planned"},
      {"[COUNTRY Norland/NNP:2:nsubj ] refused/refuse/VBD:0:root to/PART:4:mark help/VB:2:xcomp [COUNTRY "
       "Sudland/NNP:4:obj ]",
       "norland -rejects-> sudland; norland -aids-> sudland negated"},
  });
}

TEST_CASE("a governor that says nothing of the relation leaves it, with the status that it gives") {
  check_findings({
      {"[COUNTRY Norland/NNP:2:nsubj ] plans/plan/VBZ:0:root to/PART:4:mark attack/VB:2:xcomp [COUNTRY "
       "Sudland/NNP:4:obj ]",
       "norland -attacks-> sudland planned"},
      {"[COUNTRY Norland/NNP:2:nsubj ] denied/deny/VBD:0:root attacking/attack/VBG:2:xcomp [COUNTRY Sudland/NNP:3:obj "
       "]",
       "norland -attacks-> sudland negated"},
  });
}
