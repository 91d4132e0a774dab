// Upper and lower case of UTF-8 text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Which letters of a word are capitals.
enum class LetterCase : unsigned char {
  Absent,  // no letters: "2023", "-"
  Lower,   // "kerala", "x-ray"
  Title,   // "Kerala": the first letter is a capital, no other is
  Upper,   // "NATO": two letters or more, all capitals
  Mixed,   // "iPhone", "McDonald"
};

// The letter case of a UTF-8 word. Letters that are not ASCII are capitals where Unicode says so; bytes that are not
// UTF-8 do not count as letters.
LetterCase letter_case_of(std::string_view word);

// Appends the word in lower case. Characters without a lower case, and bytes that are not UTF-8, stay as they are.
void append_lower(std::string& out, std::string_view word);
// Appends the word in lower case with a capital first letter: "KERALA" and "kerala" give "Kerala".
void append_title(std::string& out, std::string_view word);

// The size in bytes of the prefix "ex-" of a word like "ex-president", in any case; 0 where the word has no such
// prefix.
constexpr std::size_t ex_prefix(std::string_view word) {
  const bool ex = word.size() > 3 && (word[0] == 'e' || word[0] == 'E') && (word[1] == 'x' || word[1] == 'X');
  return ex && word[2] == '-' ? 3 : 0;
}

}  // namespace entente
