// Estimates how probably each description and pronoun means its actor.
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// Sets the confidence of every description and pronoun, except for an actor's first mention.
Coreference add_link_confidence(const Layers& layers, Links& links, Coreference coref);

}  // namespace entente
