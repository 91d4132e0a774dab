// Abbreviations for which the sentence splitter has rules, because it saw few of them in training.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// The words of data/lexicon/abbreviations.tsv. Immutable after construction.
class Abbreviations {
 public:
  // Throws Error (BadFormat) with the line that cannot be read.
  Abbreviations();
  // Whether the word is an abbreviation before names ("Sen."), with or without its full stop. Case matters.
  bool is_before_name(std::string_view word) const;
  // Whether the word, which must have its full stop, ends names of companies ("Corp."). Case matters.
  bool ends_company_name(std::string_view word) const;

 private:
  std::vector<std::string> before_names_;     // sorted, without full stops
  std::vector<std::string> company_endings_;  // likewise
};

}  // namespace entente
