// The lexicon of people without a name.
#include <entente/actors/unnamed_words.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("words have the classes of their rows, and no others") {
  const UnnamedWords& words = UnnamedWords::shared();
  CHECK(words.has(UnnamedClass::Person, "activist"));
  CHECK_FALSE(words.has(UnnamedClass::Staff, "activist"));
  CHECK(words.has(UnnamedClass::DoneTo, "arrest"));
  CHECK(words.has(UnnamedClass::Many, "dozen"));
  CHECK_FALSE(words.has(UnnamedClass::Many, "activist"));
  CHECK(words.has(UnnamedClass::Whose, "from"));
  CHECK_FALSE(words.has(UnnamedClass::Person, ""));
}

TEST_CASE("a lemma that lost an e is found") {
  CHECK(UnnamedWords::shared().has(UnnamedClass::DoneTo, "fre"));
  CHECK_FALSE(UnnamedWords::shared().has(UnnamedClass::DoneTo, "f"));
}
