// Nouns for the people of a country, which mean the country ("the Russians attacked") or only some of its people ("two
// Russians were killed").
#pragma once

#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Is the word a noun for the people of a country: "Palestinians", "Briton"?
bool names_people(const Layers& layers, TokenId t);

// Do such people not act for their country, because they are counted, described or one: "two Palestinians", "young
// Iranians", "dozens of Bolivians", "a Briton"?
bool are_some_people(const Layers& layers, TokenId people);

}  // namespace entente
