// Who is meant by a name that a person typed.
#pragma once

#include <cstddef>
#include <limits>
#include <string>

#include <entente/graph/network.hpp>

namespace entente {

inline constexpr std::size_t NoActor = std::numeric_limits<std::size_t>::max();

// The actor with that id, else that name, else that alias, else with that word in the name; without regard to case and
// accents. Throws Error: NotFound with the nearest names, Usage where it could be several.
Vertex find_actor(const Network& network, const std::string& name);

}  // namespace entente
