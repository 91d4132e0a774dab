#include <entente/graph/identify.hpp>

#include <algorithm>
#include <tuple>
#include <utility>

#include <entente/base/hash.hpp>
#include <entente/graph/person_register.hpp>

namespace entente::inline v0_1 {

namespace {

// The actors with relations to the person.
std::vector<std::string> related_persons(const Network& network, Vertex person) {
  std::vector<std::string> ids;
  const auto add = [&](Vertex other) {
    if (network[other].kind == ActorKind::Person) {
      ids.push_back(network[other].id);
    }
  };
  for (auto [edge, end] = boost::out_edges(person, network); edge != end; ++edge) {
    add(boost::target(*edge, network));
  }
  for (auto [edge, end] = boost::in_edges(person, network); edge != end; ++edge) {
    add(boost::source(*edge, network));
  }
  return ids;
}

}  // namespace

PersonSighting sighting_of(const Network& network, Vertex person, const std::string& article) {
  const Actor& actor = network[person];
  PersonSighting sighting{.article = article,
                          .id = actor.id,
                          .name = actor.name,
                          .aliases = actor.aliases,
                          .gender = actor.gender,
                          .country = actor.country,
                          .description = actor.description};
  if (!actor.mentions.empty()) {
    sighting.date = network[boost::graph_bundle].articles[actor.mentions.front().article].date;
  }
  const std::vector<std::string> own = name_keys(actor.name, actor.aliases);
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    const Actor& other = network[v];
    if (v == person) {
      continue;
    }
    // Relatives and other sightings of the same name do not help to identify the person.
    const std::vector<std::string> keys = other.kind == ActorKind::Person ? name_keys(other.name, {}) : own;
    if (other.kind != ActorKind::Person || std::find(own.begin(), own.end(), keys.front()) == own.end()) {
      sighting.company.push_back({hash_bytes(other.id), other.kind});
    }
  }
  std::sort(sighting.company.begin(), sighting.company.end());
  sighting.related = related_persons(network, person);
  return sighting;
}

std::vector<Join> identify(std::span<Network> networks) {
  if (networks.empty()) {
    return {};  // without loading the known persons
  }
  PersonRegister persons;
  for (const Network& network : networks) {
    persons.add(network);
  }
  std::vector<DecidedArticle> decided = persons.decide();
  std::vector<Join> joins;
  for (const DecidedArticle& article : decided) {
    for (const DecidedPerson& person : article.persons) {
      if (!person.reason.empty()) {
        joins.push_back({article.name, person.name, person.person, person.reason});
      }
    }
  }
  std::sort(joins.begin(), joins.end(), [](const Join& a, const Join& b) {
    return std::tie(a.article, a.name, a.person) < std::tie(b.article, b.name, b.person);
  });
  const DecidedPersons ids(std::move(decided));
  for (Network& network : networks) {
    ids.apply(network);
  }
  return joins;
}

}  // namespace entente
