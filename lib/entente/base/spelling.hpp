// How near two spellings are, to suggest what a mistyped word was meant to be.
#pragma once

#include <entente/export.hpp>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// How many letters must be put in, taken out or exchanged, neighbors changing places counting as one (optimal string
// alignment; Damerau 1964). By bytes.
ENTENTE_EXPORT std::size_t edit_distance(std::string_view a, std::string_view b);

// How many letters may differ between what was typed and what was meant: one, and one more for every four letters.
ENTENTE_EXPORT std::size_t near_enough(std::string_view typed);

// Those of the names that are spelt most like the typed one, the nearest first; at most so many, and none that is not
// near enough. A name that holds what was typed is near, however long it is.
ENTENTE_EXPORT std::vector<std::string> nearest_spellings(std::vector<std::string> names, std::string_view typed,
                                                          std::size_t most);

// "labour organisations" → "labor organizations": endings that are spelt differently in Britain, as in America. A key
// for comparing, which respells some words that are the same in both: pass both sides through it. Small letters, ASCII.
ENTENTE_EXPORT std::string american_spelling(std::string_view words);

}  // namespace entente
