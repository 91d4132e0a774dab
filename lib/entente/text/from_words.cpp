#include <entente/text/from_words.hpp>

#include <cstdint>

namespace entente::inline v0_1 {

namespace {

std::uint32_t text_size(const Document& document) { return static_cast<std::uint32_t>(document.text.size()); }

void open_block(Document& document) {
  if (!document.blocks.empty()) {
    document.text.resize(document.blocks.back().text.end);  // without the space after the last word
    document.text += "\n\n";
  }
  const auto sentence = static_cast<SentenceId>(document.sentences.size());
  document.blocks.push_back({BlockKind::Paragraph, {text_size(document), text_size(document)}, {sentence, sentence}});
}

void add_sentence(Document& document, const WordSentence& given) {
  Sentence sentence;
  sentence.block = static_cast<BlockId>(document.blocks.size() - 1);
  sentence.text = {text_size(document), text_size(document)};
  sentence.tokens.begin = static_cast<TokenId>(document.tokens.size());
  for (const Word& word : given.words) {
    const std::uint32_t begin = text_size(document);
    document.text += word.form;
    document.tokens.push_back({{begin, text_size(document)}, word.space_after, word.glued});
    sentence.text.end = text_size(document);
    if (word.space_after) {
      document.text += ' ';
    }
  }
  sentence.tokens.end = static_cast<TokenId>(document.tokens.size());
  document.sentences.push_back(sentence);
  Block& block = document.blocks.back();
  block.text.end = sentence.text.end;
  block.sentences.end = static_cast<SentenceId>(document.sentences.size());
}

}  // namespace

Document document_from_words(const std::vector<WordSentence>& sentences) {
  Document document;
  for (const WordSentence& sentence : sentences) {
    if (sentence.new_block || document.blocks.empty()) {
      open_block(document);
    }
    add_sentence(document, sentence);
  }
  document.original = document.text;
  return document;
}

}  // namespace entente
