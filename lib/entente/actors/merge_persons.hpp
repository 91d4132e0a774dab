// One cluster per person: joins full names, surnames, names with titles and first names.
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Gives every name of a person a cluster (method: after Bagga and Baldwin 1998 and the deterministic sieves of Lee et
// al. 2013, on names alone). Two people with one surname stay two.
Coreference merge_persons(const Layers& layers, Coreference coref);

}  // namespace entente
