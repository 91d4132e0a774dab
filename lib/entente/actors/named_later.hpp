// Descriptions of persons and bodies that are named only afterwards: "A former mayor has been arrested. Police took Ann
// Roe, 62, …", "A Danish firm has won. Bredal Byg will …".
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// Gives a name that stands for the first time the description of an earlier sentence that the learned links join with
// it: of a person, one that nobody has yet; of a body, all mentions of one without a name. Returns `coref` as it is
// where the model has no links.
Coreference link_names_to_descriptions(const Layers& layers, Links& links, const std::vector<Role>& roles,
                                       Coreference coref);

}  // namespace entente
