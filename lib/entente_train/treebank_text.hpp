// The raw text of a CoNLL-U treebank, put together again as the CoNLL 2018 shared task does: paragraphs from
// "# newdoc" and "# newpar", sentences with a space between, words by SpaceAfter; and where words and sentences end.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct TreebankWord {
  std::string form;
  std::string upos;
  bool space_after = true;
};

struct TreebankParagraph {
  std::vector<std::vector<TreebankWord>> sentences;
  bool new_document = false;
};

// Reads CoNLL-U. A multiword token whose words do not add up to its form counts as one word. Throws Error (BadFormat)
// that names the line.
std::vector<TreebankParagraph> read_treebank_text(const std::string& path);

struct ParagraphText {
  std::string text;
  std::vector<std::uint32_t> word_begins;      // bytes, ascending
  std::vector<std::uint32_t> word_ends;        // one per word
  std::vector<std::uint32_t> sentence_begins;  // bytes, ascending
};
ParagraphText paragraph_text(const TreebankParagraph& paragraph);

}  // namespace entente
