#include <entente/render/grouping.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <entente/base/error.hpp>
#include <entente/render/layout.hpp>
#include <entente/render/render.hpp>

#include <graph/networks.hpp>
#include <render/faults.hpp>
#include <render/synthetic.hpp>
#include <render/xml.hpp>

using namespace entente;
using test::network;

namespace {

// "South Africa: south-africa zuma", one for each group.
std::vector<std::string> groups(const Network& net) {
  const auto drawing = edit(net, load_relation_types(), {.grouping = RenderGrouping::Country});
  std::vector<std::string> result;
  for (const auto& group : drawing.groups) {
    result.push_back(group.name + ":");
    for (const auto at : group.actors) {
      result.back() += " " + net[drawing.actors[at].vertex].id;
    }
  }
  return result;
}

using Strings = std::vector<std::string>;

}  // namespace

TEST_CASE("a country groups who leads it, lies in it, or belongs to one that does") {
  CHECK(groups(network({"zuma -leads-> south-africa/country", "zuma -meets-> xi", "xi -visits-> south-africa/country",
                        "zuma -meets-> merkel"})) == Strings{"South Africa: zuma south-africa"});
  CHECK(groups(network({"mayor -leads-> haifa/place", "haifa/place -located-> israel/country", "mayor -meets-> xi"})) ==
        Strings{"Israel: mayor haifa israel"});
}

TEST_CASE("a country groups whom the network gives it, even where it is no actor itself") {
  auto net = network({"zuma -meets-> pandor", "zuma -meets-> xi"});
  net[0].country = net[1].country = "south-africa";
  CHECK(groups(net) == Strings{"South Africa: zuma pandor"});
}

TEST_CASE("one actor is no group, and what is planned or denied gives no home") {
  CHECK(groups(network({"xi -visits-> russia/country", "xi -leads(negated)-> russia/country",
                        "merkel -member(planned)-> russia/country"}))
            .empty());
  CHECK(edit(network({"zuma -leads-> south-africa/country"}), load_relation_types(), {}).groups.empty());
}

TEST_CASE("frames hold their actors and no other") {
  const auto types = load_relation_types();
  for (unsigned seed = 1; seed <= 6; ++seed) {
    CAPTURE(seed);
    auto net = test::synthetic(20, seed);
    for (Vertex v = 0; v < boost::num_vertices(net); v += 2) {
      net[v].country = v % 4 == 0 ? "norway" : "chile";
    }
    const auto svg = render(net, types, {.grouping = RenderGrouping::Country});
    const auto root = test::parse_xml(svg);
    CHECK(test::all_of_class(*test::all_of_class(root, "groups").front(), "frame").size() >= 2);
    std::string faults;
    for (const auto& fault : test::faults(svg)) {
      faults += fault + "\n";
    }
    CHECK(faults == "");
  }
}

// Graphviz visits clusters in the order of numbers that it makes of addresses, unless it is given others.
TEST_CASE("grouped pictures are the same, wherever memory lies") {
  const auto types = load_relation_types();
  auto net = test::synthetic(20, 3);
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    net[v].country = std::vector<std::string>{"norway", "chile", "japan", "kenya"}[v % 4];
  }
  const std::string first = render(net, types, {.grouping = RenderGrouping::Country});
  std::vector<std::vector<char>> elsewhere;  // what is allocated in between moves the rest
  for (std::size_t round = 1; round <= 6; ++round) {
    for (std::size_t i = 0; i < 300; ++i) {
      elsewhere.emplace_back(16 + (round * 977 + i * 331) % 3000);
    }
    CHECK((render(net, types, {.grouping = RenderGrouping::Country}) == first));
  }
}

TEST_CASE("another engine than dot refuses to group") {
  CHECK_THROWS_WITH_AS(render(network({"a -meets-> b"}), load_relation_types(),
                              {.engine = RenderEngine::Neato, .grouping = RenderGrouping::Country}),
                       doctest::Contains("dot"), Error);
}

TEST_CASE("the notes say why each actor is missing") {
  const auto net = network({"a -visits-> b", "b -attacks-> c", "c -attacks-> d", "e -meets-> f"});
  const auto note = [&](RenderOptions options) {
    const auto root = test::parse_xml(render(net, load_relation_types(), options));
    const auto notes = test::all_of_class(root, "note");
    return notes.empty() ? "" : notes.front()->text;
  };
  CHECK(note({}) == "");
  CHECK(note({.around = "b"}) == "Not shown: 3 actors further away.");
  CHECK(note({.families = {RelationFamily::Conflict}}) == "Not shown: 3 actors without such relations.");
  CHECK(note({.around = "b", .families = {RelationFamily::Conflict}}) ==
        "Not shown: 1 actor further away, 3 actors without such relations.");
  CHECK(note({.top = 2}) == "Not shown: 4 less prominent actors.");
}
