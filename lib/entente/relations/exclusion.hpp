// Actors that a statement excludes: "not Chile but Peru", "no French soldier", "Serbia rather than Kosovo".
#pragma once

#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// Do the words between the mention and the predicate at `anchor` say that it is not he who takes part?
bool is_left_out(const Reading& reading, MentionId mention, TokenId anchor);

}  // namespace entente
