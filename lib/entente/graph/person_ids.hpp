// Ids of persons across articles.
#pragma once

#include <compare>
#include <cstddef>
#include <string>
#include <vector>

#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// The rank of a person among those with the same name; the first gets the name as id: the one with the most sightings,
// then the one with the earliest.
struct PersonRank {
  std::size_t sightings = 0;
  std::string article;  // of the first sighting, and the id there
  std::string id;
  friend bool operator==(const PersonRank&, const PersonRank&) = default;
};

PersonRank rank_of(Sightings sightings);

// The ids of the persons whose names have this slug, in their order: the slug itself for the first by rank,
// "john-smith~ARTICLE" for the others. All ids differ.
std::vector<std::string> person_ids(const std::string& slug, const std::vector<PersonRank>& persons);

// The default reason why a sighting of one name is the person of another name; "" for the same name.
std::string form_reason(const std::string& name, const std::string& person);

}  // namespace entente
