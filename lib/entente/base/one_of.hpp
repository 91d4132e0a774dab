// Membership of a word in a short list.
#pragma once

#include <algorithm>
#include <initializer_list>
#include <span>
#include <string_view>

namespace entente::inline v0_1 {

// Whether the word is in the list; case matters. Compares with one item after the other.
inline bool is_one_of(std::string_view word, std::span<const std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}
inline bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

}  // namespace entente
