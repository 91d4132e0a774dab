#include <cstdint>
#include <string_view>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/model/resources.hpp>

using namespace entente;

TEST_CASE("a file of data/ is there, whole and aligned") {
  const std::string_view types = resource("lexicon/relation_types.tsv");
  CHECK(types.starts_with("#"));
  CHECK(types.ends_with("\n"));
  CHECK(types.find("\nvisits\tvisits\t") != std::string_view::npos);
  CHECK(reinterpret_cast<std::uintptr_t>(types.data()) % 64 == 0);
}

TEST_CASE("a file that was not compiled in is refused by name") {
  CHECK_THROWS_WITH_AS(resource("lexicon/none.tsv"), doctest::Contains("lexicon/none.tsv"), Error);
  CHECK_THROWS_AS(resource(""), Error);
}
