// Mentions and clusters → the layer that users see: names, aliases, descriptions, salience.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/actors/tenures.hpp>

namespace entente::inline v0_1 {

// The actors without their kind decisions, which the stage of names makes.
Actors make_entries(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles,
                    const std::vector<Tenure>& tenures);

}  // namespace entente
