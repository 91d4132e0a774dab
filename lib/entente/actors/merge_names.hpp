// One cluster per named actor that is not a person.
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Clusters names by lexicon entry where there is one, and by their words otherwise.
Coreference merge_names(const Layers& layers, MentionDrafts mentions);

}  // namespace entente
