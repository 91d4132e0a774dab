#include <entente/actors/name_key.hpp>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("edit distance stops at its limit") {
  CHECK(levenshtein_up_to("jinping", "jingping", 2) == 1);
  CHECK(levenshtein_up_to("rousseff", "rouseff", 2) == 1);
  CHECK(levenshtein_up_to("kitten", "sitting", 2) == 3);
  CHECK(levenshtein_up_to("a", "abcdef", 2) == 3);
}

TEST_CASE("misspellings need long words") {
  CHECK(is_misspelling("jinping", "jingping"));
  CHECK_FALSE(is_misspelling("kim", "kin"));
  CHECK_FALSE(is_misspelling("same", "same"));
}

TEST_CASE("names contain each other") {
  const NameKey full = {"ursula", "von", "der", "leyen"};
  CHECK(is_run_of({"von", "der"}, full));
  CHECK(is_suffix_of({"leyen"}, full));
  CHECK(is_prefix_of({"ursula"}, full));
  CHECK_FALSE(is_run_of({"ursula", "leyen"}, full));
}
