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
    (columns.size() > 1 ? company_endings_ : before_names_).emplace_back(columns[0]);
  }
  std::sort(before_names_.begin(), before_names_.end());
  std::sort(company_endings_.begin(), company_endings_.end());
}

bool Abbreviations::is_before_name(std::string_view word) const {
  if (word.ends_with('.')) {
    word.remove_suffix(1);
  }
  return std::binary_search(before_names_.begin(), before_names_.end(), word);
}

bool Abbreviations::ends_company_name(std::string_view word) const {
  return word.ends_with('.') &&
         std::binary_search(company_endings_.begin(), company_endings_.end(), word.substr(0, word.size() - 1));
}

}  // namespace entente
