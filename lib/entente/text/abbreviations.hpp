// Abbreviations that the trained splitter, which saw few of them, must or must not cut after.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// data/lexicon/abbreviations.tsv. Immutable after construction.
class Abbreviations {
 public:
  Abbreviations();
  // Does the word stand before a name? With its full stop or without, written as in the file.
  bool before_name(std::string_view word) const;
  // Does the word, with its full stop, end the name of a company?
  bool ends_company(std::string_view word) const;

 private:
  std::vector<std::string> words_;    // sorted, without full stops
  std::vector<std::string> endings_;  // likewise
};

}  // namespace entente
