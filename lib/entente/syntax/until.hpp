// What a text bounds in time: "led it until 2019", "president from 2001 to 2009".
#pragma once

#include <entente/syntax/sentence_view.hpp>

namespace entente::inline v0_1 {

// Whether a dependent of the word, or one of its dependents, says until when. Needs index_children().
bool holds_until(const SentenceView& view, TokenId word);

}  // namespace entente
