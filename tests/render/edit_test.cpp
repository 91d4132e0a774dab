#include <entente/render/drawing.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <entente/base/error.hpp>
#include <entente/render/captions.hpp>
#include <graph/networks.hpp>

using namespace entente;
using testing::network;

namespace {

// "putin -visits, meets-> xi", one for each line, the best founded first; "<->" both ways, "--" neither way.
std::vector<std::string> shown(const Network& net, const RenderOptions& options = {}) {
  const auto drawing = edit(net, load_relation_types(), options);
  std::vector<std::string> lines;
  for (const auto& line : drawing.lines) {
    lines.push_back(net[drawing.actors[line.source].vertex].id + (line.arrow_at_source ? " <-" : " -") +
                    line_caption(line) + (line.arrow_at_target ? "-> " : "- ") +
                    net[drawing.actors[line.target].vertex].id);
  }
  return lines;
}

std::vector<std::string> offices(const Network& net, const std::string& id, const RenderOptions& options = {}) {
  for (const auto& actor : edit(net, load_relation_types(), options).actors) {
    if (net[actor.vertex].id == id) {
      return actor.offices;
    }
  }
  return {"not drawn"};
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("relations of one pair and family are one line with its labels") {
  CHECK(shown(network({"a -visits-> b", "a -meets-> b"})) == Strings{"a -visits, meets-> b"});
  CHECK(shown(network({"a -visits-> b", "a -supports-> b"})).size() == 2);
  CHECK(shown(network({"a -meets-> b"})) == Strings{"a -meets- b"});
  CHECK(shown(network({"a -visits-> b", "b -visits-> a"})) == Strings{"a <-visits ×2-> b"});
  CHECK(shown(network({"a -accuses-> b", "b -warns-> a"})).size() == 2);
  CHECK(shown(network({"a -visits-> b", "a -meets(planned)-> b"})) == Strings{"a -visits, meets (planned)-> b"});
  CHECK(shown(network({"a -visits(planned)-> b"})) == Strings{"a -visits-> b"});
}

TEST_CASE("what no type covers stands on the line in the third person") {
  CHECK(shown(network({"a -other:pick-> b"})) == Strings{"a -picks-> b"});
  CHECK(shown(network({"a -other:carry out(negated)-> b"})) == Strings{"a -does not carry out-> b"});
}

TEST_CASE("what is said not to be has a line of its own, and says so in words") {
  CHECK(shown(network({"a -supports-> b", "a -supports(negated)-> b"})) ==
        Strings{"a -supports-> b", "a -does not support-> b"});
}

TEST_CASE("what has ended has a line of its own, unless it holds as well") {
  CHECK(shown(network({"a -supports-> b", "a -aids(ended)-> b"})) == Strings{"a -supports-> b", "a -used to aid-> b"});
  CHECK(shown(network({"a -supports(planned)-> b", "a -supports(ended)-> b"})).size() == 2);
  CHECK(shown(network({"a -leads-> b/country", "a -leads(ended)-> b/country"})) == Strings{"a -leads-> b"});
  const auto drawing = edit(network({"a -leads-> b/country", "a -leads(ended)-> b/country"}), load_relation_types(),
                            {.statuses = {Status::Ended}});
  REQUIRE(drawing.lines.size() == 1);
  CHECK(drawing.lines[0].status == Status::Ended);
}

TEST_CASE("a former office stands under the name as one") {
  const auto net =
      network({"roe -leads(ended)-> nato/organisation", "roe -member(ended)-> cdu/organisation",
               "nato/organisation -meets-> cdu/organisation", "roe -meets-> doe", "doe -meets-> nato/organisation"});
  CHECK(offices(net, "roe") == Strings{"used to lead Nato", "former member of Cdu"});
}

TEST_CASE("an office stands under the name where both keep another line") {
  const auto net = network({"xi -leads-> china/country", "xi -meets-> putin",
                            "china/country -supports-> russia/country", "putin -leads-> russia/country"});
  CHECK(offices(net, "xi") == Strings{"leads China"});
  CHECK(shown(net) == Strings{"xi -meets- putin", "china -supports-> russia"});
  CHECK(shown(net, {.offices = false}).size() == 4);
  CHECK(shown(net, {.around = "xi"}).size() == 2);
}

TEST_CASE("an office that is all that is known stays a line") {
  CHECK(shown(network({"sun -member-> center/organisation"})) == Strings{"sun -is a member of-> center"});
  CHECK(shown(network({"xi -leads(negated)-> china/country", "xi -meets-> putin"})).size() == 2);
}

TEST_CASE("the most salient actors are drawn, and none without a line") {
  Strings lines;
  for (int i = 0; i < 60; ++i) {
    lines.push_back("hub -tells-> p" + std::to_string(i));
  }
  auto net = network(lines);
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    net[v].salience = 1.0F / static_cast<float>(v + 1);
  }
  const auto drawing = edit(net, load_relation_types(), {});
  CHECK(drawing.actors.size() == 25);
  CHECK(drawing.minor == 36);
  CHECK(net[drawing.actors[0].vertex].id == "hub");
  CHECK(drawing.actors[0].prominence == 1.0);
  CHECK(edit(net, load_relation_types(), {.top = 0}).actors.size() == 61);
  boost::add_vertex(net);
  CHECK(edit(net, load_relation_types(), {}).isolated == 1);
}

TEST_CASE("weak lines are left out, but every actor keeps one") {
  Strings lines;
  for (int i = 0; i < 12; ++i) {
    for (int j = 0; j < i; ++j) {
      lines.push_back("a" + std::to_string(i) + " -tells-> a" + std::to_string(j));
    }
  }
  const auto drawing = edit(network(lines), load_relation_types(), {});
  CHECK(drawing.actors.size() == 12);
  CHECK(drawing.lines.size() == 18);
  CHECK(drawing.weak == 66 - 18);
  CHECK(edit(network(lines), load_relation_types(), {.lines = 1}).lines.size() == 11);
  CHECK(edit(network(lines), load_relation_types(), {.lines = 0}).lines.size() == 66);
}

TEST_CASE("actors and relations are chosen by the options") {
  const auto net = network({"a -visits-> b", "b -attacks(possible)-> c", "c -supports-> d", "d -tells-> e"});
  CHECK(shown(net, {.families = {RelationFamily::Conflict}}) == Strings{"b -attacks-> c"});
  CHECK(shown(net, {.types = {"visits"}}) == Strings{"a -visits-> b"});
  CHECK(shown(net, {.statuses = {Status::Possible}}) == Strings{"b -attacks-> c"});
  CHECK(shown(net, {.min_confidence = 0.99F}).empty());
  CHECK(shown(net, {.around = "A"}) == Strings{"a -visits-> b"});
  CHECK(shown(net, {.around = "b", .depth = 2}).size() == 3);
  CHECK_THROWS_WITH_AS(shown(net, {.types = {"dances"}}), doctest::Contains("dances"), Error);
  CHECK_THROWS_WITH_AS(shown(net, {.around = "zeus"}), doctest::Contains("zeus"), Error);
}

TEST_CASE("an actor is found by any of its names, and doubt is told") {
  auto net = network({"xi-jinping -meets-> joe-biden", "jill-biden -meets-> joe-biden"});
  net[1].aliases = {"the President"};
  CHECK(shown(net, {.around = "XI JINPING"}).size() == 1);
  CHECK(shown(net, {.around = "jinping"}).size() == 1);
  CHECK(shown(net, {.around = "the president"}).size() == 2);
  CHECK_THROWS_WITH_AS(shown(net, {.around = "Biden"}), doctest::Contains("Jill Biden"), Error);
}
