// Relation types that users define, which saved networks and unions of networks have to carry along.
#pragma once

#include <entente/export.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Is the type part of the shipped vocabulary, with the same description?
ENTENTE_EXPORT bool is_shipped(const RelationType& type);
// Adds a type before "other", which stays last; replaces a type of the same name.
ENTENTE_EXPORT void define(RelationTypes& types, RelationType type);
// The types of both vocabularies; the result does not depend on their order. Shipped types come first in their order,
// then the others by name. If the two describe a type differently, a user's description wins over the shipped one, and
// of two users' descriptions the first in byte order.
ENTENTE_EXPORT RelationTypes united(const RelationTypes& a, const RelationTypes& b);

// Returns `types` with the user's types replaced by their definitions in `user`.
ENTENTE_EXPORT RelationTypes extended(RelationTypes types, const RelationTypes& user);

}  // namespace entente
