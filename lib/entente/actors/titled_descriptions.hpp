// Resolves titles without a name: "the pope" after "Pope Leo XIV", "the duchess" after "the Duchess of Sussex". Such a
// title refers to the last person whose name begins with it.
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Adds these descriptions to the clusters of their persons.
Coreference resolve_titled_descriptions(const Layers& layers, Coreference coref);

}  // namespace entente
