// Makes mentions of roles without an adjacent name: "the Afghan government", "the president".
#pragma once

#include <entente/actors/roles.hpp>

namespace entente::inline v0_1 {

// Inserts the descriptions among the names in text order; all indices in the roles and mentions are renumbered.
MentionsAndRoles add_role_descriptions(const Layers& layers, MentionsAndRoles found);

}  // namespace entente
