// Actors that a statement excludes: "not Chile but Peru", "no French soldier", "Serbia rather than Kosovo".
#pragma once

#include <entente/relations/reading.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Is the mention excluded from the predicate at `anchor`?
bool is_left_out(const Reading& reading, MentionId mention, TokenId anchor);

// Is the mention named only to identify a relative, who takes part: "his" in "his wife told Reuters", "Roe" in "the
// brother of Roe was arrested by Italy"? other: the head of the other mention.
bool is_relative_of(const Reading& reading, const RelationTypes& types, MentionId mention, TokenId other);

}  // namespace entente
