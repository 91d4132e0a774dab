// How the dependents of a predicate change its status.
#include <entente/relations/dependent_marks.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* word;
  Status status;
};

struct Question {
  const char* text;
  const char* word;
  bool answer;
};

void check(bool (*ask)(const Reading&, TokenId), std::initializer_list<Question> rows) {
  for (const auto& [text, word, answer] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(ask(it.reading, it.at(word)) == answer);
  }
}

}  // namespace

TEST_CASE("adverbs, auxiliaries and conjunctions of the word itself change its status") {
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root", "left", Status::Asserted},
      {"[PER Roe/NNP:4:nsubj ] did/AUX:4:aux not/PART:4:advmod leave/VB:0:root", "leave", Status::Negated},
      {"[PER Roe/NNP:3:nsubj ] never/ADV:3:advmod left/leave/VBD:0:root", "left", Status::Negated},
      {"[PER Roe/NNP:3:nsubj ] allegedly/ADV:3:advmod left/leave/VBD:0:root", "left", Status::Possible},
      {"[PER Roe/NNP:3:nsubj ] may/AUX:3:aux leave/VB:0:root", "leave", Status::Possible},
      {"[PER Roe/NNP:3:nsubj ] will/AUX:3:aux leave/VB:0:root", "leave", Status::Planned},
      {"[PER Roe/NNP:3:nsubj ] should/AUX:3:aux leave/VB:0:root", "leave", Status::Requested},
      {"if/SCONJ:3:mark [PER Roe/NNP:3:nsubj ] left/leave/VBD:0:root", "left", Status::Possible},
      {"without/SCONJ:2:mark leaving/leave/VBG:0:root", "leaving", Status::Negated},
      {"[PER Roe/NNP:4:nsubj ] no/ADV:3:advmod longer/ADV:4:advmod leads/lead/VBZ:0:root", "leads", Status::Ended},
      {"a/DET:3:det possible/JJ:3:amod attack/NN:0:root", "attack", Status::Possible},
      {"no/DET:2:det attack/NN:0:root", "attack", Status::Negated},
      // "would" in reported speech is the future of the past
      {"[PER Roe/NNP:2:nsubj ] said/say/VBD:0:root he/PRON:5:nsubj would/AUX:5:aux leave/VB:2:ccomp", "leave",
       Status::Planned},
      {"[PER Roe/NNP:3:nsubj ] would/AUX:3:aux leave/VB:0:root", "leave", Status::Possible},
      {"Had/have/AUX:3:aux [PER Roe/NNP:3:nsubj ] left/leave/VBN:5:advcl ,/PUNCT:3:punct slept/sleep/VBD:0:root",
       "left", Status::Possible},
      {"[PER Roe/NNP:4:nsubj ] all/ADV:4:advmod but/ADV:4:advmod left/leave/VBD:0:root", "left", Status::Possible},
      {"[PER Roe/NNP:5:nsubj ] has/have/AUX:5:aux yet/ADV:5:advmod to/PART:5:mark leave/VB:0:root", "leave",
       Status::Negated},
  };
  for (const auto& [text, word, status] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    Modality mood;
    apply_dependent_marks(it.reading, it.at(word), mood, true);
    CHECK(mood.status() == status);
  }
}

TEST_CASE("without polarity a negation says nothing, another mark does") {
  const SceneReading it("[PER Roe/NNP:5:nsubj ] may/AUX:5:aux not/PART:5:advmod soon/ADV:5:advmod leave/VB:0:root");
  Modality mood;
  apply_dependent_marks(it.reading, it.at("leave"), mood, false);
  CHECK_FALSE(mood.negative);
  CHECK(mood.status() == Status::Possible);
}

TEST_CASE("negations, and the words after which they are none") {
  check(is_negation,
        {
            {"[PER Roe/NNP:3:nsubj ] never/ADV:3:advmod left/leave/VBD:0:root", "never", true},
            {"no/DET:2:det soldier/NN:3:nsubj left/leave/VBD:0:root", "no", true},
            {"not/PART:3:advmod only/ADV:3:advmod [PER Roe/NNP:4:nsubj ] left/leave/VBD:0:root", "not", false},
            {"no/DET:4:advmod fewer/ADJ:4:amod than/ADP:4:case ten/NUM:5:nsubj left/leave/VBD:0:root", "no", false},
            {"[PER Roe/NNP:3:nsubj ] soon/ADV:3:advmod left/leave/VBD:0:root", "soon", false},
        });
  check(is_replacement,
        {
            {"[COUNTRY Serbia/NNP:0:root ] rather/ADV:4:cc than/SCONJ:2:fixed [COUNTRY Kosovo/NNP:1:conj ]", "rather",
             true},
            {"[PER Roe/NNP:4:nsubj ] instead/ADV:4:case of/ADP:2:fixed left/leave/VBD:0:root", "instead", true},
            {"[PER Roe/NNP:3:nsubj ] instead/ADV:3:advmod left/leave/VBD:0:root", "instead", false},
            {"[PER Roe/NNP:3:nsubj ] rather/ADV:3:advmod left/leave/VBD:0:root", "rather", false},
            {"left/leave/VBD:0:root without/ADP:3:case [PER Roe/NNP:1:obl ]", "without", true},
        });
}

TEST_CASE("a word is denied by itself, by its subject or by its object") {
  check(is_denied, {
                       {"[PER Roe/NNP:4:nsubj ] did/AUX:4:aux not/PART:4:advmod see/VB:0:root", "see", true},
                       {"nobody/PRON:2:nsubj saw/see/VBD:0:root it/PRON:2:obj", "saw", true},
                       {"no/DET:2:det man/NN:3:nsubj saw/see/VBD:0:root it/PRON:3:obj", "saw", true},
                       {"[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root no/DET:4:det proof/NN:2:obj", "saw", true},
                       {"no/DET:2:det proof/NN:0:root", "proof", true},
                       {"[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root it/PRON:2:obj", "saw", false},
                       {"[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root it/PRON:2:obj on/ADP:6:case no/DET:6:det "
                        "day/NN:2:obl",
                        "saw", false},
                   });
}

TEST_CASE("infinitives, clauses with a tense, and clauses that are said") {
  check(is_infinitive, {
                           {"to/PART:2:mark leave/VB:0:root", "leave", true},
                           {"leave/VB:0:root", "leave", false},
                           {"to/SCONJ:2:mark leaving/leave/VERB|VerbForm=Ger:0:root", "leaving", false},
                       });
  check(is_finite, {
                       {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root", "left", true},
                       {"he/PRON:3:nsubj had/have/AUX:3:aux left/leave/VBN:0:root", "left", true},
                       {"after/SCONJ:2:mark leaving/leave/VBG:0:root", "leaving", false},
                       {"to/PART:2:mark leave/VB:0:root", "leave", false},
                   });
  check(is_reported,
        {
            {"[PER Roe/NNP:2:nsubj ] said/say/VBD:0:root he/PRON:4:nsubj left/leave/VBD:2:ccomp", "left", true},
            {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root ,/PUNCT:5:punct he/PRON:5:nsubj said/say/VBD:2:parataxis",
             "left", false},
            {"[PER Roe/NNP:2:nsubj ] said/say/VBD:0:root as/SCONJ:5:mark he/PRON:5:nsubj left/leave/VBD:2:advcl",
             "left", false},
            {"[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root he/PRON:4:nsubj left/leave/VBD:2:ccomp", "left", false},
        });
}
