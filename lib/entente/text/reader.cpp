#include <entente/text/reader.hpp>

#include <algorithm>
#include <utility>

#include <entente/text/abbreviations.hpp>
#include <entente/text/atoms.hpp>
#include <entente/text/block_kinds.hpp>
#include <entente/text/block_marks.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/charset.hpp>
#include <entente/text/prose.hpp>
#include <entente/text/sentence_splitter.hpp>
#include <entente/text/split_model.hpp>
#include <entente/text/tokenizer.hpp>

namespace entente::inline v0_1 {

struct Reader::Parts {
  explicit Parts(const Model& given) : model(given), split(model.section(SplitterSection, SplitterVersion)) {}

  Model model;  // keeps the bytes alive to which `split` refers
  SplitModel split;
  Contractions contractions;
  Abbreviations abbreviations;
  BlockMarks marks;
};

namespace {

// Offsets have 32 bits, so the text after the first gigabyte is ignored.
constexpr std::size_t MaxBytes = std::size_t{1} << 30U;

Prose read_prose(std::string_view source, ArticleFormat format, const BlockMarks& marks) {
  switch (format) {
    case ArticleFormat::Markdown:
      return read_markdown(source, marks);
    case ArticleFormat::Html:
      return read_html(source, marks);
    case ArticleFormat::Text:
      break;
  }
  return read_plain_text(source);
}

// An id from the source, which is an address without scheme and query ("news.example.org/peace-at-last") or the name of
// a file
// ("peace-at-last.txt"), or from the title ("peace-at-last").
std::string make_id(const Document& document) {
  std::string_view source = document.source;
  const std::size_t scheme = source.find("://");
  if (scheme != std::string_view::npos) {
    source.remove_prefix(scheme + 3);
    return std::string(source.substr(0, source.find_first_of("?#")));
  }
  if (!source.empty() && source != "-") {
    return std::string(source.substr(source.find_last_of('/') + 1));
  }
  std::string slug;
  for (const char c : ascii_lower(document.title)) {
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (word) {
      slug += c;
    } else if (!slug.empty() && slug.back() != '-') {
      slug += '-';
    }
  }
  while (slug.ends_with('-')) {
    slug.pop_back();
  }
  return slug.empty() ? "article" : slug;
}

// Sets the metadata. What the caller knows has priority over what the article says, except that the address of a page
// is a better source than the path of the file in which it was saved.
void set_metadata(Document& document, const Article& article, const Prose& prose) {
  document.title = article.title.empty() ? prose.title : article.title;
  document.date = article.date.empty() ? prose.date.value_or("") : article.date;
  const bool address = article.source.find("://") != std::string::npos;
  document.source = prose.source.empty() || address ? article.source : prose.source;
  document.outlet = prose.outlet;
  document.id = article.id.empty() ? make_id(document) : article.id;
}

// Adds the sentences of a block, whose tokens begin at `first`. starts: as SentenceSplitter::split returns them.
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
  RepairedText repaired = to_utf8(std::string_view(article.text).substr(0, MaxBytes), article.format);
  document.original = std::move(repaired.text);
  document.repaired = repaired.repaired;
  Prose prose = read_prose(document.original, article.format, parts_->marks);
  classify_blocks(prose, article.title, parts_->marks);
  document.text = std::move(prose.text);
  document.segments = std::move(prose.segments);
  set_metadata(document, article, prose);

  Tokenizer tokenizer(parts_->split, parts_->contractions, parts_->abbreviations);
  SentenceSplitter splitter(parts_->split, parts_->abbreviations);
  for (const ProseBlock& given : prose.blocks) {
    const auto first_token = static_cast<TokenId>(document.tokens.size());
    const auto first_sentence = static_cast<SentenceId>(document.sentences.size());
    tokenizer.tokenize(document.text, given.text, document.tokens);
    if (document.tokens.size() == first_token) {
      continue;
    }
    const Token* const tokens = document.tokens.data();
    const bool headline = given.kind == BlockKind::Title || given.kind == BlockKind::Heading;
    const auto& starts = splitter.split(document.text, tokens + first_token, tokens + document.tokens.size(), headline);
    add_sentences(document, static_cast<BlockId>(document.blocks.size()), first_token, starts);
    document.blocks.push_back(
        {given.kind, given.text, {first_sentence, static_cast<SentenceId>(document.sentences.size())}});
  }
  return document;
}

}  // namespace entente
