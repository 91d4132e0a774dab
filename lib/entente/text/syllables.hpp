// Names of East Asia in Latin letters, which are made of syllables ("Ji-won", "Yat-sen", "Vo Van Thuong").
#pragma once

#include <string_view>

namespace entente::inline v0_1 {

// Could the word, in small letters, be one syllable of a Korean, Chinese or Vietnamese name?
bool is_syllable(std::string_view word);

// Could the words on both sides of a hyphen be the two syllables of such a name? Each must be one open syllable, or one
// that ends as Korean (Revised Romanisation, McCune–Reischauer) and Chinese ones do. English particles and participles
// that follow a hyphen ("Hong Kong-run") are none.
bool are_syllables(std::string_view first, std::string_view second);

}  // namespace entente
