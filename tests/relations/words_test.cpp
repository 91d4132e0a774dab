// The words of the lexicons as numbers.
#include <entente/relations/words.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("a word has one number, which is found again whatever the case of its first letter") {
  Words words;
  const WordId visit = words.add("visit");
  CHECK(visit != NoWord);
  CHECK(words.add("visit") == visit);
  CHECK(words.add("travel") != visit);
  CHECK(words.text(visit) == "visit");
  CHECK(words.find("visit") == visit);
  CHECK(words.find("Visit") == visit);
  CHECK(words.find("VISIT") == visit);
  CHECK(words.find("vIsit") == NoWord);  // no word that English writes
  CHECK(words.size() == 3);              // with that of unknown words
}

TEST_CASE("what no lexicon knows has no number") {
  Words words;
  words.add("visit");
  for (const std::string_view word : {"", "visits", "visi", "Travel"}) {
    CAPTURE(word);
    CHECK(words.find(word) == NoWord);
  }
  CHECK(words.find(std::string(1000, 'a')) == NoWord);
  CHECK(words.find(std::string(1000, 'A')) == NoWord);
}

TEST_CASE("a British spelling is found as the American one too, unless that is a word of its own") {
  Words words;
  struct Row {
    const char* british;
    const char* american;
  };
  for (const auto& [british, american] :
       {Row{"criticise", "criticize"}, Row{"analyse", "analyze"}, Row{"favour", "favor"}, Row{"defence", "defense"},
        Row{"normalisation", "normalization"}, Row{"epicentre", "epicenter"}, Row{"favour", "Favor"}}) {
    CAPTURE(british);
    const WordId id = words.add(british);
    CHECK(words.find(american) == id);
    CHECK(words.text(id) == british);
  }
  const WordId our = words.add("our");  // nothing is left before the ending
  CHECK(words.find("or") == NoWord);
  CHECK(our != NoWord);
  const WordId center = words.add("recenter");
  CHECK(words.add("recentre") != center);
  CHECK(words.find("recenter") == center);
}

TEST_CASE("the table grows, and every word keeps its number") {
  Words words;
  for (int i = 0; i < 20000; ++i) {
    CHECK(words.add("w" + std::to_string(i)) == i + 1);
  }
  for (const int i : {0, 8191, 8192, 19999}) {
    CAPTURE(i);
    CHECK(words.find("w" + std::to_string(i)) == i + 1);
  }
}
