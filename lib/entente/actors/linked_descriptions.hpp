// Descriptions that the layer of mentions finds: "the rebels", "prosecutors", "the coastal town". Each is given to the
// actor that the learned links choose; a group or organisation without a name that has no link becomes an actor of its
// own.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// Returns `coref` as it is where the model has no links.
Coreference link_descriptions(const Layers& layers, Links& links, const std::vector<Role>& roles, Coreference coref);

}  // namespace entente
