// What one article says of a person; identity across articles is decided from it.
#pragma once

#include <compare>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/base/dates.hpp>
#include <entente/export.hpp>

namespace entente::inline v0_1 {

// Another actor in the article of a sighting.
struct CoOccurrence {
  std::uint64_t id = 0;  // a hash of the id there
  ActorKind kind = ActorKind::Other;
  friend auto operator<=>(const CoOccurrence&, const CoOccurrence&) = default;
};

// One person in one article.
struct PersonSighting {
  std::string article;  // names the article; sightings are ordered by it, then by id
  std::string id;       // there: "smith"
  std::string name;
  std::vector<std::string> aliases = {};
  ActorGender gender = ActorGender::Unknown;
  std::string country = {};                // may be empty
  std::string description = {};            // may be empty
  Date date = {};                          // of the article; may be empty
  std::vector<CoOccurrence> company = {};  // sorted
  std::vector<std::string> related = {};   // ids of persons in the article with whom the person has a relation
  friend bool operator==(const PersonSighting&, const PersonSighting&) = default;
};

// Several sightings; decisions refer to them by their index.
using Sightings = std::span<const PersonSighting* const>;

// Compares by article, then id. Two sightings never have both in common, so that the order depends only on their set.
bool sighting_before(const PersonSighting& a, const PersonSighting& b);

// The words by which sightings find each other: spelling keys of the surname and of names of one word.
ENTENTE_EXPORT std::vector<std::string> name_keys(std::string_view name, std::span<const std::string> aliases);

}  // namespace entente
