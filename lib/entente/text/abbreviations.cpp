#include <entente/text/abbreviations.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente {

Abbreviations::Abbreviations() {
  constexpr const char* File = "lexicon/abbreviations.tsv";
  RowReader rows(File, resource(File));
  while (rows.next()) {
    words_.emplace_back(rows.line());
  }
  std::sort(words_.begin(), words_.end());
}

bool Abbreviations::before_name(std::string_view word) const {
  if (word.ends_with('.')) {
    word.remove_suffix(1);
  }
  return std::binary_search(words_.begin(), words_.end(), word);
}

}  // namespace entente
