// Finds the actor that a typed name means.
#pragma once

#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// The actor that a name means, and others with the same name.
struct ActorChoice {
  Vertex actor = 0;
  std::vector<Vertex> others;  // others with this name, alias or surname, the most prominent first; usually empty
};

// The actor with this id, name, alias or surname; of several, the one that is clearly more prominent: it has more than
// twice as many mentions, weighted by how the name matches. The full name of a country, organisation, place or person
// weighs sixteen times as much as a surname or a person's alias; an alias of an actor that is not a person, and a
// person known by one word alone, a quarter of that ("Bush" is hardly anyone but George Bush). If nobody matches: the
// only actor with these words in its name or an alias, also across British and American spelling. Case, accents and
// punctuation do not matter. "id:bush" means the actor with exactly that id.
//
// Throws Error: NotFound, with the nearest names; Usage, with the candidates, if several are similarly prominent. Show
// `others` to the user, because the choice is a guess.
ENTENTE_EXPORT ActorChoice choose_actor(const Network& network, std::string_view name);

// The same without the others.
ENTENTE_EXPORT Vertex find_actor(const Network& network, std::string_view name);

// The actors whose names are spelled most like it, the nearest first, and near enough for a typing error; at most
// `most`.
ENTENTE_EXPORT std::vector<Vertex> nearest_actors(const Network& network, std::string_view name, std::size_t most);

}  // namespace entente
