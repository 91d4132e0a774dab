#include <entente/relations/status.hpp>

#include <doctest/doctest.h>

#include <entente/relations/modality.hpp>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("status follows modals, negation and what governs the predicate") {
  check_findings({
      {"[PER Roe/PROPN:3:nsubj ] may/AUX:3:aux visit/VB:0:root [COUNTRY Norland/PROPN:3:obj ]",
       "roe -visits-> norland possible"},
      {"[PER Roe/PROPN:4:nsubj ] did/AUX:4:aux not/PART:4:advmod visit/VB:0:root [COUNTRY Norland/PROPN:4:obj ]",
       "roe -visits-> norland negated"},
      {"[PER Roe/PROPN:2:nsubj ] wants/want/VBZ:0:root to/PART:4:mark visit/VB:2:xcomp [COUNTRY Norland/PROPN:4:obj ]",
       "roe -visits-> norland planned"},
      {"[COUNTRY Norland/PROPN:4:nsubj ] will/AUX:4:aux not/PART:4:advmod let/VB:0:root [COUNTRY Sudland/PROPN:4:obj ] "
       "fall/VB:4:xcomp",
       "norland -supports-> sudland"},
  });
}

TEST_CASE("what held once and no longer has ended") {
  check_findings({
      {"[COUNTRY Norland/PROPN:4:nsubj ] no/ADV:3:advmod longer/ADV:4:advmod supports/support/VBZ:0:root [COUNTRY "
       "Sudland/PROPN:4:obj ]",
       "norland -supports-> sudland ended"},
      {"[COUNTRY Norland/PROPN:4:nsubj ] does/do/AUX:4:aux not/PART:4:advmod support/VB:0:root [COUNTRY "
       "Sudland/PROPN:4:obj ] anymore/ADV:4:advmod",
       "norland -supports-> sudland ended"},
      {"[COUNTRY Norland/PROPN:2:nsubj ] stopped/stop/VBD:0:root supporting/support/VBG:2:xcomp [COUNTRY "
       "Sudland/PROPN:3:obj ]",
       "norland -supports-> sudland ended"},
      {"[COUNTRY Norland/PROPN:3:nsubj ] will/AUX:3:aux stop/VB:0:root supporting/support/VBG:3:xcomp [COUNTRY "
       "Sudland/PROPN:4:obj ]",
       "norland -supports-> sudland"},
      {"[COUNTRY Norland/PROPN:4:nsubj ] did/do/AUX:4:aux not/PART:4:advmod stop/VB:0:root "
       "supporting/support/VBG:4:xcomp [COUNTRY Sudland/PROPN:5:obj ]",
       "norland -supports-> sudland"},
      {"[COUNTRY Norland/PROPN:2:nsubj ] used/use/VBD:0:root to/PART:4:mark support/VB:2:xcomp [COUNTRY "
       "Sudland/PROPN:4:obj ]",
       "norland -supports-> sudland ended"},
      {"[COUNTRY Norland/PROPN:2:nsubj ] used/use/VBD:0:root drones/drone/NNS:2:obj to/PART:5:mark "
       "attack/VB:2:advcl [COUNTRY Sudland/PROPN:5:obj ]",
       "norland -attacks-> sudland"},
  });
}

TEST_CASE("speakers and times") {
  const FindingsRow rows[] = {
      {"[PER Doe/PROPN:2:nsubj ] said/say/VBD:0:root [PER Roe/PROPN:4:nsubj ] visited/visit/VBD:2:ccomp "
       "[COUNTRY Norland/PROPN:4:obj ]",
       "roe -visits-> norland [doe]"},
      {"[PER Roe/PROPN:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/PROPN:2:obj ] on/ADP:5:case "
       "Monday/PROPN:2:obl",
       "roe -visits-> norland (2023-03-13..2023-03-13)"},
      {"[PER Roe/PROPN:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/PROPN:2:obj ] in/ADP:5:case 2011/NUM:2:obl",
       "roe -visits-> norland (2011-01-01..2011-12-31)"},
      {"[PER Roe/PROPN:2:nsubj ] visited/visit/VBD:0:root [COUNTRY Norland/PROPN:2:obj ] yesterday/NOUN:2:obl",
       "roe -visits-> norland (2023-03-17..2023-03-17)"},
  };
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    CHECK(full_findings_of(scene(text, "2023-03-18"), shipped_reader()) == found);
  }
}

