// Credits inside the prose: "(AFP, dpa)", "Author: Jane Roe Editor: John Doe". A person in a credit is not an actor.
#pragma once

#include <cstdint>
#include <vector>

#include <entente/actors/known_names.hpp>

namespace entente::inline v0_1 {

// One flag per token: 1 where it belongs to a credit.
std::vector<std::uint8_t> find_credits(const Layers& layers, const std::vector<Sighting>& known);

}  // namespace entente
