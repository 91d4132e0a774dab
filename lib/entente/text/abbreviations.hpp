// Abbreviations that stand before a name: what the trained splitter, which saw few of them, must not cut.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente {

// data/lexicon/abbreviations.tsv. Immutable after construction.
class Abbreviations {
 public:
  Abbreviations();
  // Does the word stand before a name? With its full stop or without, written as in the file.
  bool before_name(std::string_view word) const;

 private:
  std::vector<std::string> words_;  // sorted, without full stops
};

}  // namespace entente
