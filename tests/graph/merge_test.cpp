#include <entente/graph/merge.hpp>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/graph/show.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::testing;

namespace {

const RelationTypes& types() {
  static const RelationTypes Types = load_relation_types();
  return Types;
}

// Everything that a network says, in its order.
std::string dump(const Network& net) {
  std::string text;
  const auto& articles = net[boost::graph_bundle].articles;
  for (const auto& a : articles) {
    text += a.id + " " + a.title + " " + a.date + " " + a.source + "\n";
  }
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    text += show_actor(net[v]) + std::to_string(net[v].salience) + net[v].description + net[v].country;
    for (const auto& m : net[v].mentions) {
      text += " " + articles.at(m.article).id + std::to_string(m.text.begin);
    }
    text += "\n";
  }
  for (auto [e, end] = boost::edges(net); e != end; ++e) {
    text += show_relation(net, *e) + std::to_string(net[*e].confidence) + net[*e].speaker;
    for (const auto& x : net[*e].evidence) {
      text += " " + articles.at(x.article).id + std::to_string(x.sentence.begin) + x.text + x.speaker;
    }
    text += "\n";
  }
  return text;
}

std::vector<Network> four() {
  Network a = network({"xi-jinping -visits-> russia/country", "li -meets-> xi-jinping", "georgia/place -part-> russia"},
                      std::string("a"));
  Network b = network({"anna-may -meets-> xi-jinping", "xi-jinping -visits-> russia/country",
                       "xi-jinping -other:rise with-> anna-may", "georgia/country -fears-> russia"},
                      std::string("b"));
  Network c = network({"li -meets-> anna-may", "xi-jinping -visits-> russia/country"}, std::string("c"));
  Network other_a = network({"xi-jinping -visits(negated)-> russia/country"}, std::string("a"));
  other_a[boost::graph_bundle].articles[0].title = std::string("Another article of that id");
  b[Vertex{0}].aliases = {"Anna", "Mrs. May"};
  b[Vertex{1}].name = std::string("Xi Jìnpíng");
  b[Vertex{1}].description = std::string("President of China");
  c[*boost::edges(c).first].evidence[0].speaker = std::string("li");
  summarise(c[*boost::edges(c).first]);
  return {a, b, c, other_a};
}

Network merge(const std::vector<Network>& networks) { return entente::merge(networks, types()); }

}  // namespace

TEST_CASE("merge unites actors of one id and kind, and folds relations") {
  const Network net = merge({network({"xi-jinping -visits-> russia/country"}, std::string("b")),
                             network({"xi-jinping -visits-> russia/country"}, std::string("a"))});
  CHECK(show_relations(net) == std::vector<std::string>{"xi-jinping -visits-> russia"});
  const Relation& relation = net[*boost::edges(net).first];
  CHECK(relation.evidence.size() == 2);
  CHECK(relation.confidence == 0.96F);
  CHECK(net[boost::graph_bundle].articles[0].id == "a");
  CHECK(net[Vertex{0}].mentions.size() == 2);
  CHECK(net[Vertex{0}].salience == 0.5F);
}

TEST_CASE("merge keeps apart what only shares an id") {
  const Network net = merge(four());
  std::set<std::string> ids;
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    ids.insert(net[v].id);
  }
  CHECK(ids == std::set<std::string>{"anna-may", "georgia", "georgia~place", "li", "li~c", "russia", "xi-jinping"});
  CHECK(net[boost::graph_bundle].articles.size() == 4);
  CHECK(net[boost::graph_bundle].articles[1].id == "a~2");
}

TEST_CASE("merge keeps the better name and unites aliases") {
  const Network net = merge(four());
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    if (net[v].id == "xi-jinping") {
      CHECK(net[v].name == "Xi Jìnpíng");
      CHECK(net[v].aliases == std::vector<std::string>{"Xi Jinping"});
      CHECK(net[v].description == "President of China");
    }
  }
}

TEST_CASE("merge renames speakers with their actors") {
  const std::string text = dump(merge(four()));
  CHECK(text.find("anna-may -meets-> li~c0.800000li~c") != std::string::npos);
}

TEST_CASE("merge gives the same network in any order") {
  const std::vector<Network> all = four();
  const std::string expected = dump(merge(all));
  std::vector<std::size_t> order = {0, 1, 2, 3};
  do {
    std::vector<Network> shuffled;
    for (const std::size_t i : order) {
      shuffled.push_back(all[i]);
    }
    CHECK(dump(merge(shuffled)) == expected);
  } while (std::next_permutation(order.begin(), order.end()));
}

TEST_CASE("merge gives the same network in any grouping") {
  const std::vector<Network> all = four();
  const std::string expected = dump(merge(all));
  CHECK(dump(merge({merge({all[0], all[1]}), merge({all[2], all[3]})})) == expected);
  CHECK(dump(merge({merge({all[3], all[0]}), merge({all[2], all[1]})})) == expected);
  CHECK(dump(merge({merge({merge({all[0], all[3]}), all[2]}), all[1]})) == expected);
  CHECK(dump(merge({all[0], merge({all[1], merge({all[2], all[3]})})})) == expected);
}

TEST_CASE("merge of a network with itself or with nothing changes nothing") {
  const std::vector<Network> all = four();
  const std::string expected = dump(merge(all));
  CHECK(dump(merge({merge(all), merge(all), Network()})) == expected);
  CHECK(dump(merge({})) == dump(Network()));
  for (const Network& one : all) {
    CHECK(dump(merge({one, one})) == dump(merge({one})));
  }
}

TEST_CASE("merge of one network keeps what it says") {
  Network one = network({"xi-jinping -visits-> russia/country", "putin -meets-> xi-jinping"});
  one[Vertex{0}].salience = 0.4321F;
  CHECK(dump(merge({one})) == dump(one));
}
