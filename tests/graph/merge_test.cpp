#include <entente/graph/merge.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/formats/json.hpp>
#include <entente/graph/show.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::test;

namespace {

const RelationTypes& types() {
  static const RelationTypes types = load_relation_types();
  return types;
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
  summarize(c[*boost::edges(c).first]);
  return {a, b, c, other_a};
}

// A network of few names and few articles, so that everything there is to unite and to keep apart occurs.
Network random_network(std::mt19937& random) {
  const auto pick = [&](const std::vector<std::string>& from) { return from[random() % from.size()]; };
  const std::vector<std::string> actors = {"xi-jinping",
                                           "xi",
                                           "li",
                                           "anna-may",
                                           "georgia/place",
                                           "georgia/country",
                                           "russia/country",
                                           "acme/organisation",
                                           "rebels/group",
                                           "rebels/organisation"};
  const std::vector<std::string> kinds = {"visits",          "visits(negated)", "meets", "meets(planned)",
                                          "other:rise with", "other:fall to",   "allied"};
  std::vector<std::string> lines;
  for (std::size_t i = 0, count = random() % 6; i < count; ++i) {
    const std::string source = pick(actors);
    const std::string target = pick(actors);
    if (source.substr(0, source.find('/')) != target.substr(0, target.find('/'))) {
      lines.push_back(source + " -" + pick(kinds) + "-> " + target);
    }
  }
  Network net = network(lines, pick({"a", "b", "b~2", "c"}));
  net[boost::graph_bundle].articles[0].title = pick({"One", "Another"});
  net[boost::graph_bundle].articles[0].date = pick({"", "2024-01-10"});
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    Actor& actor = net[v];
    actor.name = actor.id == "rebels" ? "rebels" : actor.name;
    actor.aliases = {pick({"A", "Mr. B", "the c"}), pick({"A", "D"})};
    std::sort(actor.aliases.begin(), actor.aliases.end());
    actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()), actor.aliases.end());
    actor.description = pick({"", "president", "President", "head of state"});
    actor.country = pick({"", "china", "russia"});
    actor.gender = static_cast<ActorGender>(random() % 3);
  }
  for (auto [edge, end] = boost::edges(net); edge != end; ++edge) {
    Evidence& evidence = net[*edge].evidence.front();
    evidence.speaker = random() % 3 == 0 ? net[Vertex{random() % boost::num_vertices(net)}].id : std::string();
    evidence.confidence = static_cast<float>(random() % 100) / 100.0F;
    if (random() % 3 == 0) {
      evidence.time = TimeExpression{pick({"in May", "soon"}), pick({"2024-05-01", "2023-05-01"}), ""};
    }
    summarize(net[*edge]);
  }
  return net;
}

// Merged in random groups of random groups.
Network merge_somehow(std::vector<Network> parts, std::mt19937& random) {
  std::shuffle(parts.begin(), parts.end(), random);
  while (parts.size() > 1) {
    const std::size_t count = 2 + random() % (parts.size() - 1);
    const auto from = parts.end() - static_cast<std::ptrdiff_t>(std::min(count, parts.size()));
    Network joined = entente::merge(std::vector<Network>(from, parts.end()), types());
    parts.erase(from, parts.end());
    parts.push_back(joined);
    std::shuffle(parts.begin(), parts.end(), random);
  }
  return parts.front();
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

TEST_CASE("merge unites a firm with and without its legal form, and a leader with the surname") {
  const std::vector<Network> parts = {
      network({"donald-j-trump -meets-> halden-industries-inc/organisation"}, std::string("a")),
      network({"trump -accuses-> halden-industries/organisation"}, std::string("b")),
      network({"donald-trump -meets-> li"}, std::string("c")), network({"putin -meets-> li"}, "d"),
      network({"putin -meets-> li"}, std::string("e"))};
  const Network net = merge(parts);
  std::set<std::string> ids;
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    ids.insert(net[v].id);
  }
  CHECK(ids == std::set<std::string>{"donald-trump", "halden-industries", "li", "li~d", "li~e", "putin"});
  CHECK(dump(merge({parts[4], merge({parts[1], parts[0]}), merge({parts[3], parts[2]})})) == dump(net));
  CHECK(dump(merge({net, net})) == dump(net));
}

TEST_CASE("merge keeps persons apart whose surname is no known leader's, or is shared by two") {
  const Network net = merge(
      {network({"john-smith -meets-> george-w-bush"}, std::string("a")), network({"smith -meets-> bush"}, "b"),
       network({"john-a-smith -meets-> george-hw-bush"}, std::string("c")), network({"bush -meets-> smith"}, "d")});
  CHECK(boost::num_vertices(net) == 8);
}

TEST_CASE("whoever has no name is somebody else in another article") {
  const auto of_article = [](const char* article) {
    return network({"russia/country -attacks-> rebels/unnamed"}, std::string(article));
  };
  const Network net = merge({of_article("a"), of_article("b")});
  CHECK(show_relations(net) == std::vector<std::string>{"russia -attacks-> rebels~a", "russia -attacks-> rebels~b"});
  CHECK(dump(merge({net, net})) == dump(net));
  CHECK(dump(merge({of_article("b"), merge({net, of_article("c")})})) ==
        dump(merge({of_article("a"), of_article("b"), of_article("c")})));
  CHECK(show_relations(merge({of_article("a")})) == std::vector<std::string>{"russia -attacks-> rebels"});
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
  CHECK(dump(merge(std::vector<Network>{})) == dump(Network()));
  for (const Network& one : all) {
    CHECK(dump(merge({one, one})) == dump(merge({one})));
  }
}

TEST_CASE("merge of one network keeps what it says") {
  Network one = network({"xi-jinping -visits-> russia/country", "putin -meets-> xi-jinping"});
  one[Vertex{0}].salience = 0.4321F;
  CHECK(dump(merge({one})) == dump(one));
}

TEST_CASE("merge gives the same bytes in any order and grouping, whatever the networks") {
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::vector<Network> parts;
    for (std::size_t i = 0, count = 2 + random() % 6; i < count; ++i) {
      parts.push_back(random_network(random));
    }
    const std::string expected = write_json(merge(parts));
    for (int way = 0; way < 4; ++way) {
      CAPTURE(round);
      CHECK(write_json(merge_somehow(parts, random)) == expected);
    }
    // What was written and read is merged just so.
    CHECK(write_json(merge({read_json(expected, "written")})) == expected);
  }
}
