// Agents and patients of verbs.
#include <entente/relations/argument_steps.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* verb;
  const char* subjects;
  const char* objects;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, verb, agents, patients] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(it.dump(subjects(it.reading, it.at(verb))) == agents);
    CHECK(it.dump(objects(it.reading, it.at(verb))) == patients);
  }
}

}  // namespace

TEST_CASE("a passive is turned, and whoever does it stands after \"by\"") {
  check({
      {"[PER Roe/NNP:2:nsubj ] attacked/attack/VBD:0:root [PER Doe/NNP:2:obj ]", "attacked", "Roe (direct)",
       "Doe (direct)"},
      {"[PER Roe/NNP:3:nsubj:pass ] was/AUX:3:aux:pass attacked/attack/VBN:0:root by/ADP:5:case [PER "
       "Doe/NNP:3:obl:agent ]",
       "attacked", "Doe (direct)", "Roe (direct)"},
      {"[PER Roe/NNP:3:nsubj:pass ] was/AUX:3:aux:pass attacked/attack/VBN:0:root", "attacked", "", "Roe (direct)"},
      {"[COUNTRY US/NNP:3:compound ] -/PUNCT:3:punct backed/back/VBN|Voice=Pass:4:amod rebels/NNS:0:root", "backed",
       "US (direct)", "rebels (direct)"},
  });
}

TEST_CASE("a verb without a subject takes that of the verb that governs it or that it is joined to") {
  check({
      {"[PER Roe/NNP:2:nsubj ] tried/try/VBD:0:root to/PART:4:mark attack/VB:2:xcomp [PER Doe/NNP:4:obj ]", "attack",
       "Roe (controlled)", "Doe (direct)"},
      {"[PER Lee/NNP:2:nsubj ] told/tell/VBD:0:root [PER Roe/NNP:2:obj ] to/PART:5:mark attack/VB:2:xcomp [PER "
       "Doe/NNP:5:obj ]",
       "attack", "Roe (controlled)", "Doe (direct)"},
      {"[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root and/CCONJ:4:cc attacked/attack/VBD:2:conj [PER Doe/NNP:4:obj ]",
       "attacked", "Roe (shared)", "Doe (direct)"},
      {"[PER Roe/NNP:0:root ] who/PRON|PronType=Rel:3:nsubj attacked/attack/VBD:1:acl:relcl [PER Doe/NNP:3:obj ]",
       "attacked", "Roe (antecedent)", "Doe (direct)"},
      {"[PER Roe/NNP:3:nmod:poss ] 's/PART:1:case plan/NN:0:root to/PART:5:mark attack/VB:3:acl [PER Doe/NNP:5:obj ]",
       "attack", "Roe (antecedent)", "Doe (direct)"},
      {"[PER Roe/NNP:0:root ] to/PART:3:mark attack/VB:1:acl [PER Doe/NNP:3:obj ]", "attack", "Roe (direct)",
       "Doe (direct)"},
      {"[PER Roe/NNP:2:nsubj ] slept/sleep/VBD:0:root as/SCONJ:4:mark attacked/attack/VBD:2:advcl [PER Doe/NNP:4:obj ]",
       "attacked", "", "Doe (direct)"},
  });
}

TEST_CASE("who does so too is a subject, and so is the speaker behind an open \"it\"") {
  check({
      {"[PER Roe/NNP:2:nsubj ] attacked/attack/VBD:0:root [PER Doe/NNP:2:obj ] ,/PUNCT:7:punct as/SCONJ:7:mark "
       "did/do/VBD:2:advcl [PER Lee/NNP:6:nsubj ]",
       "attacked", "Roe (direct), Lee (shared)", "Doe (direct)"},
      {"[ORG Acme/NNP:2:nsubj ] said/say/VBD:0:root it/PRON:5:nsubj would/AUX:5:aux attack/VB:2:ccomp [PER "
       "Doe/NNP:5:obj ]",
       "attack", "Acme (controlled)", "Doe (direct)"},
  });
}

TEST_CASE("joined verbs share an object that follows the second") {
  check(
      {{"[PER Roe/NNP:2:nsubj ] criticised/criticise/VBD:0:root and/CCONJ:4:cc attacked/attack/VBD:2:conj [PER "
        "Doe/NNP:4:obj ]",
        "criticised", "Roe (direct)", "Doe (shared)"}});
}

TEST_CASE("the surface subject is that of the sentence, of a passive as well") {
  const SceneReading it(
      "[PER Roe/NNP:3:nsubj:pass ] was/AUX:3:aux:pass attacked/attack/VBN:0:root by/ADP:5:case [PER "
      "Doe/NNP:3:obl:agent "
      "]");
  CHECK(it.dump(surface_subjects(it.reading, it.at("attacked"))) == "Roe (direct)");
}

TEST_CASE("a chain of governors is followed so far and no further") {
  const SceneReading it("[PER Roe/NNP:2:nsubj ] tried/try/VBD:0:root to/PART:4:mark help/VB:2:xcomp");
  CHECK(it.dump(governed_subjects(it.reading, it.at("help"), 0)) == "Roe (controlled)");
  CHECK(governed_subjects(it.reading, it.at("help"), DeepestClimb).empty());
  CHECK(governed_subjects(it.reading, it.at("tried"), 0).empty());
}
