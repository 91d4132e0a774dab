// Finds names that the mention model recognizes and the name tagger does not.
#pragma once

#include <vector>

#include <entente/actors/tagged_names.hpp>

namespace entente::inline v0_1 {

// Adds them to the tagger's names, which must be in text order and stay so.
std::vector<TaggedName> with_untagged_names(const Layers& layers, std::vector<TaggedName> tagged);

}  // namespace entente
