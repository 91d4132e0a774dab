// Which words belong to a noun.
#pragma once

#include <string>

#include <entente/actors/coreference.hpp>
#include <entente/actors/layers.hpp>

namespace entente::inline v0_1 {

// The noun with what stands before it: "the two Chinese companies", "Ida Roe's family".
Span noun_phrase(const Layers& layers, TokenId noun);
// Where the word of t begins, which may be one of several with hyphens: "Turkish" of "Turkish-backed".
TokenId begin_of_word(const Layers& layers, TokenId t);
// Without articles and numbers: "the rebels" → "rebels", "two Danish nationals" → "Danish nationals"; one word stays.
Span bare_phrase(const Layers& layers, Span words);
// "a rebel", "an aide"
bool is_indefinite(const Layers& layers, TokenId noun);
// "No rebels", "any company": nobody is meant.
bool means_nobody(const Layers& layers, TokenId noun);

// Makes the phrase of the noun a description of the cluster: the mention that it heads, or a fresh one.
void describe(const Layers& layers, Coreference& coref, TokenId noun, ClusterId cluster, DraftId antecedent,
              std::string reason);

}  // namespace entente
