// One cluster per named actor that is not a person.
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// Clusters what the lexicon knows by its entry, and the rest by the words of the name.
Coreference merge_names(const Layers& layers, MentionDrafts mentions);

}  // namespace entente
