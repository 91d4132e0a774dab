// Divides the sightings of one name among several persons.
#pragma once

#include <cstdint>
#include <vector>

#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// Divides the sightings of one full name if countries and descriptions contradict each other and nobody is seen with
// both, or if they are a lifetime apart. Sightings that share company, country or description belong together; others
// belong to the largest group that they do not contradict. Takes time proportional to the sightings and their company,
// not to pairs of sightings. The largest group comes first.
std::vector<std::vector<std::uint32_t>> divide_namesakes(Sightings sightings);

// Divides the sightings of one word that is not part of a full name: those that share company other than countries,
// within a lifetime, belong together.
std::vector<std::vector<std::uint32_t>> group_by_company(Sightings sightings);

}  // namespace entente
