#include <entente/render/main_actors.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/render/captions.hpp>
#include <graph/networks.hpp>

using namespace entente;
using test::network;

namespace {

using Strings = std::vector<std::string>;

// Who is drawn, by id, in the order of the network.
Strings drawn(const Network& net, const RenderOptions& options = {}) {
  const auto drawing = edit(net, load_relation_types(), options);
  Strings ids;
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    for (const auto& actor : drawing.actors) {
      if (actor.vertex == v) {
        ids.push_back(net[v].id);
      }
    }
  }
  return ids;
}

}  // namespace

TEST_CASE("parts that tell only of offices and belonging stay out where something happens") {
  const auto net =
      network({"roe -accuses-> doe", "assad -leads-> syria/country", "fa/organisation -part-> england/country"});
  CHECK(drawn(net) == Strings{"roe", "doe"});
  const auto drawing = edit(net, load_relation_types(), {});
  CHECK(drawing.background == 4);
  CHECK(drawing.minor == 0);
  CHECK(notes(net, drawing) == "Not shown: 4 actors with only an office or a place.");
  // Who asks for all, or for something, gets it; and so does who has nothing else to tell.
  CHECK(drawn(net, {.top = 0}).size() == 6);
  CHECK(drawn(net, {.around = "assad"}) == Strings{"assad", "syria"});
  CHECK(drawn(net, {.families = {RelationFamily::Belonging}}).size() == 4);
  CHECK(drawn(network({"assad -leads-> syria/country", "fa/organisation -part-> england/country"})).size() == 4);
}

TEST_CASE("offices and belonging bring in whom they join with what happens, while the picture is small") {
  CHECK(drawn(network({"roe -accuses-> acme/organisation", "doe -leads-> acme", "poe -represents-> doe"})) ==
        Strings{"roe", "acme", "doe", "poe"});
  Strings lines = {"roe -accuses-> acme/organisation", "doe -leads-> acme"};
  for (int i = 0; i < 9; ++i) {
    lines.push_back("roe -meets-> p" + std::to_string(i));
  }
  CHECK(drawn(network(lines)).size() == 12);
  lines.push_back("roe -meets-> p9");
  const auto net = network(lines);
  const auto drawing = edit(net, load_relation_types(), {});
  CHECK(drawing.actors.size() == 12);
  CHECK(drawing.background == 1);  // of eleven who do something and one who leads, the latter
}

TEST_CASE("what the headline says is news, whatever it is, and comes first") {
  auto net = network({"roe -meets-> doe", "poe -leads-> acme/organisation"});
  CHECK(drawn(net) == Strings{"roe", "doe"});
  auto& title = net[boost::graph_bundle].articles.front().title;
  for (auto [edge, end] = boost::edges(net); edge != end; ++edge) {
    if (net[*edge].type == "leads") {
      title = net[*edge].evidence.front().text;
    }
  }
  CHECK(drawn(net).size() == 4);
  const auto drawing = edit(net, load_relation_types(), {});
  CHECK(drawing.lines.front().reported_in_headline);
  CHECK(!drawing.lines.back().reported_in_headline);
  CHECK(net[drawing.actors[drawing.lines.front().source].vertex].id == "poe");
}

TEST_CASE("where the headline tells more than whose somebody is, that alone is its news") {
  auto net = network({"roe -accuses-> acme/organisation", "acme -located-> iran/country", "doe -meets-> iran"});
  std::string title;
  for (auto [edge, end] = boost::edges(net); edge != end; ++edge) {
    if (net[*edge].type != "meets") {
      title += net[*edge].evidence.front().text + " ";
    }
  }
  net[boost::graph_bundle].articles.front().title = title;
  for (const auto& line : edit(net, load_relation_types(), {}).lines) {
    CHECK(line.reported_in_headline == (net[line.relations.front()].type == "accuses"));
  }
}
