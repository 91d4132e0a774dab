#include <entente/relations/frames.hpp>

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

TEST_CASE("match_frames takes the most specific frame of a pair, and its words are those that were found") {
  const Lexicons lexicons("[visits]\nA drop B\nA drop in/by on B\n[attacks]\nA drop bomb/shell on B\n");
  const SceneReading it(
      "[PER Roe/NNP:2:nsubj ] dropped/drop/VBD:0:root bombs/bomb/NNS:2:obj on/ADP:5:case [LOC Oslo/NNP:2:obl ]", "",
      lexicons);
  std::vector<Match> matches;
  const TokenId anchor = it.at("dropped");
  match_frames(it.reading, anchor, true, lexicons.predicates.verb_frames(it.reading.words[anchor]), matches);
  REQUIRE(it.dump(matches) == "roe -attacks-> oslo");
  CHECK(predicate_of(it.reading, matches[0]) == "drop bomb on");
  CHECK(frame_text(matches[0], predicate_of(it.reading, matches[0])) == "A drop bomb on B");
  CHECK(matches[0].verb);
  CHECK(matches[0].anchor == anchor);
}

TEST_CASE("a frame asks for the kinds of actors that its pattern names") {
  const Lexicons lexicons("[visits]\nA(person) zoom to B(place)\n");
  for (const auto& [text, found] :
       {FindingsRow{"[PER Roe/NNP:2:nsubj ] zoomed/zoom/VBD:0:root to/ADP:4:case [LOC Oslo/NNP:2:obl ]",
                    "roe -visits-> oslo"},
        FindingsRow{"[ORG Roe/NNP:2:nsubj ] zoomed/zoom/VBD:0:root to/ADP:4:case [LOC Oslo/NNP:2:obl ]", ""},
        FindingsRow{"[PER Roe/NNP:2:nsubj ] zoomed/zoom/VBD:0:root to/ADP:4:case [PER Doe/NNP:2:obl ]", ""}}) {
    CAPTURE(text);
    const SceneReading it(text, "", lexicons);
    std::vector<Match> matches;
    const TokenId anchor = it.at("zoomed");
    match_frames(it.reading, anchor, true, lexicons.predicates.verb_frames(it.reading.words[anchor]), matches);
    CHECK(it.dump(matches) == found);
  }
}
