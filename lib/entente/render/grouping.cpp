#include <entente/render/grouping.hpp>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>

#include <entente/base/letters.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

namespace {

using Homes = std::vector<std::string>;  // by vertex: the id of the country, or empty

Homes told_homes(const Network& network) {
  Homes homes(boost::num_vertices(network));
  for (Vertex v = 0; v < homes.size(); ++v) {
    homes[v] = network[v].kind == ActorKind::Country ? network[v].id : network[v].country;
  }
  return homes;
}

bool says_home(const Relation& relation) {
  const auto& rules = picture_style().under_name;
  return relation.status == Status::Asserted &&
         std::any_of(rules.begin(), rules.end(), [&](const UnderName& rule) { return rule.type == relation.type; });
}

// "Sands is the mayor of Haifa", "Haifa is in Israel": each round carries homes one relation further.
void spread_homes(const Network& network, Homes& homes) {
  constexpr int Rounds = 3;
  for (int round = 0; round < Rounds; ++round) {
    const auto before = homes;
    for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
      auto& home = homes[boost::source(*edge, network)];
      if (home.empty() && says_home(network[*edge])) {
        home = before[boost::target(*edge, network)];
      }
    }
  }
}

// "south-africa" → "South Africa", where the country itself is no actor.
std::string spoken_id(const std::string& id) {
  std::string name;
  for (std::size_t begin = 0; begin <= id.size();) {
    const std::size_t end = std::min(id.find('-', begin), id.size());
    name += begin > 0 ? " " : "";
    append_title(name, std::string_view(id).substr(begin, end - begin));
    begin = end + 1;
  }
  return cleaned(name);
}

std::string name_of_country(const Network& network, const std::string& id) {
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (network[v].id == id && !network[v].name.empty()) {
      return cleaned(network[v].name);
    }
  }
  return spoken_id(id);
}

}  // namespace

std::vector<DrawnGroup> grouped_by_country(const Network& network, const std::vector<DrawnActor>& actors) {
  auto homes = told_homes(network);
  spread_homes(network, homes);
  std::map<std::string, std::vector<std::size_t>> members;
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (const auto& home = homes[actors[i].vertex]; !home.empty()) {
      members[home].push_back(i);
    }
  }
  std::vector<DrawnGroup> groups;
  for (auto& [home, of_it] : members) {
    if (of_it.size() > 1) {
      groups.push_back({home, name_of_country(network, home), std::move(of_it)});
    }
  }
  std::sort(groups.begin(), groups.end(), [](const auto& a, const auto& b) { return a.actors < b.actors; });
  return groups;
}

}  // namespace entente
