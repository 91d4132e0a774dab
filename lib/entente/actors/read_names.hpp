// Names that the layer of mentions sees where the tagger of names sees none.
#pragma once

#include <vector>

#include <entente/actors/tagged_names.hpp>

namespace entente::inline v0_1 {

// Adds them to the tagger's names, which are in text order.
std::vector<TaggedName> with_read_names(const Layers& layers, std::vector<TaggedName> tagged);

}  // namespace entente
