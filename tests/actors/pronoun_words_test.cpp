// The pronouns of English that can mean an actor.
#include <entente/actors/pronoun_words.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("a pronoun is known by its word, whatever its case") {
  struct Row {
    const char* word;
    PronounClass kind;
    bool possessive = false;
    bool reflexive = false;
    bool several = false;
  };
  const Row rows[] = {
      {"he", PronounClass::He},
      {"Him", PronounClass::He},
      {"HIS", PronounClass::He, true},
      {"himself", PronounClass::He, false, true},
      {"her", PronounClass::She},
      {"hers", PronounClass::She, true},
      {"it", PronounClass::It},
      {"its", PronounClass::It, true},
      {"They", PronounClass::They},
      {"their", PronounClass::They, true},
      {"both", PronounClass::They},
      {"who", PronounClass::Relative},
      {"whose", PronounClass::Relative, true},
      {"I", PronounClass::Speaker},
      {"my", PronounClass::Speaker, true},
      {"We", PronounClass::Speaker, false, false, true},
      {"ourselves", PronounClass::Speaker, false, true, true},
      {"themselves", PronounClass::They, false, true},  // the longest
  };
  for (const auto& [word, kind, possessive, reflexive, several] : rows) {
    CAPTURE(word);
    const Pronoun pronoun = pronoun_of(word);
    CHECK(pronoun.kind == kind);
    CHECK(pronoun.possessive == possessive);
    CHECK(pronoun.reflexive == reflexive);
    CHECK(pronoun.several == several);
  }
}

TEST_CASE("other words are none") {
  for (const char* const word :
       {"", "you", "this", "one", "hi", "hee", "its'", "themselvesx", "everybody else", "\xC3\xA9"}) {
    CAPTURE(word);
    CHECK(pronoun_of(word).kind == PronounClass::Nothing);
  }
}
