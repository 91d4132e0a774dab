// Names of one word across articles: whom they mean, where the corpus and the world's knowledge make one person likely.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include <entente/graph/known_persons.hpp>
#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// All that the sightings of one person in full say of him.
struct PersonProfile {
  void add(const PersonSighting& sighting, const KnownPersons& known);

  std::string name{};
  std::set<std::string> articles{};
  std::map<Company, unsigned> company{};  // in how many articles
  std::set<std::string> exact_names{};    // names of one word, as they are written
  std::map<std::string, unsigned> countries{};
  unsigned feminine = 0;
  unsigned masculine = 0;
  std::vector<long> days{};  // sorted
};

// The words by which a name of one word may mean the person of this sighting: spelling keys of his surname, of his
// other names of one word, and of those that the world knows him by.
std::set<std::string> bearer_words(const PersonSighting& sighting, const KnownPersons& known);

// The word of a name of one word: "Zelenskiy" → "zelenskiy", whose spelling key sightings are found by.
std::string short_word(const PersonSighting& sighting);

// Whom names of one word mean.
struct ShortNames {
  struct Group {
    std::optional<std::uint32_t> bearer;  // of the profiles; none for a person whom no article names in full
    std::string name;                     // of such a person
    std::vector<std::uint32_t> sightings;
  };
  std::vector<Group> groups;         // each sighting is in one
  std::vector<std::string> reasons;  // of the sightings; empty for one that is by itself
};

// Decides for all sightings whose words have one spelling key. `bearers` are all persons with that key among their
// bearer_words. A sighting joins the bearer for whom much more speaks than for the next and for a stranger, and else
// stays by itself. Without bearers, those of one word join where they share company, or where the world knows one
// person by it.
ShortNames resolve_short_names(Sightings sightings, std::span<const PersonProfile> bearers, const KnownPersons& known);

}  // namespace entente
