// Clusters → Actors, the layer that later rooms and users see: names, aliases, descriptions, salience.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/actors/tenures.hpp>

namespace entente::inline v0_1 {

// Leaves `kind_decisions` empty; find_names makes them.
Actors make_entries(const Layers& layers, const Coreference& coref, const std::vector<Role>& roles,
                    const std::vector<Tenure>& tenures);

}  // namespace entente
