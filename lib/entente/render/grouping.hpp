// Groups the actors of a picture by country.
#pragma once

#include <vector>

#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// The group of a country consists of the country, the actors with that country in the network, and those whose
// relations say that they lead it, are citizens, members or part of it, or belong in this way to another actor of the
// group. Returns groups of two and more, in the order of their first actors; an actor is in at most one.
std::vector<DrawnGroup> grouped_by_country(const Network& network, const std::vector<DrawnActor>& actors);

}  // namespace entente
