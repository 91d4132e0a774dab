// Tells titles, headings, captions, bylines and credits from prose by their form, and finds title and date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <entente/text/block_marks.hpp>
#include <entente/text/prose.hpp>

namespace entente::inline v0_1 {

// Sets the kinds of the blocks that markup left open, and splits blocks: a credit from its caption, a dateline from its
// paragraph, a sentence from its exact repetition. Sets title and date where markup has not given them. `title` is what
// the caller knows to be the title; may be empty.
void tell_blocks(Prose& prose, std::string_view title, const BlockMarks& marks);

// The date of a line that is a date and little else ("Published on 18 March 2023, 14:05 GMT", "Hamburg, 14 June 2024"),
// as "2023-03-18"; nothing for all other lines.
std::optional<std::string> date_of_line(std::string_view line, const BlockMarks& marks);

}  // namespace entente
