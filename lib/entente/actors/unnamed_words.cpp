#include <entente/actors/unnamed_words.hpp>

#include <algorithm>
#include <array>
#include <string>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::string_view Path = "lexicon/unnamed.tsv";

constexpr std::array<std::pair<std::string_view, UnnamedClass>, 9> ClassNames = {{{"person", UnnamedClass::Person},
                                                                                  {"staff", UnnamedClass::Staff},
                                                                                  {"single", UnnamedClass::Single},
                                                                                  {"done_to", UnnamedClass::DoneTo},
                                                                                  {"act", UnnamedClass::Act},
                                                                                  {"doing", UnnamedClass::Doing},
                                                                                  {"many", UnnamedClass::Many},
                                                                                  {"vague", UnnamedClass::Vague},
                                                                                  {"whose", UnnamedClass::Whose}}};

}  // namespace

UnnamedWords::UnnamedWords() {
  RowReader rows{std::string(Path), resource(Path)};
  while (rows.next()) {
    const auto columns = rows.columns();
    const auto* const named =
        std::find_if(ClassNames.begin(), ClassNames.end(), [&](const auto& c) { return c.first == columns[0]; });
    if (named == ClassNames.end() || columns.size() != 2) {
      rows.fail("'" + std::string(rows.line()) + "'", "a class and its words, with a tab between them");
    }
    for (const std::string_view word : split(columns[1], ' ')) {
      words_.emplace_back(named->second, word);
    }
  }
  std::sort(words_.begin(), words_.end());
}

// The lemmatizer may reduce "freed" to "fre".
bool UnnamedWords::has(UnnamedClass of, std::string_view lemma) const {
  const auto known = [&](std::string_view word) {
    return std::binary_search(words_.begin(), words_.end(), std::pair(of, word));
  };
  return known(lemma) || (lemma.ends_with('e') && known(std::string(lemma) + 'e'));
}

const UnnamedWords& UnnamedWords::shared() {
  static const UnnamedWords words;
  return words;
}

}  // namespace entente
