// What a text bounds in time: "led it until 2019", "president from 2001 to 2009".
#pragma once

#include <entente/syntax/sentence_view.hpp>

namespace entente::inline v0_1 {

// Whether something hangs by the word, or by what hangs by it, that says until when. Needs index_children().
bool holds_until(const SentenceView& view, TokenId word);

}  // namespace entente
