// Joins names that the user's file declares to be one actor (rows of the type "same").
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Joins the clusters of these names.
Coreference join_same_names(const Layers& layers, Coreference coref);

}  // namespace entente
