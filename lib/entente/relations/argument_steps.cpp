#include <entente/relations/argument_steps.hpp>

namespace entente::inline v0_1 {

void put(Arguments& out, TokenId token, Via via) {
  for (const auto& a : out) {
    if (a.token == token) {
      return;
    }
  }
  out.push({token, via, None});
}

void put_all(Arguments& out, const Arguments& from) {
  for (const auto& a : from) {
    put(out, a.token, a.via);
  }
}

Via via_of_added(const Reading& r, TokenId verb) {
  switch (r.deprel(verb)) {
    case Deprel::AclRelcl:
    case Deprel::Acl:
      return Via::Antecedent;
    case Deprel::Conj:
      return Via::Shared;
    default:
      return Via::Controlled;
  }
}

// A relative pronoun stands for the noun that its clause modifies.
Argument resolved(const Reading& r, TokenId verb, TokenId argument) {
  if (r.is_relative_pronoun(argument)) {
    TokenId v = verb;
    for (int i = 0; i < DeepestClimb && v != None; ++i, v = r.head(v)) {
      if (is_clause_of_noun(r.deprel(v))) {
        return {r.head(v), Via::Antecedent};
      }
    }
  }
  return {argument, Via::Direct};
}

// Dependents of a verb that a preposition marks.
void obliques(const Reading& r, TokenId verb, WordSet prepositions, Via via, Arguments& out) {
  for (const TokenId c : r.children(verb)) {
    const auto d = r.deprel(c);
    if (r.lexicon.has(prepositions, r.prepositions[c]) && (is_oblique(d) || d == Deprel::Nmod || d == Deprel::Advmod)) {
      const auto a = resolved(r, verb, c);
      put(out, a.token, via == Via::Direct ? a.via : via);
    }
  }
  for (const auto& arc : r.syntax.added_to(verb)) {
    if (is_oblique(arc.deprel) && r.lexicon.has(prepositions, r.prepositions[arc.dependent])) {
      put(out, arc.dependent, via_of_added(r, verb));
    }
  }
  // "the man to whom he spoke", "the ally that it relies on": the verb's clause depends on the noun.
  if (r.deprel(verb) == Deprel::AclRelcl && out.empty()) {
    for (const TokenId c : r.children(verb)) {
      if (r.deprel(c) == Deprel::Obl && r.lexicon.has(prepositions, r.words[c])) {
        put(out, r.head(verb), Via::Antecedent);
      }
    }
  }
}

void modifiers(const Reading& r, TokenId noun, WordSet prepositions, Via via, Arguments& out) {
  for (const TokenId c : r.children(noun)) {
    const auto d = r.deprel(c);
    if (r.lexicon.has(prepositions, r.prepositions[c]) && (is_nominal_modifier(d) || is_oblique(d))) {
      const auto a = resolved(r, noun, c);
      put(out, a.token, via == Via::Direct ? a.via : via);
    }
  }
}

}  // namespace entente
