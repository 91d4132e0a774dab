// How offices are worded under a name.
#pragma once

#include <string>

#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// "is a member of" + "the Stimson Center" → "member of the Stimson Center"; where it has ended, "former member of …".
std::string office_label(const RelationType& type, Status status, const std::string& target);

}  // namespace entente
