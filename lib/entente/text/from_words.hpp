// Sentences and words that are given (a treebank, another program's tokens) → Document.
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

struct WordSentence {
  std::vector<Word> words;
  bool new_block = false;  // begins a paragraph
};

// A document whose tokens are those words, one for one: its text is the forms with spaces where space_after says so,
// and an empty line between blocks. Every block is a Paragraph. Words without a form and sentences without words give
// tokens and sentences of no length, so that indices stay those of the caller. The forms must be UTF-8.
Document document_from_words(const std::vector<WordSentence>& sentences);

}  // namespace entente
