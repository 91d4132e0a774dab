// Noun phrases: which words belong to a noun, and making a phrase a mention.
#pragma once

#include <string>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// The noun and its modifiers before it: "the two Chinese companies", "Ida Roe's family"; with what it counts, "dozens
// of activists".
Span noun_phrase(const Layers& layers, TokenId noun);
// What a noun of quantity counts: "activists" of "dozens of activists"; None for other nouns.
TokenId counted_by(const Layers& layers, TokenId quantity);
// The first token of the hyphenated word that t is part of: "Turkish" in "Turkish-backed".
TokenId begin_of_word(const Layers& layers, TokenId t);
// The phrase without articles and numbers: "the rebels" → "rebels", "two Danish nationals" → "Danish nationals",
// "dozens of rebels" → "rebels". At least one word stays.
Span bare_phrase(const Layers& layers, Span words);
// Is the noun indefinite: "a rebel", "an aide"?
bool is_indefinite(const Layers& layers, TokenId noun);
// Does the phrase refer to nobody in particular: "no rebels", "any company"?
bool means_nobody(const Layers& layers, TokenId noun);
// Is the determiner "no" or "any"? False for None.
bool is_no_or_any(const Layers& layers, TokenId determiner);

// Does the preposition tie an actor without a name to somebody: "members of", "judges from", "a nurse at"? False for
// None.
bool tells_whose(const Layers& layers, TokenId preposition);

// Makes the phrase of the noun a description of the cluster: changes the mention that the noun heads, or adds one.
void describe(const Layers& layers, Coreference& coref, TokenId noun, ClusterId cluster, DraftId antecedent,
              std::string reason);

}  // namespace entente
