// Given sentences and words (of a treebank, or of another tokenizer) → Document.
#pragma once

#include <string>
#include <vector>

#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// A syntactic word: "don't" is {"do", false} and {"n't", true, true}.
struct Word {
  std::string form;
  bool space_after = true;
  bool glued = false;  // belongs to one orthographic word with the word before
};

// A sentence.
struct WordSentence {
  std::vector<Word> words;
  bool new_block = false;  // begins a paragraph
};

// A document with one token per word. Its text consists of the forms, with spaces where space_after is set and an empty
// line between blocks. Every block is a Paragraph. Empty forms give empty tokens and sentences without words give empty
// sentences, so that the indices remain those of the caller. The forms must be UTF-8.
Document document_from_words(const std::vector<WordSentence>& sentences);

}  // namespace entente
