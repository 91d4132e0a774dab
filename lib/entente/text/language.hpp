// Recognizes whether a text is in English, the only language of the stages after this room.
#pragma once

#include <cstddef>

#include <entente/export.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Counts of the words and letters of a document.
struct EnglishShare {
  std::size_t words = 0;    // of the prose: titles, bylines and credits do not count
  std::size_t letters = 0;  // of these words
  std::size_t common = 0;   // words that are among the most frequent of English (data/lexicon/english_words.tsv)
  std::size_t foreign = 0;  // letters of scripts other than Latin
};

// The counts for the prose of the document.
EnglishShare english_share(const Document& document);

// False if there is enough text to be sure that it is in another language. In English news a third of the words are
// common ones, in other languages less than a tenth.
ENTENTE_EXPORT bool looks_english(const Document& document);

}  // namespace entente
