// An article without its markup, before words and sentences: blocks of text that remember where in the source they
// were. What the readers of plain text, Markdown and HTML have in common.
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

struct ProseBlock {
  BlockKind kind = BlockKind::Paragraph;
  bool certain = false;  // markup says so; else the kind must be determined from the form
  Span text;             // bytes of Prose::text
};

struct Prose {
  std::string text;
  std::vector<Segment> segments;
  std::vector<ProseBlock> blocks;
  // What markup says about the article; empty where it does not.
  std::string title;
  std::optional<std::string> date;
  std::string source;
  std::string outlet;
};

// Builds Prose piece by piece. Runs of white space become one space, code points without width are left out, blocks
// are set apart by an empty line. The source must be valid UTF-8 and outlive the builder.
class ProseBuilder {
 public:
  explicit ProseBuilder(std::string_view source);

  // Ends the block before, if there is text in it, and says what the text that follows is.
  void begin_block(BlockKind kind = BlockKind::Paragraph, bool certain = false);
  // Text that stands in the source as it is, but for what was encoded twice.
  void copy(std::size_t begin, std::size_t end);
  // Text that stands for source[begin, end): a decoded entity.
  void put(std::string_view text, std::size_t begin, std::size_t end);
  // White space that the source does not show as such: the end of a line, a tag that separates words.
  void space() { space_ = true; }
  // Drops the white space that is pending: the next text follows directly.
  void no_space() { space_ = false; }
  // Has the block any text so far?
  bool block_is_empty() const { return !open_; }
  // The text of the block so far; valid until more is written.
  std::string_view block() const;
  // Takes the block back, as if its text had never been read.
  void drop_block();
  // Ends the last block and gives the result away.
  Prose finish();

  Prose& prose() { return prose_; }

 private:
  void copy_run(std::size_t begin, std::size_t end);
  void before_text(std::size_t source_at);
  void map(std::size_t source_at, std::uint32_t source_size);

  std::string_view source_;
  bool twice_encoded_ = false;  // in places
  Prose prose_;
  ProseBlock next_;
  bool open_ = false;
  bool space_ = false;
  std::size_t last_source_ = 0;
  struct Mark {
    std::size_t text = 0;
    std::size_t segments = 0;
    std::size_t last_source = 0;
  };
  Mark before_block_;  // how it stood before the open block
};

// The three readers. The source must be valid UTF-8 of less than 2^32 bytes.
class BlockMarks;
Prose read_plain_text(std::string_view source);
Prose read_markdown(std::string_view source, const BlockMarks& marks);
Prose read_html(std::string_view source, const BlockMarks& marks);

}  // namespace entente
