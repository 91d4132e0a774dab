// People without a name who take part in what the news is made of: "arrested a Kenyan journalist".
#pragma once

#include <entente/actors/draft.hpp>

namespace entente {

// Adds a mention for everyone who has no name but is told apart by a nationality, a house or a place.
void find_unnamed(const Layers& layers, Drafts& drafts);

}  // namespace entente
