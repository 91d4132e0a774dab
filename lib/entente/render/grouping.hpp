// Which actors of a picture belong together because they are of one country.
#pragma once

#include <vector>

#include <entente/render/drawing.hpp>

namespace entente::inline v0_1 {

// A country groups itself, the actors that the network gives it, and those whose relations say that they lead it, are
// citizens or members of it, lie in it, or belong so to another of the group. Only groups of two and more, in the order
// of their first actors; an actor is in one at most.
std::vector<DrawnGroup> grouped_by_country(const Network& network, const std::vector<DrawnActor>& actors);

}  // namespace entente
