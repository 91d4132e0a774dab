#include <entente/graph/relation_corrections.hpp>

#include <string>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <graph/layers.hpp>

using namespace entente;
using namespace entente::testing;

namespace {

struct Story {
  Document document = words("France attacked Germany . France met Germany .");
  Actors actors;
  Relations relations;
  RelationTypes types = load_relation_types();
  ActorId france = add_actor(actors, "france", "France", {{0, 1}}, ActorKind::Country);
  ActorId germany = add_actor(actors, "germany", "Germany", {{2, 3}}, ActorKind::Country);

  Story() {
    actors.actors[germany].aliases = {"Berlin"};
    relations.findings.push_back(finding(document, france, types.find("attacks"), germany, 1));
    relations.findings.push_back(finding(document, france, types.find("meets"), germany, 5));
  }

  std::string after(const std::string& file) {
    auto left = relations;
    apply(read_relation_corrections(file, types), actors, types, left);
    std::string text;
    for (const auto& finding : left.findings) {
      text += types.types[finding.type].name + " ";
    }
    return text;
  }
};

}  // namespace

TEST_CASE("a correction strikes a relation, or gives it another type") {
  Story story;
  CHECK(story.after("") == "attacks meets ");
  CHECK(story.after("not\tFrance\tattacks\tGermany\n") == "meets ");
  CHECK(story.after("not\tfrance\tattacks\tBERLIN\tcriticizes\n") == "criticizes meets ");
  CHECK(story.after("not\tGermany\tattacks\tFrance\n") == "attacks meets ");
  CHECK(story.after("not\tGermany\tmeets\tFrance\n") == "attacks ");  // a meeting has no direction
  CHECK(story.after("[attacks]\nA storm B\nnot\tFrance\tattacks\tGermany\n") == "meets ");
}

TEST_CASE("a correction that cannot be read is refused with its line") {
  const auto types = load_relation_types();
  CHECK_THROWS_WITH_AS(read_relation_corrections("not\tFrance\tattacks\n", types), doctest::Contains("3 columns"),
                       Error);
  CHECK_THROWS_WITH_AS(read_relation_corrections("not\tFrance\tdances\tGermany\n", types), doctest::Contains("dances"),
                       Error);
  CHECK_THROWS_WITH_AS(read_relation_corrections("\nnot\tA\tmeets\tB\tdances\n", types), doctest::Contains(":2"),
                       Error);
}
