// Decides which sightings of full names belong to one person.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <entente/graph/known_persons.hpp>
#include <entente/graph/person_name.hpp>
#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// The name by which sightings are compared: the fullest name of a known person, or else the name itself.
PersonName compared_name(const PersonSighting& sighting, const KnownPersons& known);

// The persons of sightings whose compared names have several words and surnames of one spelling key. A form of a name
// joins the forms that it may be the same as, if these may be the same as each other; otherwise the one that has far
// more sightings than the others, if any. Forms that an article relates to each other stay apart. One form stays two
// persons if divide_namesakes divides it. The result depends only on these sightings, not on their order.
std::vector<std::vector<std::uint32_t>> group_full_names(Sightings sightings, const KnownPersons& known);

// The most precise name among the sightings of one person; of equally precise ones, the first in byte order.
std::string fullest_name(Sightings sightings, const KnownPersons& known);

}  // namespace entente
