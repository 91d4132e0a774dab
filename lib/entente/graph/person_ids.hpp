// Ids of persons across articles.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// What decides which of several persons of one name has the name for his id: the one with the most sightings, then the
// one with the first of them.
struct PersonRank {
  std::size_t sightings = 0;
  std::string article;  // of the first sighting, and the id there
  std::string id;
  friend bool operator==(const PersonRank&, const PersonRank&) = default;
};

PersonRank rank_of(Sightings sightings);

// The ids of the persons whose names give this slug, in their order: the slug itself for the first of them by rank,
// "john-smith~ARTICLE" for others. All differ.
std::vector<std::string> person_ids(const std::string& slug, const std::vector<PersonRank>& persons);

// Why a sighting of that name is the person of the other name where nothing else was said: "" for the same name.
std::string form_reason(const std::string& name, const std::string& person);

}  // namespace entente
