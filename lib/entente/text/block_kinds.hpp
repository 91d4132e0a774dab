// Tells titles, headings, captions, bylines and credits from prose by their form, and finds title and date.
#pragma once

#include <entente/text/block_marks.hpp>
#include <entente/text/prose.hpp>

namespace entente {

// Sets the kinds of the blocks that markup left open, and splits blocks: a credit from its caption, a dateline from its
// paragraph, a sentence from its exact repetition. Sets title and date where markup has told none. `title` is what
// the caller knows to be the title; may be empty.
void tell_blocks(Prose& prose, std::string_view title, const BlockMarks& marks);

}  // namespace entente
