#include <entente/actors/pronoun_words.hpp>

#include <algorithm>

namespace entente::inline v0_1 {

Pronoun pronoun_of(std::string_view word) {
  struct Row {
    std::string_view word;
    Pronoun pronoun;
  };
  static constexpr Row Rows[] = {{"he", {PronounClass::He, false, false}},
                                 {"him", {PronounClass::He, false, false}},
                                 {"his", {PronounClass::He, true, false}},
                                 {"himself", {PronounClass::He, false, true}},
                                 {"she", {PronounClass::She, false, false}},
                                 {"her", {PronounClass::She, false, false}},
                                 {"hers", {PronounClass::She, true, false}},
                                 {"herself", {PronounClass::She, false, true}},
                                 {"it", {PronounClass::It, false, false}},
                                 {"its", {PronounClass::It, true, false}},
                                 {"itself", {PronounClass::It, false, true}},
                                 {"they", {PronounClass::They, false, false}},
                                 {"them", {PronounClass::They, false, false}},
                                 {"their", {PronounClass::They, true, false}},
                                 {"theirs", {PronounClass::They, true, false}},
                                 {"themselves", {PronounClass::They, false, true}},
                                 {"both", {PronounClass::They, false, false}},
                                 {"who", {PronounClass::Relative, false, false}},
                                 {"whom", {PronounClass::Relative, false, false}},
                                 {"whose", {PronounClass::Relative, true, false}},
                                 {"which", {PronounClass::Relative, false, false}},
                                 {"that", {PronounClass::Relative, false, false}},
                                 {"i", {PronounClass::Speaker, false, false}},
                                 {"me", {PronounClass::Speaker, false, false}},
                                 {"my", {PronounClass::Speaker, true, false}},
                                 {"myself", {PronounClass::Speaker, false, true}},
                                 {"we", {PronounClass::Speaker, false, false, true}},
                                 {"us", {PronounClass::Speaker, false, false, true}},
                                 {"our", {PronounClass::Speaker, true, false, true}},
                                 {"ourselves", {PronounClass::Speaker, false, true, true}}};
  if (word.empty() || word.size() > 10) {
    return {};
  }
  char buffer[10];
  std::transform(word.begin(), word.end(), buffer,
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const std::string_view lower(buffer, word.size());
  for (const Row& row : Rows) {
    if (row.word == lower) {
      return row.pronoun;
    }
  }
  return {};
}

}  // namespace entente
