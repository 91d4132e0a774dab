#include <entente/graph/identify.hpp>

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/surface.hpp>
#include <entente/base/hash.hpp>

namespace entente::inline v0_1 {

namespace {

using Key = std::tuple<std::string, std::string, std::string, std::string>;

Key key_of(const ArticleRecord& article) { return {article.id, article.title, article.date, article.source}; }

// Articles as a merge of the networks names them: the second of an id is "id~2".
std::map<Key, std::string> article_names(std::span<const Network> networks) {
  std::map<Key, std::string> names;
  for (const Network& network : networks) {
    for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
      names.try_emplace(key_of(article), article.id);
    }
  }
  const std::string* last = nullptr;
  std::size_t copies = 1;
  for (auto& [key, name] : names) {
    copies = last != nullptr && *last == std::get<0>(key) ? copies + 1 : 1;
    last = &std::get<0>(key);
    name = copies == 1 ? name : fmt::format("{}~{}", name, copies);
  }
  return names;
}

// What is related to the person, and has a node of its own in the network.
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

void rename(Network& network, const std::unordered_map<std::string, std::string>& names) {
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    Relation& relation = network[*edge];
    const auto rename_speaker = [&](std::string& speaker) {
      if (const auto at = names.find(speaker); at != names.end()) {
        speaker = at->second;
      }
    };
    rename_speaker(relation.speaker);
    for (Evidence& evidence : relation.evidence) {
      rename_speaker(evidence.speaker);
    }
  }
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
  for (const ActorMention& mention : actor.mentions) {
    sighting.date = network[boost::graph_bundle].articles[mention.article].date;
    break;
  }
  const std::vector<std::string> own = name_keys(actor.name, actor.aliases);
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    const Actor& other = network[v];
    if (v == person) {
      continue;
    }
    // A relative, or the same person twice, says nothing of who is meant.
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
  const std::map<Key, std::string> names = article_names(networks);
  std::vector<PersonSighting> sightings;
  std::map<std::pair<std::string, std::string>, std::size_t> known;  // by article and id: a network may come twice
  std::vector<std::vector<std::pair<Vertex, std::size_t>>> persons(networks.size());
  for (std::size_t n = 0; n < networks.size(); ++n) {
    const Network& network = networks[n];
    const auto& articles = network[boost::graph_bundle].articles;
    for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
      if (network[v].kind != ActorKind::Person || articles.empty()) {
        continue;
      }
      const std::uint32_t first = network[v].mentions.empty() ? 0 : network[v].mentions.front().article;
      const std::string& article = names.at(key_of(articles[first]));
      const auto [at, fresh] = known.try_emplace({article, network[v].id}, sightings.size());
      if (fresh) {
        sightings.push_back(sighting_of(network, v, article));
      }
      persons[n].emplace_back(v, at->second);
    }
  }
  const std::vector<PersonIdentity> identities = identify_persons(sightings);
  for (std::size_t n = 0; n < networks.size(); ++n) {
    std::unordered_map<std::string, std::string> renamed;
    for (const auto& [v, s] : persons[n]) {
      renamed.emplace(networks[n][v].id, identities[s].id);
      networks[n][v].id = identities[s].id;
    }
    rename(networks[n], renamed);
  }
  std::vector<Join> joins;
  for (std::size_t s = 0; s < sightings.size(); ++s) {
    if (!identities[s].reason.empty()) {
      joins.push_back({sightings[s].article, sightings[s].name, identities[s].id, identities[s].reason});
    }
  }
  std::sort(joins.begin(), joins.end(), [](const Join& a, const Join& b) {
    return std::tie(a.article, a.name, a.person) < std::tie(b.article, b.name, b.person);
  });
  return joins;
}

}  // namespace entente
