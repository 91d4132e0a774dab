// Full names across articles: which sightings of them are one person's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <entente/graph/known_persons.hpp>
#include <entente/graph/person_name.hpp>
#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// The name by which sightings are compared: the fullest one of a person that the world knows, else the name itself.
PersonName compared_name(const PersonSighting& sighting, const KnownPersons& known);

// The persons of sightings whose compared names have several words and surnames of one spelling key. Each form of a
// name joins the forms that it may be the same as, where these may be the same as each other; else the one that stands
// far out among them by its sightings; else none. Forms that an article relates to each other stay two. One form stays
// two persons where divide_namesakes says so. No other sightings change the result, nor does their order.
std::vector<std::vector<std::uint32_t>> group_full_names(Sightings sightings, const KnownPersons& known);

// The name that says most among those of one person's sightings; of equals the first in byte order.
std::string fullest_name(Sightings sightings, const KnownPersons& known);

}  // namespace entente
