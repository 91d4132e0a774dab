// Relation types of a user's own: what a saved network and the union of networks have to carry along.
#pragma once

#include <entente/export.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Whether the vocabulary that ships describes the type in the same way.
ENTENTE_EXPORT bool is_shipped(const RelationType& type);
// Adds a type before "other", which stays the last; one of the same name is described anew.
ENTENTE_EXPORT void define(RelationTypes& types, RelationType type);
// The types of both; the result does not depend on the order. They come as the vocabulary that ships has them, then the
// others by name. Where both describe a type, a user's description wins over the one that ships, then the first in byte
// order.
ENTENTE_EXPORT RelationTypes united(const RelationTypes& a, const RelationTypes& b);

// Returns `types` with the user's types replaced by their definitions in `own`.
ENTENTE_EXPORT RelationTypes extended(RelationTypes types, const RelationTypes& own);

}  // namespace entente
