// Which actor is meant by a name that a person typed.
#pragma once

#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// Which actor a name means, and who else goes by it.
struct ActorChoice {
  Vertex actor = 0;
  std::vector<Vertex> others;  // who has the same name, alias or surname, the most prominent first; mostly nobody
};

// The actor whose id, name, alias or surname it is; of several the one that is clearly more prominent than the others:
// at least twice as many mentions and one more, where these are weighed by how the actor is called. The whole name of a
// country, organization or place, or of a person in full, weighs sixteen times as much as a surname or a person's
// alias; an alias of what is not a person, and a person known by one word alone, a quarter ("Bush" is hardly another
// than George Bush). Where nobody is called so: the only actor with these words in its name or an alias; then the same
// without regard to British and American spelling. Case, accents and punctuation do not matter. "id:bush" means the
// actor of that id and no other.
//
// Throws Error: NotFound with the nearest names where there is none, Usage with the candidates where several are
// equally prominent. Pass `others` on to people: the choice is a guess.
ENTENTE_EXPORT ActorChoice choose_actor(const Network& network, std::string_view name);

// The same, for those who do not ask for the others.
ENTENTE_EXPORT Vertex find_actor(const Network& network, std::string_view name);

// Actors with names that are spelt most like it, the nearest first; at most so many, and none that is not near enough
// to have been mistyped.
ENTENTE_EXPORT std::vector<Vertex> nearest_actors(const Network& network, std::string_view name, std::size_t most);

}  // namespace entente
