// Distinguishes titles, headings, captions, bylines and credits from prose by their form, and finds the title and the
// date.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <entente/text/block_marks.hpp>
#include <entente/text/prose.hpp>

namespace entente::inline v0_1 {

// Sets the kinds of the blocks whose kind is not certain from the markup, and splits blocks: a credit from its caption,
// a dateline from its paragraph, a text from its exact repetition. Sets the title and the date if the markup did not.
// `title` is the title that the caller knows, or empty.
void classify_blocks(Prose& prose, std::string_view title, const BlockMarks& marks);

// The date of a line that consists of a date and little else ("Published on 18 March 2023, 14:05 GMT", "Hamburg, 14
// June 2024"), as "2023-03-18"; nothing for other lines.
std::optional<std::string> date_of_line(std::string_view line, const BlockMarks& marks);

}  // namespace entente
