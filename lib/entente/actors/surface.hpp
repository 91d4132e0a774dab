// How words look: case, accents, slugs.
#pragma once

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Begins with a capital letter (of Latin, Greek or Cyrillic script).
bool is_capitalized(std::string_view word);
// Two letters or more, and none of them small.
bool is_all_capitals(std::string_view word);
// Small letters, without accents and without apostrophes: "Özil" → "ozil", "N'Djamena" → "ndjamena". What is no Latin
// letter stays as it is.
std::string folded_letters(std::string_view text);
// A readable identifier: "Recep Tayyip Erdoğan" → "recep-tayyip-erdogan"; "actor" where nothing readable is left.
std::string slug(std::string_view text);
// ASCII letters made small; other bytes stay.
std::string lower_case(std::string_view text);
// "minister" → "Minister": the first letter made a capital, if it is an ASCII letter.
std::string with_capital(std::string text);
// "CHINA" → "China", "U.S." stays; for headlines in capitals.
std::string title_case(std::string_view word);

}  // namespace entente
