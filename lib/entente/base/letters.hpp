// Upper and lower case of UTF-8 text.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// How the letters of a word are written.
enum class Letters : unsigned char {
  Absent,  // "2023", "-"
  Lower,   // "kerala", "x-ray"
  Title,   // "Kerala": the first letter is a capital, no other is
  Upper,   // "NATO": two letters or more, all capitals
  Mixed,   // "iPhone", "McDonald"
};

// Letters that are not ASCII count as capitals where Unicode says so. Bytes that are no UTF-8 are no letters.
Letters letters_of(std::string_view word);

// Appends the word in small letters. What has no small letter, and bytes that are no UTF-8, stay as they are.
void append_lower(std::string& out, std::string_view word);
// Appends the word in small letters with a capital at its begin: "KERALA" and "kerala" give "Kerala".
void append_title(std::string& out, std::string_view word);

// "ex-president": the bytes before what somebody no longer is; 0 where there are none.
constexpr std::size_t ex_prefix(std::string_view word) {
  const bool ex = word.size() > 3 && (word[0] == 'e' || word[0] == 'E') && (word[1] == 'x' || word[1] == 'X');
  return ex && word[2] == '-' ? 3 : 0;
}

}  // namespace entente
