// How sure it is that a description or a pronoun means its actor.
#pragma once

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// Sets the confidence of every description and pronoun but the first mention of an actor.
Coreference add_link_confidence(const Layers& layers, Links& links, Coreference coref);

}  // namespace entente
