// The country of a title that does not name one: "President Tebboune" is Algeria's where the article is about Algeria.
#pragma once

#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/tenures.hpp>

namespace entente::inline v0_1 {

// Sets `of` of the tenures whose country can be determined.
std::vector<Tenure> add_countries_of_titles(const Layers& layers, const Coreference& coref,
                                            const std::vector<Role>& roles, std::vector<Tenure> tenures);

}  // namespace entente
