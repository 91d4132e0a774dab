// Whether a text is in English, which is all that the stages after this room know.
#pragma once

#include <cstddef>

#include <entente/export.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

struct EnglishShare {
  std::size_t words = 0;    // of the prose: titles, bylines and credits do not count
  std::size_t letters = 0;  // of them
  std::size_t common = 0;   // words that are among the commonest of English (data/lexicon/english_words.tsv)
  std::size_t foreign = 0;  // letters of other scripts than Latin
};

EnglishShare english_share(const Document& document);

// False where there is text enough to be sure that it is in another language. In English news a third of the words are
// common ones, in other languages less than a tenth.
ENTENTE_EXPORT bool looks_english(const Document& document);

}  // namespace entente
