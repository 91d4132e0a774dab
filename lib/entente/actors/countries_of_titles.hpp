// Finds the country of titles that do not name one: "President Tebboune" in an article about Algeria.
#pragma once

#include <cstdint>
#include <vector>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>
#include <entente/actors/tenures.hpp>

namespace entente::inline v0_1 {

// Sets `of` of the tenures whose country can be determined.
std::vector<Tenure> add_countries_of_titles(const Layers& layers, const Coreference& coref,
                                            const std::vector<Role>& roles, std::vector<Tenure> tenures);

// The index in World::leaders of the person whom one of the names of the cluster means, also with initials in the
// middle or a suffix ("Donald J. Trump", "Joseph R. Biden, Jr."); None for anybody else.
std::uint32_t known_leader(const Layers& layers, const Coreference& coref, ClusterId person);
// The country that the person leads or has led according to the lexicon (World::leaders); None for anybody else.
EntryId known_country(const Layers& layers, const Coreference& coref, ClusterId person);

}  // namespace entente
