// Recognizes the syllables of East Asian names in Latin letters ("Ji-won", "Yat-sen", "Vo Van Thuong").
#pragma once

#include <string_view>

namespace entente::inline v0_1 {

// Whether the word, which must be in lower case, may be one syllable of a Korean, Chinese or Vietnamese name.
bool is_syllable(std::string_view word);

// Whether the words before and after a hyphen, in any case, may be the two syllables of such a name. Each must be an
// open syllable or end like Korean (Revised Romanization, McCune–Reischauer), Chinese or Vietnamese ones. English words
// that often follow a hyphen ("Hong Kong-run") are excluded.
bool are_syllables(std::string_view first, std::string_view second);

}  // namespace entente
