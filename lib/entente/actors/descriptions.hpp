// Resolves descriptions by what the text says: offices, kinds, apposition. A description that may mean someone unnamed
// is left alone, because a wrong merge is worse than a missed one.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/actors/tenures.hpp>

namespace entente::inline v0_1 {

// Adds descriptions such as "the Chinese president" and "the company" to the clusters of their actors.
Coreference resolve_descriptions(const Layers& layers, const std::vector<Role>& roles,
                                 const std::vector<Tenure>& tenures, Coreference coref);

}  // namespace entente
