// What governs a noun, and what it makes of it.
#include <entente/relations/governing.hpp>

#include <doctest/doctest.h>

#include "relations/moods.hpp"

using namespace entente;
using namespace entente::test;

namespace {

void check(std::initializer_list<MoodRow> rows) { check_moods(rows, climb); }

}  // namespace

TEST_CASE("a verb makes its object or oblique planned, requested or negated, or carries it as a fact") {
  check({
      {"[PER Roe/NNP:2:nsubj ] launched/launch/VBD:0:root an/DET:4:det attack/NN:2:obj", "attack", "launched asserted"},
      {"[PER Roe/NNP:2:nsubj ] planned/plan/VBD:0:root an/DET:4:det attack/NN:2:obj", "attack", "planned planned"},
      {"[PER Roe/NNP:2:nsubj ] cancelled/cancel/VBD:0:root a/DET:4:det visit/NN:2:obj", "visit", "cancelled negated"},
      {"[PER Roe/NNP:2:nsubj ] called/call/VBD:0:root for/ADP:4:case sanctions/NNS:2:obl", "sanctions",
       "called requested"},
      {"[PER Roe/NNP:2:nsubj ] called/call/VBD:0:root off/ADP:2:compound:prt the/DET:5:det visit/NN:2:obj", "visit",
       "called negated"},
      {"[PER Roe/NNP:2:nsubj ] feared/fear/VBD:0:root an/DET:4:det attack/NN:2:obj", "attack", "feared possible"},
      {"[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root an/DET:4:det attack/NN:2:obj", "attack", "- asserted"},
      {"[PER Roe/NNP:2:nsubj ] played/play/VBD:0:root no/DET:4:det part/NN:2:obj in/ADP:7:case the/DET:7:det "
       "attack/NN:2:obl",
       "attack", "played negated"},
  });
}

TEST_CASE("an event as the subject is what becomes of it") {
  check({
      {"ties/tie/NNS:2:nsubj soured/sour/VBD:0:root", "ties", "soured negated"},
      {"the/DET:2:det visit/NN:4:nsubj:pass was/AUX:4:aux:pass cancelled/cancel/VBN:0:root", "visit",
       "cancelled negated"},
      {"talks/talk/NNS:2:nsubj took/take/VBD:0:root place/NN:2:obj", "talks", "took asserted"},
      {"the/DET:2:det report/NN:4:nsubj is/be/VBZ:4:cop false/JJ:0:root", "report", "false negated"},
      // an attack that would do something is only thought of; one that could, where it is some attack
      {"an/DET:2:det attack/NN:4:nsubj would/AUX:4:aux hurt/VB:0:root [COUNTRY Japan/NNP:4:obj ]", "attack",
       "hurt possible"},
      {"the/DET:2:det attack/NN:4:nsubj could/AUX:4:aux last/VB:0:root", "attack", "- asserted"},
  });
}

TEST_CASE("a noun above it governs a noun, and a conjunct goes on from the first") {
  check({
      {"the/DET:2:det threat/NN:0:root of/ADP:4:case war/NN:2:nmod", "war", "threat planned"},
      {"the/DET:2:det capital/NN:0:root of/ADP:4:case war/NN:2:nmod", "war", "- asserted"},
      {"talks/talk/NNS:0:root and/CCONJ:3:cc visits/visit/NNS:1:conj", "visits", "talks asserted"},
      {"war/NN:0:root", "war", "- asserted"},
  });
}

TEST_CASE("what a governor negates is left open, unless its denial says that it was done") {
  const SceneReading it("[PER Roe/NNP:2:nsubj ] refused/refuse/VBD:0:root and/CCONJ:4:cc failed/fail/VBD:2:conj");
  Modality refused;
  refused.negate();
  apply_governor(it.reading, it.at("refused"), Status::Negated, refused);
  CHECK(refused.status() == Status::Possible);  // "did not refuse to help"
  Modality failed;
  failed.negate();
  apply_governor(it.reading, it.at("failed"), Status::Negated, failed);
  CHECK(failed.status() == Status::Asserted);  // "did not fail to help"
  Modality other;
  apply_governor(it.reading, it.at("failed"), Status::Planned, other);
  CHECK(other.status() == Status::Planned);
  apply_governor(it.reading, it.at("failed"), std::nullopt, other);
  CHECK(other.status() == Status::Planned);
}

TEST_CASE("what somebody only calls another is named so") {
  const SceneReading it(
      "[PER Roe/NNP:2:nsubj ] presents/present/VBZ:0:root himself/PRON:2:obj as/ADP:6:case a/DET:6:det "
      "peacemaker/NN:2:obl");
  CHECK(is_named_so(it.reading, it.at("peacemaker")));
  CHECK_FALSE(is_named_so(it.reading, it.at("himself")));
  const SceneReading other(
      "[PER Roe/NNP:2:nsubj ] works/work/VBZ:0:root as/ADP:5:case a/DET:5:det peacemaker/NN:2:obl");
  CHECK_FALSE(is_named_so(other.reading, other.at("peacemaker")));
}
