// Finds offices that are no longer held according to the text: "resigned as prime minister", "was sacked as coach",
// "Prime Minister Roe stepped down", "president until 2019".
#pragma once

#include <vector>

#include <entente/actors/roles.hpp>

namespace entente::inline v0_1 {

// Sets `former` and `given_up` of their roles, and the bearer where the verb names one.
std::vector<Role> mark_left_offices(const Layers& layers, const MentionDrafts& mentions, std::vector<Role> roles);

}  // namespace entente
