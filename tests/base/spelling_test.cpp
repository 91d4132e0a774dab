#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/spelling.hpp>

using namespace entente;

TEST_CASE("letters put in, taken out, exchanged and swapped are counted") {
  struct Pair {
    const char* a;
    const char* b;
    std::size_t distance;
  };
  for (const auto& [a, b, distance] :
       {Pair{"", "", 0}, Pair{"", "xi", 2}, Pair{"putin", "putin", 0}, Pair{"putin", "puttin", 1},
        Pair{"putin", "puin", 1}, Pair{"putin", "pudin", 1}, Pair{"putin", "puitn", 1}, Pair{"kitten", "sitting", 3}}) {
    CAPTURE(a);
    CAPTURE(b);
    CHECK(edit_distance(a, b) == distance);
    CHECK(edit_distance(b, a) == distance);
  }
}

TEST_CASE("the nearest spellings come first, those that hold what was typed among them") {
  const std::vector<std::string> names = {"--depth", "--type", "--min-confidence", "--top"};
  CHECK(nearest_spellings(names, "--dept", 1) == std::vector<std::string>{"--depth"});
  CHECK(nearest_spellings(names, "confidence", 1) == std::vector<std::string>{"--min-confidence"});
  CHECK(nearest_spellings(names, "--tpo", 2) == std::vector<std::string>{"--top", "--type"});
  CHECK(nearest_spellings({}, "x", 3).empty());
}

TEST_CASE("a spelling that nobody mistypes so is not near") {
  const std::vector<std::string> verbs = {"build", "draw", "explain", "merge", "query", "types"};
  for (const char* typed : {"version", "help", "upgrade", "-V", ""}) {
    CAPTURE(typed);
    CHECK(nearest_spellings(verbs, typed, 1).empty());
  }
  CHECK(nearest_spellings(verbs, "biuld", 1) == std::vector<std::string>{"build"});
  CHECK(nearest_spellings(verbs, "mereg", 1) == std::vector<std::string>{"merge"});
}

TEST_CASE("British and American spellings have one key") {
  const std::vector<std::pair<const char*, const char*>> pairs = {
      {"colour", "color"},
      {"neighbours", "neighbors"},
      {"criticises", "criticizes"},
      {"labour party", "labor party"},
      {"ministry of defence", "ministry of defense"},
      {"world health organisation", "world health organization"},
      {"city centre", "city center"},
      {"world food programme", "world food program"}};
  for (const auto& [british, american] : pairs) {
    CAPTURE(british);
    CHECK(american_spelling(british) == american_spelling(american));
    CHECK(american_spelling(american) == american);
  }
  CHECK(american_spelling("four hours") == "four hours");
  CHECK(american_spelling("") == "");
}
