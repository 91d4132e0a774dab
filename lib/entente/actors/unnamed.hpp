// People without a name who take part in the events of the news: "arrested a Kenyan journalist".
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Adds a mention for everyone who has no name but is identified by a nationality, a body or a place.
Coreference find_unnamed(const Layers& layers, Coreference coref);

}  // namespace entente
