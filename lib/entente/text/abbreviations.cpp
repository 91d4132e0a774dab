#include <entente/text/abbreviations.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

Abbreviations::Abbreviations() {
  constexpr const char* File = "lexicon/abbreviations.tsv";
  RowReader rows(File, resource(File));
  while (rows.next()) {
    const auto columns = rows.columns();
    if (columns.size() > 1 && columns[1] != "company") {
      rows.fail("'" + std::string(columns[1]) + "'", "a word, or a word, a tab and \"company\"");
    }
    (columns.size() > 1 ? endings_ : words_).emplace_back(columns[0]);
  }
  std::sort(words_.begin(), words_.end());
  std::sort(endings_.begin(), endings_.end());
}

bool Abbreviations::before_name(std::string_view word) const {
  if (word.ends_with('.')) {
    word.remove_suffix(1);
  }
  return std::binary_search(words_.begin(), words_.end(), word);
}

bool Abbreviations::ends_company(std::string_view word) const {
  return word.ends_with('.') && std::binary_search(endings_.begin(), endings_.end(), word.substr(0, word.size() - 1));
}

}  // namespace entente
