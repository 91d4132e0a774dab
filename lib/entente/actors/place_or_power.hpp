// "Beijing fears" means China, "in Beijing" the city. A capital or a seat of power stands for its country where it acts
// or is treated as only a government can be (Markert and Nissim 2007, "SemEval-2007 Task 08: Metonymy Resolution").
#pragma once

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

// Decides for each capital and seat of power whether it means the place or the country.
MentionDrafts decide_place_or_power(const Layers& layers, MentionDrafts mentions);

}  // namespace entente
