// Compares spellings: suggestions for mistyped words, British against American endings.
#pragma once

#include <entente/export.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// The number of insertions, deletions, replacements and exchanges of two neighboring letters that turn one text into
// the other (optimal string alignment; Damerau 1964). Counts bytes, not code points.
ENTENTE_EXPORT std::size_t edit_distance(std::string_view a, std::string_view b);

// The largest edit distance at which a text still counts as a misspelling of another: 1, and 1 more for every four
// bytes that were typed.
ENTENTE_EXPORT std::size_t max_typing_errors(std::string_view typed);

// The names that are spelled most like the typed one, the nearest first; at most `limit`, all of them within
// max_typing_errors. A name that contains the typed text counts as one error away, however long it is.
ENTENTE_EXPORT std::vector<std::string> nearest_spellings(std::vector<std::string> names, std::string_view typed,
                                                          std::size_t limit);

// The words with British endings replaced by American ones: "labour organisations" → "labor organizations". Takes ASCII
// in lower case. It also changes some words that are spelled alike in both countries, so the result is only a key:
// compare it with another result of this function.
ENTENTE_EXPORT std::string american_spelling(std::string_view words);

}  // namespace entente
