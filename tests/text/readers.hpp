// What the tests of this room share: the reader of the built-in model, and documents as one line.
#pragma once

#include <string>
#include <utility>

#include <entente/model/model.hpp>
#include <entente/text/reader.hpp>

namespace entente::test {

inline const Reader& reader() {
  static const Reader built_in(Model::built_in());
  return built_in;
}

inline Document read_text(std::string text) { return reader().read({.text = std::move(text)}); }

inline Document read_as(ArticleFormat format, std::string text) {
  return reader().read({.text = std::move(text), .format = format});
}

// The tokens of all sentences: spaces between tokens, " / " between sentences, " // " between blocks.
inline std::string show(const Document& document) {
  std::string out;
  for (SentenceId s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (s > 0) {
      out += sentence.block == document.sentences[s - 1].block ? " / " : " // ";
    }
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      out += t > sentence.tokens.begin ? " " : "";
      out += document.form(t);
    }
  }
  return out;
}

inline const char* kind_name(BlockKind kind) {
  switch (kind) {
    case BlockKind::Title:
      return "title";
    case BlockKind::Heading:
      return "heading";
    case BlockKind::Paragraph:
      return "paragraph";
    case BlockKind::Caption:
      return "caption";
    case BlockKind::Byline:
      return "byline";
    case BlockKind::Credit:
      return "credit";
    case BlockKind::Quote:
      return "quote";
    case BlockKind::ListItem:
      return "item";
  }
  return "?";
}

// "title: Peace at last | paragraph: They met." with the text of every block.
inline std::string show_blocks(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += out.empty() ? "" : " | ";
    out += kind_name(block.kind);
    out += ": ";
    out += document.view(block.text);
  }
  return out;
}

// What the tokens of a sentence are in the original.
inline std::string original_of(const Document& document, SentenceId s) {
  const Span span = document.to_original(document.sentences[s].text);
  return document.original.substr(span.begin, span.size());
}

}  // namespace entente::test
