// Which persons of many articles are one. Each article has its persons by itself (a sighting each); this decides from
// all of them together, so that the order in which they come does not matter.
//
//   Full names are one person's where one may be a form of the other ("J. Smith", "John A. Smith") and no third name
//   makes that doubtful; they stay apart where an article relates the two to each other, and one name stays two persons
//   where countries and descriptions contradict and nobody is seen with both.
//   A surname or another short name joins the full name that the corpus makes likely: how many articles name that
//   person, who else is in the article, its date, what data/lexicon/persons.tsv knows. Where two are close it joins
//   none.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/export.hpp>

namespace entente::inline v0_1 {

// Somebody or something else in the article of a sighting.
struct Company {
  std::uint64_t id = 0;  // a hash of the id there
  ActorKind kind = ActorKind::Other;
  friend auto operator<=>(const Company&, const Company&) = default;
};

// One person as one article has him.
struct PersonSighting {
  std::string article;  // names the article; sightings are ordered by it, then by id
  std::string id;       // there: "smith"
  std::string name;
  std::vector<std::string> aliases = {};
  ActorGender gender = ActorGender::Unknown;
  std::string country = {};      // may be empty
  std::string description = {};  // may be empty
  std::string date = {};         // of the article; may be empty
  std::vector<Company> company = {};
  std::vector<std::string> related = {};  // ids of persons in the article with whom he has a relation
};

// Who a sighting is.
struct PersonIdentity {
  std::string id;      // what all sightings of this person share: "john-smith", "smith~ARTICLE"
  std::string reason;  // why he is not by himself: "surname; John Smith is in 12 articles, here with Acme"; or empty
};

// In the order of the sightings. The result is a function of their set; it is the same for a part of them that holds,
// with each sighting, all that share a word of their names with it, or that data/lexicon/persons.tsv knows by one name.
ENTENTE_EXPORT std::vector<PersonIdentity> identify_persons(std::span<const PersonSighting> sightings);

// The words by which sightings find each other: spelling keys of the surname and of names of one word.
ENTENTE_EXPORT std::vector<std::string> name_keys(std::string_view name, std::span<const std::string> aliases);

}  // namespace entente
