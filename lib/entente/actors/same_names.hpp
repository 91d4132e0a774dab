// Names that the user's file declares to be one actor although the names do not show it.
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Joins the clusters of such names.
Coreference join_same_names(const Layers& layers, Coreference coref);

}  // namespace entente
