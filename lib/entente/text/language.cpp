#include <entente/text/language.hpp>

#include <algorithm>
#include <string>
#include <vector>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

class CommonWords {
 public:
  CommonWords() {
    RowReader rows("lexicon/english_words.tsv", resource("lexicon/english_words.tsv"));
    while (rows.next()) {
      for (const std::string_view word : rows.columns()) {
        words_.emplace_back(word);
      }
    }
    std::sort(words_.begin(), words_.end());
  }

  bool contains(std::string_view word) const {
    return std::binary_search(words_.begin(), words_.end(), ascii_lower(word));
  }

 private:
  std::vector<std::string> words_;
};

bool is_prose(BlockKind kind) {
  return kind == BlockKind::Paragraph || kind == BlockKind::Quote || kind == BlockKind::ListItem;
}

constexpr char32_t EndOfLatin = 0x250;  // the first code point after the Latin letters

// Adds a word to the counts.
void count(std::string_view word, EnglishShare& share) {
  bool letters = false;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint c = decode(word, at);
    if (char_kind(c.value) == CharKind::Letter) {
      letters = true;
      ++share.letters;
      share.foreign += c.value >= EndOfLatin && c.value < 0xFFFD ? 1 : 0;
    }
    at += c.size;
  }
  share.words += letters ? 1 : 0;
}

}  // namespace

EnglishShare english_share(const Document& document) {
  static const CommonWords common;
  EnglishShare share;
  for (const Block& block : document.blocks) {
    for (SentenceId s = block.sentences.begin; is_prose(block.kind) && s < block.sentences.end; ++s) {
      const Span tokens = document.sentences[s].tokens;
      for (TokenId t = tokens.begin; t < tokens.end; ++t) {
        count(document.form(t), share);
        share.common += common.contains(document.form(t)) ? 1 : 0;
      }
    }
  }
  return share;
}

bool looks_english(const Document& document) {
  constexpr std::size_t FewWords = 20;
  constexpr std::size_t FewLetters = 60;
  constexpr std::size_t MaxWordsPerCommon = 12;
  const EnglishShare share = english_share(document);
  if (share.letters >= FewLetters && share.foreign * 2 > share.letters) {
    return false;
  }
  return share.words < FewWords || share.common * MaxWordsPerCommon >= share.words;
}

}  // namespace entente
