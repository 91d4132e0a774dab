// Resolves nouns that were used to describe a named actor before: "Thomas Sam, a practising homeopath, …" and later
// "the homeopath".
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>

namespace entente::inline v0_1 {

// Comes after the pronouns, because a noun may describe one: "She is a painter".
Coreference resolve_nominals(const Layers& layers, const std::vector<Role>& roles, Coreference coref);

}  // namespace entente
