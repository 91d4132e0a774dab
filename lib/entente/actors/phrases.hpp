// Which words belong to a noun.
#pragma once

#include <entente/actors/draft.hpp>

namespace entente {

// The noun with what stands before it: "the two Chinese companies", "Ida Roe's family".
Span noun_phrase(const Layers& layers, TokenId noun);
// "the rebels" → "rebels"; one word stays.
Span without_article(const Layers& layers, Span words);

}  // namespace entente
