// Recognizes that a text says when something ended: "led it until 2019", "president from 2001 to 2009".
#pragma once

#include <entente/syntax/sentence_view.hpp>

namespace entente::inline v0_1 {

// Whether a phrase that depends on the word says until when. Call index_children() first.
bool has_stated_end(const SentenceView& view, TokenId word);

}  // namespace entente