TEST_CASE("two negations cancel, but to deny a denial leaves open") {
  Modality failed;  // "did not fail to visit"
  failed.negate();
  failed.negate();
  CHECK(failed.status() == Status::Asserted);
  Modality excluded;  // "did not rule out a visit"
  excluded.negate(true);
  excluded.negate();
  CHECK(excluded.status() == Status::Possible);
  Modality abandoned;  // "may not abandon"
  abandoned.apply(Status::Negated);
  abandoned.negate();
  abandoned.apply(Status::Possible);
  CHECK(abandoned.status() == Status::Possible);
  Modality asked;  // "told to stop arming"
  asked.apply(Status::Ended);
  asked.apply(Status::Requested);
  CHECK(asked.status() == Status::Requested);
  Modality dropped;  // "abandoned plans to visit"
  dropped.apply(Status::Planned);
  dropped.apply(Status::Ended);
  CHECK(dropped.status() == Status::Negated);
}

TEST_CASE("who is left out takes no part") {
  check_findings({
      {"No/DET:3:det French/ADJ:3:amod soldier/NN:4:nsubj attacked/attack/VBD:0:root [COUNTRY Sudland/PROPN:4:obj ]",
       ""},
      {"[PER Roe/PROPN:2:nsubj ] met/meet/VBD:0:root not/PART:4:advmod [PER Doe/PROPN:2:obj ] but/CCONJ:6:cc [PER "
       "Poe/PROPN:4:conj ]",
       "roe -meets-> doe negated; roe -meets-> poe"},
      {"[COUNTRY Norland/PROPN:2:nsubj ] supports/support/VBZ:0:root [COUNTRY Sudland/PROPN:2:obj ] rather/ADV:6:cc "
       "than/ADP:4:fixed [COUNTRY Westland/PROPN:3:conj ]",
       "norland -supports-> sudland; norland -supports-> westland negated"},
  });
}

TEST_CASE("status_of starts from the usual status of the frame") {
  const SceneReading it(
      "[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root but/CCONJ:6:cc did/AUX:6:aux not/PART:6:advmod "
      "return/VB:2:conj");
  CHECK(status_of(it.reading, it.at("left"), Status::Asserted) == Status::Asserted);
  CHECK(status_of(it.reading, it.at("left"), Status::Planned) == Status::Planned);
  CHECK(status_of(it.reading, it.at("return"), Status::Asserted) == Status::Negated);
}

TEST_CASE("what somebody was and no longer is") {
  struct Former {
    const char* text;
    bool former;
  };
  for (const auto& [text, former] :
       {Former{"a/DET:3:det former/JJ:3:amod ally/NN:0:root", true},
        Former{"an/DET:3:det old/JJ:3:amod ally/NN:0:root", false}, Former{"the/DET:2:det ally/NN:0:root", false}}) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(is_former(it.reading, it.at("ally")) == former);
  }
}

TEST_CASE("what somebody is not yet") {
  struct Prospective {
    const char* text;
    const char* noun;
    bool prospective;
  };
  for (const auto& [text, noun, prospective] :
       {Prospective{"the/DET:3:det next/JJ:3:amod chairman/NN:0:root", "chairman", true},
        Prospective{"the/DET:2:det nominee/NN:0:root", "nominee", true},
        Prospective{"Senate/NN:2:compound nominee/NN:0:root", "Senate", true},
        Prospective{"the/DET:3:det tall/JJ:3:amod chairman/NN:0:root", "chairman", false},
        Prospective{"chairman/NN:0:root of/ADP:5:case the/DET:5:det next/JJ:5:amod board/NN:1:nmod", "chairman",
                    false}}) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(is_prospective(it.reading, it.at(noun)) == prospective);
  }
}

TEST_CASE("what somebody is only said to be") {
  struct Alleged {
    const char* text;
    bool alleged;
  };
  for (const auto& [text, alleged] : {Alleged{"the/DET:3:det suspected/suspect/VBN:3:amod member/NN:0:root", true},
                                      Alleged{"his/PRON:3:nmod:poss alleged/allege/VBN:3:amod member/NN:0:root", true},
                                      Alleged{"the/DET:3:det old/JJ:3:amod member/NN:0:root", false},
                                      Alleged{"the/DET:2:det member/NN:0:root", false}}) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(is_alleged(it.reading, it.at("member")) == alleged);
  }
}
