// Sightings of one name: whose they are, where the name alone does not say that they are one person's.
#pragma once

#include <cstdint>
#include <vector>

#include <entente/graph/person_sighting.hpp>

namespace entente::inline v0_1 {

// Sightings of one full name, divided where countries and descriptions contradict each other and nobody is seen with
// both, or where a lifetime lies between them. Those that share company, country or description belong together;
// others belong to the largest part that they do not contradict. Work grows with the sightings and their company, not
// with the pairs of sightings. The largest part comes first.
std::vector<std::vector<std::uint32_t>> divide_namesakes(Sightings sightings);

// Sightings of one word that is nobody's full name: those that share company other than countries, within a lifetime,
// belong together.
std::vector<std::vector<std::uint32_t>> group_by_company(Sightings sightings);

}  // namespace entente
