// Words and sentences of raw text against a treebank, counted as the CoNLL 2018 scorer does: a word or a sentence is
// right where the same characters, white space left out, make one in both.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <entente/text/reader.hpp>
#include <entente_train/treebank_text.hpp>

namespace entente {

struct SpanScore {
  std::size_t correct = 0;
  std::size_t gold = 0;
  std::size_t found = 0;
  double f1() const {
    return gold + found == 0 ? 0.0 : 200.0 * static_cast<double>(correct) / static_cast<double>(gold + found);
  }
};

struct SplitterScore {
  SpanScore words;
  SpanScore sentences;
  std::vector<std::string> word_errors;  // "expected ⟶ found" with what stands around
  std::vector<std::string> sentence_errors;
};

// Reads the treebank's text as one article, paragraphs set apart by empty lines.
SplitterScore score_splitter(const Reader& reader, const std::vector<TreebankParagraph>& paragraphs);

}  // namespace entente
