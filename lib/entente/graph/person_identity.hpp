// Decides which persons of many articles are the same. A sighting is a person in one article; all sightings are decided
// together, so that their order does not matter.
//
//   Full names belong to one person if one may be a form of the other ("J. Smith", "John A. Smith") and no third name
//   casts doubt on that. They stay apart if an article relates the two to each other. One name stays two persons if
//   countries and descriptions contradict each other and nobody is seen with both (full_names.hpp, namesakes.hpp).
//   A surname or another short name joins the full name that the corpus makes likely: how many articles name that
//   person, who else is in the article, its date, and data/lexicon/persons.tsv (short_names.hpp). If two are close, it
//   stays alone.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// The person of a sighting.
struct PersonIdentity {
  std::string id;      // the id that all sightings of this person share: "john-smith", "smith~ARTICLE"
  std::string reason;  // for joining it with others: "surname; John Smith is in 12 articles, here with Acme"; or empty
};

// In the order of the sightings. The result is a function of their set; it is the same for a part of them that holds,
// with each sighting, all that share a word of their names with it, or that data/lexicon/persons.tsv knows by one name.
ENTENTE_EXPORT std::vector<PersonIdentity> identify_persons(std::span<const PersonSighting> sightings);

}  // namespace entente
