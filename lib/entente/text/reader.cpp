#include <entente/text/reader.hpp>

#include <algorithm>
#include <utility>

#include <entente/text/atoms.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/prose.hpp>
#include <entente/text/sentence_splitter.hpp>
#include <entente/text/split_model.hpp>
#include <entente/text/tokenizer.hpp>

namespace entente {

struct Reader::Parts {
  explicit Parts(const Model& given) : model(given), split(model.section(SplitterSection, SplitterVersion)) {}

  Model model;  // keeps the bytes that split looks into
  SplitModel split;
  Contractions contractions;
};

namespace {

// Offsets are 32 bits wide; what is beyond a gigabyte is left out.
constexpr std::size_t MaxBytes = std::size_t{1} << 30U;

Prose read_prose(std::string_view source, ArticleFormat) { return read_plain_text(source); }

void add_sentences(Document& document, BlockId block, TokenId first, const std::vector<std::uint32_t>& starts) {
  const auto end = static_cast<TokenId>(document.tokens.size());
  const auto add = [&](TokenId from, TokenId to) {
    const Span tokens{from, to};
    document.sentences.push_back({document.bytes(tokens), tokens, block});
  };
  TokenId from = first;
  for (const std::uint32_t start : starts) {
    add(from, first + start);
    from = first + start;
  }
  add(from, end);
}

}  // namespace

Reader::Reader(const Model& model) : parts_(std::make_shared<const Parts>(model)) {}

Document Reader::read(const Article& article) const {
  Document document;
  RepairedText repaired = repair_utf8(std::string_view(article.text).substr(0, MaxBytes));
  document.original = std::move(repaired.text);
  document.repaired = repaired.repaired;
  Prose prose = read_prose(document.original, article.format);
  document.text = std::move(prose.text);
  document.segments = std::move(prose.segments);
  document.id = article.id;
  document.title = article.title;
  document.date = article.date;
  document.source = article.source;

  Tokenizer tokenizer(parts_->split, parts_->contractions);
  SentenceSplitter splitter(parts_->split);
  for (const ProseBlock& given : prose.blocks) {
    const auto first_token = static_cast<TokenId>(document.tokens.size());
    const auto first_sentence = static_cast<SentenceId>(document.sentences.size());
    tokenizer.tokenize(document.text, given.text, document.tokens);
    if (document.tokens.size() == first_token) {
      continue;
    }
    const Token* const tokens = document.tokens.data();
    const auto& starts = splitter.split(document.text, tokens + first_token, tokens + document.tokens.size());
    add_sentences(document, static_cast<BlockId>(document.blocks.size()), first_token, starts);
    document.blocks.push_back(
        {given.kind, given.text, {first_sentence, static_cast<SentenceId>(document.sentences.size())}});
  }
  return document;
}

}  // namespace entente
