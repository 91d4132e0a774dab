#include <entente/graph/person_ids.hpp>

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

PersonRank rank_of(Sightings sightings) {
  const PersonSighting* const first =
      *std::min_element(sightings.begin(), sightings.end(),
                        [](const PersonSighting* a, const PersonSighting* b) { return sighting_before(*a, *b); });
  return {sightings.size(), first->article, first->id};
}

std::vector<std::string> person_ids(const std::string& slug, const std::vector<PersonRank>& persons) {
  std::vector<std::uint32_t> order(persons.size());
  std::iota(order.begin(), order.end(), 0U);
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return std::tie(persons[b].sightings, persons[a].article, persons[a].id) <
           std::tie(persons[a].sightings, persons[b].article, persons[b].id);
  });
  std::vector<std::string> ids(persons.size());
  std::set<std::string> given;
  for (std::size_t i = 0; i < order.size(); ++i) {
    const PersonRank& person = persons[order[i]];
    std::string id = i == 0 ? slug : fmt::format("{}~{}", slug, person.article);
    id += given.contains(id) ? "~" + person.id : "";
    given.insert(id);
    ids[order[i]] = std::move(id);
  }
  return ids;
}

std::string form_reason(const std::string& name, const std::string& person) {
  return slug(name) == slug(person) ? std::string() : fmt::format("a form of the name {}", person);
}

}  // namespace entente
