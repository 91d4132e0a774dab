// Actors that a statement excludes.
#include <entente/relations/exclusion.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("who is denied, replaced or excepted takes no part") {
  struct Row {
    const char* text;
    const char* name;
    const char* anchor;
    bool left_out;
  };
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root", "Roe", "left", false},
      {"not/PART:2:advmod [PER Roe/NNP:3:nsubj ] left/leave/VBD:0:root", "Roe", "left", true},
      {"no/DET:3:det [NAT French/JJ:3:amod ] soldier/NN:4:nsubj attacked/attack/VBD:0:root", "French", "attacked",
       true},
      {"a/DET:3:det [NAT French/JJ:3:amod ] soldier/NN:4:nsubj attacked/attack/VBD:0:root", "French", "attacked",
       false},
      // of two that are joined each stands for himself, but "nor" denies both
      {"not/PART:2:advmod [PER Roe/NNP:5:nsubj ] but/CCONJ:4:cc [PER Doe/NNP:2:conj ] left/leave/VBD:0:root", "Doe",
       "left", false},
      {"neither/CCONJ:2:cc:preconj [PER Roe/NNP:5:nsubj ] nor/CCONJ:4:cc [PER Doe/NNP:2:conj ] left/leave/VBD:0:root",
       "Doe", "left", true},
      {"[PER Roe/NNP:2:nsubj ] backs/back/VBZ:0:root [COUNTRY Serbia/NNP:2:obj ] rather/ADV:6:cc than/SCONJ:4:fixed "
       "[COUNTRY Kosovo/NNP:3:conj ]",
       "Kosovo", "backs", true},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root without/ADP:4:case [PER Doe/NNP:2:obl ]", "Doe", "left", true},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root with/ADP:4:case [PER Doe/NNP:2:obl ]", "Doe", "left", false},
      {"everybody/PRON:4:nsubj except/ADP:3:case [COUNTRY Hungary/NNP:1:nmod ] left/leave/VBD:0:root", "Hungary",
       "left", true},
      {"nobody/PRON:4:nsubj except/ADP:3:case [COUNTRY Hungary/NNP:1:nmod ] left/leave/VBD:0:root", "Hungary", "left",
       false},
      // what a relative clause says of him still holds
      {"not/PART:2:advmod [PER Roe/NNP:5:nsubj ] who/PRON|PronType=Rel:4:nsubj slept/sleep/VBD:2:acl:relcl "
       "left/leave/VBD:0:root",
       "Roe", "slept", false},
  };
  for (const auto& [text, name, anchor, left_out] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    const MentionId mention = it.reading.mention_at(it.at(name));
    REQUIRE(mention != None);
    CHECK(is_left_out(it.reading, mention, it.at(anchor)) == left_out);
  }
}
