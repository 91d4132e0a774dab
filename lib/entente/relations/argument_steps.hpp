// Steps through the tree that the parts of this room share: not for others.
#pragma once

#include <entente/relations/arguments.hpp>

namespace entente::inline v0_1 {

inline constexpr int DeepestClimb = 6;  // verbs that hand down a subject; deeper chains are not worth the risk

constexpr bool is_nominal_modifier(Deprel d) {
  return d == Deprel::Nmod || d == Deprel::NmodPoss || d == Deprel::NmodUnmarked || d == Deprel::NmodDesc;
}
// A clause below a noun: relative or participial.
constexpr bool is_clause_of_noun(Deprel d) { return d == Deprel::Acl || d == Deprel::AclRelcl; }

// Adds what is not there yet.
void put(Arguments& out, TokenId token, Via via);
void put_all(Arguments& out, const Arguments& from);
// How an argument that the enhanced graph adds to the verb was reached.
Via via_of_added(const Reading& reading, TokenId verb);
// A relative pronoun stands for the noun above its clause.
Argument resolved(const Reading& reading, TokenId verb, TokenId argument);
// The subject of a verb that has none of its own, from what governs it.
Arguments governed_subjects(const Reading& reading, TokenId verb, int depth);
// Dependents of a verb, and of a noun, that one of the prepositions marks.
void obliques(const Reading& reading, TokenId verb, WordSet prepositions, Via via, Arguments& out);
void modifiers(const Reading& reading, TokenId noun, WordSet prepositions, Via via, Arguments& out);
// Whom a noun, adjective or participle is said of.
Arguments bearers(const Reading& reading, TokenId anchor);

}  // namespace entente
