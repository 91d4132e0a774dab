// Resolves descriptions that the mention model finds: "the rebels", "prosecutors", "the coastal town". Each refers to
// the actor that the learned links choose; an unnamed group or organisation without a link becomes an actor of its own.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// Returns `coref` as it is where the model has no links.
Coreference resolve_linked_descriptions(const Layers& layers, Links& links, const std::vector<Role>& roles,
                                        Coreference coref);

}  // namespace entente
