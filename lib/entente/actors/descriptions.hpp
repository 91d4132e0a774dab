// Descriptions → the actors that they mean, by what the text itself says: offices, kinds, apposition. What could be
// someone without a name is left alone: a wrong merge is worse than a missed one.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/actors/tenures.hpp>

namespace entente::inline v0_1 {

// "the Chinese president", "the company"
Coreference resolve_descriptions(const Layers& layers, const std::vector<Role>& roles,
                                 const std::vector<Tenure>& tenures, Coreference coref);

}  // namespace entente
