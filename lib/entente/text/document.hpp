// The first layer: an article as blocks, sentences and tokens, with offsets into its text and into the original.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/base/dates.hpp>
#include <entente/base/ids.hpp>
#include <entente/base/span.hpp>
#include <entente/export.hpp>

namespace entente::inline v0_1 {

// The function of a block of text in an article.
enum class BlockKind {
  Title,      // the headline
  Heading,    // a heading inside the article
  Paragraph,  // running prose
  Caption,    // a picture's caption
  Byline,     // "By Jane Roe", "hg/jd (AFP, dpa)"
  Credit,     // "(Source: Jane Roe/AP)"
  Quote,      // a block quotation
  ListItem,   // an item of a list
};

// A headline, a paragraph or the like.
struct Block {
  BlockKind kind = BlockKind::Paragraph;
  Span text;       // bytes of Document::text
  Span sentences;  // SentenceIds
};

// One sentence of a block.
struct Sentence {
  Span text;    // bytes of Document::text
  Span tokens;  // TokenIds
  BlockId block = 0;
};

// A syntactic word of Universal Dependencies: "don't" is two tokens, "do" and "n't".
struct Token {
  Span text;                 // bytes of Document::text
  bool space_after = false;  // white space follows
  bool glued = false;        // belongs to one orthographic word with the token before ("n't" of "don't")
};

// Maps a part of Document::text, up to the text_begin of the next segment, to Document::original. If source_size is 0,
// the part is the same as original[source_begin...], byte for byte except for white space. Otherwise it stands for
// source_size bytes, as "&" for "&amp;".
struct Segment {
  std::uint32_t text_begin = 0;
  std::uint32_t source_begin = 0;
  std::uint32_t source_size = 0;
};

// The text of one article. A plain value, not changed after construction.
struct ENTENTE_EXPORT Document {
  std::string id;                 // the id of the article in the graph
  std::string title;              // may be empty
  std::string source;             // where it came from: a path or an address; may be empty
  std::string outlet;             // the publisher according to the page: "The Daily Paper"
  Date date;                      // may be empty
  std::string original;           // the article as it was read, in UTF-8, with malformed parts replaced
  std::string text;               // the prose: the original without markup
  std::vector<Segment> segments;  // maps text to original; empty means that they are the same
  std::uint32_t repaired = 0;     // how many malformed UTF-8 sequences were replaced
  std::vector<Block> blocks;
  std::vector<Sentence> sentences;
  std::vector<Token> tokens;

  // The given bytes of the text.
  std::string_view view(Span bytes) const { return std::string_view(text).substr(bytes.begin, bytes.size()); }
  // The token as written in the text.
  std::string_view form(TokenId t) const { return view(tokens[t].text); }
  // The bytes of the text that the tokens cover; {0, 0} for an empty span.
  Span bytes(Span token_span) const;
  // The text that the tokens cover, as written.
  std::string_view view_tokens(Span token_span) const { return view(bytes(token_span)); }
  // The sentence of token t.
  SentenceId sentence_of(TokenId t) const;
  // The bytes of `original` that the given bytes of the text come from.
  Span to_original(Span bytes) const;
};

}  // namespace entente
