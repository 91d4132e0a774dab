#include <entente/graph/corrections.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/show.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::test;

namespace {

Network corrected(const std::string& rows) {
  Network net = network({"france/country -attacks-> germany/country", "france -meets-> germany"});
  net[find_actor(net, "germany")].name = "Germany";
  net[find_actor(net, "germany")].aliases = {"Berlin"};
  correct(net, read_corrections(rows, "rows"), shipped_relation_types());
  return net;
}

std::string relations(const std::string& rows) {
  const Network net = corrected(rows);
  std::vector<std::string> lines;
  for (auto [edge, end] = boost::edges(net); edge != end; ++edge) {
    lines.push_back(show_relation(net, *edge) + ". ");
  }
  std::sort(lines.begin(), lines.end());
  std::string text;
  for (const std::string& line : lines) {
    text += line;
  }
  return text;
}

}  // namespace

TEST_CASE("corrections strike a relation, or give it another type, whatever its actors are called") {
  const std::string attacks = "france -attacks-> germany. ";
  const std::string meets = "france -meets-> germany. ";
  REQUIRE(relations("") == attacks + meets);
  const struct {
    const char* rows;
    std::string left;
  } Cases[] = {
      {"strike\tfrance\tattacks\tgermany\n", meets},
      {"strike\tFRANCE\tattacks\tBerlin\n", meets},
      {"strike\tGermany\tattacks\tFrance\n", attacks + meets},
      {"strike\tGermany\tmeets\tFrance\n", attacks},  // a meeting has no direction
      {"retype\tFrance\tattacks\tGermany\tcriticizes\n", "france -criticizes-> germany. " + meets},
      {"retype\tFrance\tattacks\tGermany\tcriticizes\nstrike\tFrance\tcriticizes\tGermany\n", meets},
      {"strike\tFrance\tattacks\tGermany\tno such article\n", attacks + meets},
      {"retype\tFrance\tattacks\tSpain\tcriticizes\n", attacks + meets},
      {"not\tBerlin\n", ""},
      {"same\tFrance\tBerlin\n", ""},  // one actor has no relation with itself
  };
  for (const auto& one : Cases) {
    CAPTURE(one.rows);
    CHECK(relations(one.rows) == one.left);
  }
}

TEST_CASE("corrections that are applied twice change nothing more") {
  const std::string rows =
      "retype\tFrance\tattacks\tGermany\tcriticizes\nname\tGermany\tFederal Republic\nkind\tFrance\tgroup\n";
  Network net = corrected(rows);
  const Network once = net;
  correct(net, read_corrections(rows, "rows"), shipped_relation_types());
  CHECK(boost::num_edges(net) == boost::num_edges(once));
  const Vertex germany = find_actor(net, "germany");
  CHECK(net[germany].name == "Federal Republic");
  CHECK(net[germany].aliases == once[find_actor(once, "germany")].aliases);
}

TEST_CASE("corrections mean who has the id before who has the name, and of several the most mentioned") {
  Network net = network({"may -leads-> france/country", "may~c -leads-> germany/country"});
  const Vertex other = find_actor(net, "id:may~c");
  net[find_actor(net, "id:may")].name = "May";
  net[other].name = "May";
  net[other].mentions.resize(3);
  const auto without = [&](const char* rows) {
    Network left = net;
    correct(left, read_corrections(rows, "rows"), shipped_relation_types());
    std::vector<std::string> ids;
    for (auto [v, end] = boost::vertices(left); v != end; ++v) {
      ids.push_back(left[*v].id);
    }
    return ids;
  };
  const auto has = [](const std::vector<std::string>& ids, const char* id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  };
  CHECK(!has(without("not\tmay\n"), "may"));
  CHECK(!has(without("not\tMay\n"), "may~c"));
  CHECK(has(without("not\tMay\n"), "may"));
}

TEST_CASE("corrections stand among types and predicates of a user's own") {
  const std::string file =
      "type\tlobbies\tlobbies\tstatement\tdirected\n[lobbies]\nA lobby B\nstrike\tFrance\tlobbies\tGermany\n"
      "# a comment\n[attacks]\nA storm B\n";
  const RelationTypes types = load_relation_types(file);
  const auto corrections = corrections_among(file, "own", types);
  REQUIRE(corrections.size() == 1);
  CHECK(corrections[0].kind == Correction::Kind::Strike);
  CHECK(corrections[0].values == std::vector<std::string>{"France", "lobbies", "Germany"});
  CHECK(without_corrections(file) ==
        "type\tlobbies\tlobbies\tstatement\tdirected\n[lobbies]\nA lobby B\n\n# a comment\n[attacks]\nA storm B\n");
}

TEST_CASE("a correction that cannot be read is refused with its line") {
  const RelationTypes& types = shipped_relation_types();
  const struct {
    const char* rows;
    const char* told;
  } Cases[] = {
      {"strike\tFrance\tattacks\n", "strike ACTOR TYPE ACTOR"},
      {"strike\tFrance\tdances\tGermany\n", "dances"},
      {"\nretype\tA\tmeets\tB\tdances\n", ":2"},
      {"retype\tA\tmeets\tB\n", "4 columns"},
      {"strike\tA\t\tB\n", "4 columns"},
      {"kind\tA\tplanet\n", "planet"},
  };
  for (const auto& one : Cases) {
    CAPTURE(one.rows);
    CHECK_THROWS_WITH_AS(read_corrections(one.rows, "rows", &types), doctest::Contains(one.told), Error);
    CHECK_THROWS_WITH_AS(corrections_among(one.rows, "rows", types), doctest::Contains(one.told), Error);
  }
  CHECK_THROWS_WITH_AS(read_corrections("forbid\tA\n", "rows"), doctest::Contains("forbid"), Error);
}
