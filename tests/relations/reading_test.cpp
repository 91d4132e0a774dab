// An article as this room reads it: what the lexicon knows of its words.
#include <entente/relations/reading.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* token;
  const char* word;
};

}  // namespace

TEST_CASE("a token is the word of its lemma, or of its form without an ending where the lemma is no word") {
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] visited/visit/VBD:0:root", "visited", "visit"},
      {"[PER Roe/NNP:2:nsubj ] shelled/shel/VBD:0:root [PER Doe/NNP:2:obj ]", "shelled", "shell"},
      {"[PER Roe/NNP:2:nsubj ] criticising/criticis/VBG:0:root [PER Doe/NNP:2:obj ]", "criticising", "criticise"},
      {"troops/troops/NNS:0:root", "troops", "troop"},
      {"an/DET:2:det ex-ally/NN:0:root", "ex-ally", "ally"},
      {"a/DET:4:det cease/NN:4:compound ~-/PUNCT:2:punct ~fire/NN:0:root", "fire", "ceasefire"},
      {"According/accord/VERB:3:case to/ADP:1:fixed [PER Roe/NNP:0:root ]", "According", "according"},
      {"[PER Qwert/NNP:0:root ]", "Qwert", ""},
  };
  for (const auto& [text, token, word] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(it.reading.lexicon.words().text(it.reading.words[it.at(token)]) == word);
    CHECK(it.reading.is_word(it.reading.words[it.at(token)], word));
  }
}

TEST_CASE("a noun with the dependents of a verb is one, and an auxiliary with an object too") {
  struct Verb {
    const char* text;
    const char* token;
    bool verb;
  };
  const Verb rows[] = {
      {"[ORG Adidas/NNP:2:nsubj ] buys/buys/NNS:0:root [ORG Runtastic/NNP:2:obj ]", "buys", true},
      {"[ORG Adidas/NNP:2:nmod:poss ] buys/buys/NNS:0:root", "buys", false},
      {"[COUNTRY China/NNP:2:nsubj ] has/have/AUX:0:root [PER Roe/NNP:2:obj ]", "has", true},
      {"[COUNTRY China/NNP:3:nsubj ] has/have/AUX:3:aux left/leave/VBN:0:root", "has", false},
      {"[COUNTRY China/NNP:2:nsubj ] left/leave/VBD:0:root", "left", true},
      {"[COUNTRY China/NNP:4:nsubj ] is/be/VBZ:4:cop an/DET:4:det ally/NN:0:root", "ally", false},
  };
  for (const auto& [text, token, verb] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(it.reading.is_verb(it.at(token)) == verb);
    CHECK((it.reading.is_noun(it.at(token)) && verb) == false);
  }
  const SceneReading it(rows[0].text);
  CHECK_FALSE(it.reading.is_verb(None));
  CHECK(it.reading.has_frames(it.at("buys")));
  CHECK_FALSE(it.reading.has_frames(it.at("Adidas")));
}

TEST_CASE("a passive shows by its auxiliary or subject, or as a participle without either") {
  struct Passive {
    const char* text;
    bool passive;
  };
  const Passive rows[] = {
      {"[PER Roe/NNP:3:nsubj:pass ] was/AUX:3:aux:pass attacked/attack/VBN:0:root", true},
      {"[PER Roe/NNP:2:nsubj ] attacked/attack/VBD:0:root [PER Doe/NNP:2:obj ]", false},
      {"[PER Roe/NNP:3:nsubj ] has/have/AUX:3:aux attacked/attack/VBN:0:root [PER Doe/NNP:3:obj ]", false},
      {"the/DET:3:det attacked/attack/VBN:3:amod town/NN:0:root", true},
      {"a/DET:2:det town/NN:0:root attacked/attack/VBN|Voice=Pass:2:acl by/ADP:5:case [PER Roe/NNP:3:obl ]", true},
      // the tree takes the wrong verb for it
      {"[PER Roe/NNP:2:nsubj:pass ] attacked/attack/VBD:0:root [PER Doe/NNP:2:obj ]", false},
  };
  for (const auto& [text, passive] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(it.reading.is_passive(it.at("attacked")) == passive);
  }
}

TEST_CASE("prepositions mark the words that they introduce; the possessive does not") {
  const SceneReading it(
      "[PER Roe/NNP:3:nmod:poss ] 's/PART:1:case visit/NN:6:nsubj to/ADP:5:case [LOC Oslo/NNP:3:nmod ] "
      "ended/end/VBD:0:root");
  CHECK(it.reading.prepositions[it.at("Oslo")] == it.reading.lexicon.to);
  CHECK(it.reading.prepositions[it.at("Roe")] == NoWord);
  CHECK(it.reading.mention_at(it.at("Oslo")) == 1);
  CHECK(it.reading.mention_at(it.at("visit")) == None);
  CHECK(it.reading.mention_at(None) == None);
}

TEST_CASE("a sentence has the contexts of its own words, and all of them those of the title") {
  const char* const text =
      "the/DET:2:det striker/NN:3:nsubj scored/score/VBD:0:root\n\nrain/NN:2:nsubj fell/fall/VBD:0:root";
  const SceneReading it(text);
  const auto sport = it.reading.lexicon.context_named("sport");
  REQUIRE(sport != 0);
  CHECK((it.reading.contexts[0] & sport) != 0);
  CHECK((it.reading.contexts[1] & sport) == 0);
  Scene titled = scene(text);
  titled.text.document.blocks[0].kind = BlockKind::Title;
  const Lexicons& words = it.lexicons;
  const Reading reading(titled.text.document, titled.text.tagging, titled.text.syntax, titled.actors, words.predicates,
                        words.status_words);
  CHECK((reading.contexts[1] & sport) != 0);
}
