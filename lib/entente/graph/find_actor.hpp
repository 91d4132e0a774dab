// Which actor is meant by a name that a person typed.
#pragma once

#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente {

// The actor of that id; else of that name; else of that alias; else with these words in the name or an alias. Case,
// accents and punctuation do not matter. Throws Error: NotFound with the nearest names where there is none, Usage with
// the candidates where there is more than one.
ENTENTE_EXPORT Vertex find_actor(const Network& network, std::string_view name);

// All that have this id, name or alias, in the order of the network; find_actor takes the first of its ways alone.
ENTENTE_EXPORT std::vector<Vertex> namesakes(const Network& network, std::string_view name);

// Actors with names that are spelt most like it, the nearest first; at most so many.
ENTENTE_EXPORT std::vector<Vertex> nearest_actors(const Network& network, std::string_view name, std::size_t most);

}  // namespace entente
