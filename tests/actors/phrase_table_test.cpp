#include <entente/actors/phrase_table.hpp>

#include <array>

#include <doctest/doctest.h>

#include <entente/text/from_words.hpp>

using namespace entente;

namespace {

PhraseTable table() {
  PhraseTable phrases;
  phrases.add("Korea", 1);
  phrases.add("South Korea", 2);
  phrases.add("People's Republic", 3);
  phrases.add("Asia-Pacific", 4);
  phrases.add("Korea", 5);
  phrases.build();
  return phrases;
}

Document document(const std::vector<Word>& words) { return document_from_words({{words, true}}); }

}  // namespace

TEST_CASE("phrase table finds the longest phrase first") {
  const PhraseTable phrases = table();
  const Document text = document({{"South"}, {"Korea"}, {"wins"}});
  std::array<PhraseTable::Match, 3> matches;
  REQUIRE(phrases.find(text, 0, 3, false, matches) == 1);
  CHECK(matches[0].tokens == Span{0, 2});
  REQUIRE(phrases.find(text, 1, 3, false, matches) == 1);
  const auto values = phrases.values_of(matches[0].phrase);
  CHECK(values.size() == 2);
  CHECK(values[0] == 1);
  CHECK(values[1] == 5);
}

TEST_CASE("phrase table reads over the cuts of tokens and kinds of marks") {
  const PhraseTable phrases = table();
  std::array<PhraseTable::Match, 3> matches;
  const Document cut = document({{"Asia", false}, {"-", false}, {"Pacific"}});
  REQUIRE(phrases.find(cut, 0, 3, false, matches) == 1);
  CHECK(matches[0].tokens == Span{0, 3});
  const Document curly = document({{"People", false}, {"\xE2\x80\x99s"}, {"Republic"}});
  CHECK(phrases.find(curly, 0, 3, false, matches) == 1);
  const Document longer = document({{"Koreans"}});
  CHECK(phrases.find(longer, 0, 1, false, matches) == 0);
  const Document loud = document({{"SOUTH"}, {"KOREA"}});
  CHECK(phrases.find(loud, 0, 2, false, matches) == 0);
  CHECK(phrases.find(loud, 0, 2, true, matches) == 1);
}
