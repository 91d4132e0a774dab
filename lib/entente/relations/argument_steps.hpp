// Steps through the tree, shared by the files that find arguments. Private to them.
#pragma once

#include <entente/relations/arguments.hpp>

namespace entente::inline v0_1 {

inline constexpr int DeepestClimb = 6;  // of verbs that pass on a subject; longer chains are unreliable

constexpr bool is_nominal_modifier(Deprel d) {
  return d == Deprel::Nmod || d == Deprel::NmodPoss || d == Deprel::NmodUnmarked || d == Deprel::NmodDesc;
}
// Is it a clause that modifies a noun: relative or participial?
constexpr bool is_clause_of_noun(Deprel d) { return d == Deprel::Acl || d == Deprel::AclRelcl; }

// Adds an argument, or several, unless the token is already there.
void put(Arguments& out, TokenId token, Via via);
void put_all(Arguments& out, const Arguments& from);
// How an argument that the enhanced graph adds to the verb was reached.
Via via_of_added(const Reading& reading, TokenId verb);
// The argument, or for a relative pronoun the noun that its clause modifies.
Argument resolved(const Reading& reading, TokenId verb, TokenId argument);
// The subject of a verb without one of its own, taken from its governor.
Arguments governed_subjects(const Reading& reading, TokenId verb, int depth);
// Adds the dependents of a verb, or of a noun, that one of the prepositions marks.
void obliques(const Reading& reading, TokenId verb, WordSet prepositions, Via via, Arguments& out);
void modifiers(const Reading& reading, TokenId noun, WordSet prepositions, Via via, Arguments& out);
// The tokens that a noun, adjective or participle describes.
Arguments bearers(const Reading& reading, TokenId anchor);

}  // namespace entente
