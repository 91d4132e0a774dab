// Resolves descriptions of persons and organisations that are named only later: "A former mayor has been arrested.
// Police took Ann Roe, 62, …", "A Danish firm has won. Bredal Byg will …".
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// Joins the first mention of a name with a description in an earlier sentence, if the learned links connect the two. A
// person gets a description that no actor has yet; an organisation gets all mentions of an unnamed one. Returns `coref`
// unchanged if the model has no links.
Coreference resolve_named_later(const Layers& layers, Links& links, const std::vector<Role>& roles, Coreference coref);

}  // namespace entente
