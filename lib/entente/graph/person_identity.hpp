// Which persons of many articles are one. Each article has its persons by itself (a sighting each); this decides from
// all of them together, so that the order in which they come does not matter.
//
//   Full names are one person's where one may be a form of the other ("J. Smith", "John A. Smith") and no third name
//   makes that doubtful; they stay apart where an article relates the two to each other, and one name stays two persons
//   where countries and descriptions contradict and nobody is seen with both (full_names.hpp, namesakes.hpp).
//   A surname or another short name joins the full name that the corpus makes likely: how many articles name that
//   person, who else is in the article, its date, what data/lexicon/persons.tsv knows (short_names.hpp). Where two are
//   close it joins none.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// Who a sighting is.
struct PersonIdentity {
  std::string id;      // what all sightings of this person share: "john-smith", "smith~ARTICLE"
  std::string reason;  // why he is not by himself: "surname; John Smith is in 12 articles, here with Acme"; or empty
};

// In the order of the sightings. The result is a function of their set; it is the same for a part of them that holds,
// with each sighting, all that share a word of their names with it, or that data/lexicon/persons.tsv knows by one name.
ENTENTE_EXPORT std::vector<PersonIdentity> identify_persons(std::span<const PersonSighting> sightings);

}  // namespace entente
