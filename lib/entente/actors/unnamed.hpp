// Finds people who take part in events but are not named: "arrested a Kenyan journalist".
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Adds a mention for every unnamed person whom a nationality, an organisation or a place identifies.
Coreference find_unnamed(const Layers& layers, Coreference coref);

}  // namespace entente
