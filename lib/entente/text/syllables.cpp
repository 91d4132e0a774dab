#include <entente/text/syllables.hpp>

#include <algorithm>
#include <array>
#include <string>

#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::string_view Vowels = "aeiou";

// The size of the longest of the beginnings with which the word begins; 0 if there is none.
template <std::size_t Size>
std::size_t longest_beginning(std::string_view word, const std::array<std::string_view, Size>& beginnings) {
  std::size_t best = 0;
  for (const std::string_view beginning : beginnings) {
    best = word.starts_with(beginning) ? std::max(best, beginning.size()) : best;
  }
  return best;
}

}  // namespace

bool is_syllable(std::string_view word) {
  constexpr std::array<std::string_view, 37> Onsets = {
      "b", "p", "d", "t", "g", "k",  "kk", "pp", "tt", "ss", "s",  "sh", "ch", "j",  "jj", "zh", "z", "ts", "hs",
      "h", "r", "l", "m", "n", "ng", "f",  "q",  "x",  "c",  "rh", "th", "tr", "nh", "ph", "kh", "v", "đ"};
  constexpr std::array<std::string_view, 15> Codas = {"",  "n", "ng", "m", "k", "ck", "p", "l",
                                                      "h", "t", "w",  "y", "c", "ch", "nh"};
  word.remove_prefix(longest_beginning(word, Onsets));
  if (word.starts_with('w') || word.starts_with('y')) {
    word.remove_prefix(1);
  }
  const std::size_t nucleus = std::min(word.find_first_not_of(Vowels), word.size());
  word.remove_prefix(nucleus);
  return nucleus >= 1 && nucleus <= 3 && std::find(Codas.begin(), Codas.end(), word) != Codas.end();
}

bool are_syllables(std::string_view first, std::string_view second) {
  constexpr std::size_t Longest = 6;  // "Kyoung"
  constexpr std::array<std::string_view, 10> English = {"run", "hit", "aid",  "out", "up",
                                                        "set", "cut", "like", "by",  "to"};
  if (first.size() > Longest || second.size() > Longest || first.size() < 2 || second.size() < 2) {
    return false;
  }
  const std::string last = ascii_lower(second);
  return is_syllable(ascii_lower(first)) && is_syllable(last) &&
         std::find(English.begin(), English.end(), last) == English.end();
}

}  // namespace entente
