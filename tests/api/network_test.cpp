// A network as a value: it moves in constant time, and knows its vocabulary.
#include <memory>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <boost/graph/page_rank.hpp>

#include <entente/base/error.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/network.hpp>
#include <entente/graph/query.hpp>

using namespace entente;

namespace {

Vertex add_actor(Network& network, const std::string& id) {
  const Vertex vertex = boost::add_vertex(network);
  network[vertex].id = id;
  network[vertex].name = id;
  return vertex;
}

Network two_actors(const std::string& type = "meets") {
  Network network;
  network[boost::graph_bundle].articles.emplace_back().id = "a";
  const Vertex first = add_actor(network, "anna");
  const Vertex second = add_actor(network, "bert");
  Relation relation;
  relation.type = type;
  relation.evidence.emplace_back().text = "Anna met Bert.";
  boost::add_edge(first, second, relation, network);
  return network;
}

std::shared_ptr<const RelationTypes> with_type(const std::string& name, bool symmetric) {
  RelationTypes types = load_relation_types();
  RelationType type;
  type.name = name;
  type.label = name;
  type.symmetric = symmetric;
  types.types.insert(types.types.end() - 1, type);
  return std::make_shared<const RelationTypes>(types);
}

}  // namespace

static_assert(std::is_nothrow_move_constructible_v<Network> && std::is_nothrow_move_assignable_v<Network>);

TEST_CASE("a network that is moved keeps its actors and relations where they are") {
  Network network = two_actors();
  const Actor* const actor = &network[0];
  const Edge edge = *boost::edges(network).first;
  const Relation* const relation = &network[edge];

  Network moved = std::move(network);
  CHECK(&moved[0] == actor);
  CHECK(&moved[edge] == relation);
  CHECK(moved[boost::graph_bundle].articles.size() == 1);
  CHECK(boost::num_vertices(network) == 0);  // NOLINT(bugprone-use-after-move): it promises to be empty
  CHECK(boost::num_edges(network) == 0);
  CHECK(network[boost::graph_bundle].articles.empty());

  Network assigned = two_actors();
  assigned = std::move(moved);
  CHECK(&assigned[0] == actor);
  CHECK(boost::num_edges(assigned) == 1);
  boost::add_edge(1, 0, assigned);
  CHECK(boost::in_degree(0, assigned) == 1);

  std::vector<Network> many;
  many.push_back(std::move(assigned));
  many.resize(50);
  CHECK(&many.front()[0] == actor);
}

TEST_CASE("a copy of a network is a network of its own") {
  const Network network = two_actors();
  Network copy = network;
  copy[0].name = "Carla";
  CHECK(network[0].name == "anna");
  CHECK(boost::num_edges(copy) == 1);

  Network assigned = two_actors("visits");
  assigned = network;
  CHECK(boost::num_vertices(assigned) == 2);
  REQUIRE(boost::num_edges(assigned) == 1);
  CHECK(assigned[*boost::edges(assigned).first].type == "meets");
  CHECK(assigned[boost::graph_bundle].articles.size() == 1);
}

TEST_CASE("two networks exchange everything") {
  Network first = two_actors("meets");
  Network second;
  second.set_relation_types(with_type("duels", true));
  std::swap(first, second);
  CHECK(boost::num_vertices(first) == 0);
  CHECK(first.shared_relation_types() != nullptr);
  CHECK(boost::num_edges(second) == 1);
  CHECK(second.shared_relation_types() == nullptr);
}

TEST_CASE("the algorithms of Boost.Graph take a network as it is") {
  const Network network = two_actors();
  std::vector<double> rank(boost::num_vertices(network));
  boost::graph::page_rank(network,
                          boost::make_iterator_property_map(rank.begin(), boost::get(boost::vertex_index, network)));
  CHECK(rank[1] > rank[0]);
}

TEST_CASE("a network carries the vocabulary of its relations") {
  Network network = two_actors("duels");
  CHECK(network.relation_types().named("duels").name == "other");
  CHECK_THROWS_AS(RelationMatcher(two_actors(), {.types = {"duels"}}), Error);

  network.set_relation_types(with_type("duels", true));
  CHECK(RelationMatcher(network, {.types = {"duels"}})(*boost::edges(network).first));
  // Against the arrow, because the type has no direction.
  CHECK(find_paths(network, 1, 0, {.directed = true}).paths.size() == 1);
  CHECK(find_paths(two_actors("visits"), 1, 0, {.directed = true}).paths.empty());
  CHECK(ego(network, 0).shared_relation_types() == network.shared_relation_types());
}

TEST_CASE("a merged network knows the types of all its parts, in the same order whichever came first") {
  Network first = two_actors("duels");
  first.set_relation_types(with_type("duels", true));
  Network second = two_actors("adopts");
  second.set_relation_types(with_type("adopts", false));
  const auto names = [](const Network& network) {
    std::vector<std::string> all;
    for (const RelationType& type : network.relation_types().types) {
      all.push_back(type.name);
    }
    return all;
  };
  const Network forth = merge(std::vector<Network>{first, second});
  const Network back = merge(std::vector<Network>{second, first});
  CHECK(names(forth) == names(back));
  CHECK(names(forth).size() == load_relation_types().types.size() + 2);
  CHECK(names(forth).back() == "other");
}

TEST_CASE("of two descriptions of one type the same wins whichever network came first") {
  const auto labeled = [](const char* label) {
    Network made = two_actors("duels");
    RelationTypes types = *with_type("duels", true);
    types.types[*types.find("duels")].label = label;
    made.set_relation_types(std::make_shared<const RelationTypes>(types));
    return made;
  };
  const auto label = [](const Network& network) {
    const RelationTypes& types = network.relation_types();
    return types.named("duels").label;
  };
  const std::vector<Network> forth = {labeled("duels with"), labeled("challenges"), two_actors()};
  const std::vector<Network> back = {forth[2], forth[1], forth[0]};
  CHECK(label(merge(forth)) == "challenges");
  CHECK(label(merge(back)) == "challenges");
  CHECK(label(merge(forth, labeled("fights").relation_types())) == "fights");
}
