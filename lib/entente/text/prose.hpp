// An article without its markup, as blocks of text with their places in the source: the common result of the readers of
// plain text, Markdown and HTML.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/span.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// A block of text.
struct ProseBlock {
  BlockKind kind = BlockKind::Paragraph;
  bool certain = false;  // the markup determines the kind; otherwise classify_blocks does
  Span text;             // bytes of Prose::text
};

// The blocks of an article, and what its markup says about it.
struct Prose {
  std::string text;
  std::vector<Segment> segments;
  std::vector<ProseBlock> blocks;
  // The metadata in the markup; empty if there is none.
  std::string title;
  std::optional<std::string> date;
  std::string source;
  std::string outlet;
};

// Builds Prose piece by piece. Runs of white space become one space, code points without width are removed, and an
// empty line separates blocks. The source must be valid UTF-8 and outlive the builder.
class ProseBuilder {
 public:
  explicit ProseBuilder(std::string_view source);

  // Ends the block before, if it has text, and sets the kind of the next one.
  void begin_block(BlockKind kind = BlockKind::Paragraph, bool certain = false);
  // Writes source[begin, end) as it is, except that text that was encoded twice is repaired.
  void copy(std::size_t begin, std::size_t end);
  // Writes text that stands for source[begin, end), like the character of an entity.
  void put(std::string_view text, std::size_t begin, std::size_t end);
  // Writes white space that the source has in another form: the end of a line, a tag that separates words.
  void space() { space_ = true; }
  // Takes back the last white space, so that the next text follows directly.
  void no_space() { space_ = false; }
  // Whether the block has no text so far.
  bool block_is_empty() const { return !open_; }
  // The text of the block so far; valid until more is written.
  std::string_view block() const;
  // Removes the block and its text.
  void drop_block();
  // Ends the last block and returns the result. Nothing may be called afterwards.
  Prose finish();

  // The result so far.
  Prose& prose() { return prose_; }

 private:
  void copy_run(std::size_t begin, std::size_t end);
  void write_gap(std::size_t source_at);
  void add_segment(std::size_t source_at, std::uint32_t source_size);

  std::string_view source_;
  bool twice_encoded_ = false;  // parts of the source are
  Prose prose_;
  ProseBlock next_;
  bool open_ = false;            // the current block has text
  bool space_ = false;           // white space comes before the next text
  std::size_t last_source_ = 0;  // the end of the source of the text so far
  // Sizes and places to return to.
  struct Position {
    std::size_t text = 0;
    std::size_t segments = 0;
    std::size_t last_source = 0;
  };
  Position before_block_;  // the state before the open block
};

class BlockMarks;
// The readers of the three formats. The source must be valid UTF-8 of less than 2^32 bytes.
Prose read_plain_text(std::string_view source);
Prose read_markdown(std::string_view source, const BlockMarks& marks);
Prose read_html(std::string_view source, const BlockMarks& marks);

}  // namespace entente
