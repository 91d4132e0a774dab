#include <entente/actors/slip_index.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("a slip is one letter too many, or two in the wrong order") {
  CHECK(is_slip("maritime", "martime"));
  CHECK(is_slip("martime", "maritime"));
  CHECK(is_slip("netanyahu", "netanayhu"));
  CHECK(is_slip("commmunist party", "communist party"));
}

TEST_CASE("other words, plurals and short words are no slips") {
  CHECK_FALSE(is_slip("maritime", "maritime"));
  CHECK_FALSE(is_slip("alliance", "alliances"));
  CHECK_FALSE(is_slip("hansen", "jansen"));
  CHECK_FALSE(is_slip("iran", "iraan"));
  CHECK_FALSE(is_slip("slovakia", "slovenia"));
}

TEST_CASE("the index finds every slip once, in the order of adding") {
  SlipIndex index;
  index.add("netanyahu", 7);
  index.add("maritime", 3);
  index.add("netanyahu", 7);
  index.add("netanyhau", 1);
  CHECK(index.find("netanyahuu") == std::vector<std::uint32_t>{7});
  CHECK(index.find("netanayhu") == std::vector<std::uint32_t>{7});
  CHECK(index.find("netanyahu") == std::vector<std::uint32_t>{1});
  CHECK(index.find("oslo").empty());
}

TEST_CASE("very long words are left alone") {
  SlipIndex index;
  const std::string word(1000, 'a');
  index.add(word, 1);
  CHECK(index.find(word + "a").empty());
}
