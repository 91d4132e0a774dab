// The written form of words: case, accents, slugs.
#pragma once

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Does the word begin with a capital letter (of Latin, Greek or Cyrillic script)?
bool is_capitalized(std::string_view word);
// Has the word two or more letters, all of them capitals?
bool is_all_capitals(std::string_view word);
// Lower case, without accents and apostrophes: "Özil" → "ozil", "N'Djamena" → "ndjamena". Characters of other scripts
// stay as they are.
std::string folded_letters(std::string_view text);
// A readable identifier: "Recep Tayyip Erdoğan" → "recep-tayyip-erdogan"; "actor" if no Latin letter or digit is left.
std::string slug(std::string_view text);
// Makes ASCII letters lower case; other bytes stay.
std::string lower_case(std::string_view text);
// Capitalizes the first letter if it is an ASCII letter: "minister" → "Minister".
std::string with_capital(std::string text);
// For headlines in capitals: "CHINA" → "China"; "U.S." stays.
std::string title_case(std::string_view word);

}  // namespace entente
