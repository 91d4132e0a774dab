// Identifies persons with names of one word, if the corpus and the known persons make one person likely.
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

// What the sightings of one person's full name say about the person.
struct PersonProfile {
  void add(const PersonSighting& sighting, const KnownPersons& known);

  std::string name{};
  std::set<std::string> articles{};
  std::map<CoOccurrence, unsigned> company{};  // in how many articles
  std::set<std::string> exact_names{};         // names of one word, as written
  std::map<std::string, unsigned> words{};     // bearer_words, each with the number of its sightings
  std::map<std::string, unsigned> countries{};
  unsigned feminine = 0;
  unsigned masculine = 0;
  std::vector<long> days{};  // sorted
};

// The words that may refer to the person of this sighting: spelling keys of the surname and of all names of one word,
// here and in data/lexicon/persons.tsv.
std::set<std::string> bearer_words(const PersonSighting& sighting, const KnownPersons& known);

// The word of a name of one word: "Zelenskiy" → "zelenskiy".
std::string short_word(const PersonSighting& sighting);

// The persons of names of one word.
struct ShortNames {
  struct Group {
    std::optional<std::uint32_t> bearer;  // index of a profile; none for a person whom no article names in full
    std::string name;                     // of such a person
    std::vector<std::uint32_t> sightings;
  };
  std::vector<Group> groups;         // each sighting is in one
  std::vector<std::string> reasons;  // of the sightings; empty for one that was not joined
};

// Decides all sightings whose words have one spelling key. `bearers` are all persons with that key among their
// bearer_words. A sighting joins the bearer that has much more evidence than the next one and than an unknown person;
// otherwise it is not joined. The more sightings of the word belong to others, the more evidence is needed. Without
// bearers, sightings of a word join if they share company, or if only one known person has that name.
ShortNames resolve_short_names(Sightings sightings, std::span<const PersonProfile> bearers, const KnownPersons& known);

}  // namespace entente
