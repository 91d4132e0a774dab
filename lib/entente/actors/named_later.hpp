// Descriptions whose person is named only afterwards: "A former mayor has been arrested. Police took Ann Roe, 62, …".
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/roles.hpp>
#include <entente/mentions/links.hpp>

namespace entente::inline v0_1 {

// Gives descriptions that nobody has yet to the person who is named for the first time in one of the next sentences,
// where the learned links join the name with the description. Returns `coref` as it is where the model has no links.
Coreference link_names_to_descriptions(const Layers& layers, Links& links, const std::vector<Role>& roles,
                                       Coreference coref);

}  // namespace entente
