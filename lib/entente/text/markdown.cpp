// Markdown (CommonMark) → prose, by the parser MD4C, whose callbacks point into the source.
#include <cstdint>
#include <string>
#include <utility>

#include <md4c.h>

#include <entente/base/rows.hpp>
#include <entente/text/block_marks.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/entities.hpp>
#include <entente/text/prose.hpp>

namespace entente::inline v0_1 {

namespace {

// Bytes. Larger inputs are not articles, and the cost of MD4C is not always linear in their size.
constexpr std::size_t MaxMarkdown = std::size_t{4} << 20U;

// Receives the events of MD4C and writes the prose.
class MarkdownReader {
 public:
  MarkdownReader(std::string_view source, std::size_t begin) : source_(source), builder_(source), begin_(begin) {}

  ProseBuilder& builder() { return builder_; }

  void run() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_PERMISSIVEATXHEADERS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return of(self).enter_block(type, detail); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).leave_block(type); };
    parser.enter_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).enter_span(type); };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave_span(type); };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
      return of(self).text(type, {text, size});
    };
    const std::string_view body = source_.substr(begin_);
    md_parse(body.data(), static_cast<MD_SIZE>(body.size()), &parser, this);
  }

 private:
  static MarkdownReader& of(void* self) { return *static_cast<MarkdownReader*>(self); }

  int enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE:
        ++quote_depth_;
        break;
      case MD_BLOCK_LI:
        ++item_depth_;
        begin_block();
        break;
      case MD_BLOCK_H: {
        const bool title = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level == 1 && !has_title_;
        has_title_ = has_title_ || title;
        builder_.begin_block(title ? BlockKind::Title : BlockKind::Heading, true);
        break;
      }
      case MD_BLOCK_CODE:
      case MD_BLOCK_HTML:
        ++hidden_depth_;
        break;
      case MD_BLOCK_P:
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        begin_block();
        break;
      default:
        break;
    }
    return 0;
  }

  int leave_block(MD_BLOCKTYPE type) {
    quote_depth_ -= type == MD_BLOCK_QUOTE ? 1 : 0;
    item_depth_ -= type == MD_BLOCK_LI ? 1 : 0;
    hidden_depth_ -= type == MD_BLOCK_CODE || type == MD_BLOCK_HTML ? 1 : 0;
    return 0;
  }

  // Begins a new block if the author broke the line before and this one begins with a capital: "met Emmanuel Macron  ".
  void split_after_break(std::string_view text) {
    if (std::exchange(after_break_, false) && !builder_.block_is_empty() && is_upper(decode(text, 0).value)) {
      begin_block();
    }
  }

  void begin_block() {
    const BlockKind kind = item_depth_ > 0    ? BlockKind::ListItem
                           : quote_depth_ > 0 ? BlockKind::Quote
                                              : BlockKind::Paragraph;
    builder_.begin_block(kind, kind != BlockKind::Paragraph);
  }

  // The text of an image is a caption if the image stands alone; inside a sentence it is not part of the prose.
  int enter_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && image_depth_++ == 0) {
      image_alone_ = builder_.block_is_empty();
      if (image_alone_) {
        builder_.begin_block(BlockKind::Caption, true);
      } else {
        ++hidden_depth_;
      }
    }
    return 0;
  }

  int leave_span(MD_SPANTYPE type) {
    if (type == MD_SPAN_IMG && --image_depth_ == 0) {
      if (image_alone_) {
        begin_block();
      } else {
        --hidden_depth_;
      }
    }
    return 0;
  }

  int text(MD_TEXTTYPE type, std::string_view text) {
    const auto source = reinterpret_cast<std::uintptr_t>(source_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(text.data());
    const bool inside = at >= source && at + text.size() <= source + source_.size();
    if (hidden_depth_ > 0) {
      return 0;
    }
    after_break_ = after_break_ || type == MD_TEXT_BR;
    if (type == MD_TEXT_BR || type == MD_TEXT_SOFTBR || !inside) {
      builder_.space();
      return 0;
    }
    const std::size_t begin = at - source;
    split_after_break(text);
    if (type == MD_TEXT_ENTITY) {
      const Entity entity = entity_at(text);
      if (entity.size > 0) {
        builder_.put(entity.text, begin, begin + text.size());
        return 0;
      }
    }
    if (type == MD_TEXT_HTML) {
      builder_.space();
    } else {
      builder_.copy(begin, begin + text.size());
    }
    return 0;
  }

  std::string_view source_;
  ProseBuilder builder_;
  std::size_t begin_;  // of the text after the front matter
  bool has_title_ = false;
  int quote_depth_ = 0;
  int item_depth_ = 0;
  int hidden_depth_ = 0;
  int image_depth_ = 0;
  bool image_alone_ = false;
  bool after_break_ = false;  // a line has just ended with a break
};

// The value without quotation marks around it.
std::string_view unquoted(std::string_view value) {
  const bool quoted =
      value.size() > 1 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front();
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// Reads the front matter of site generators, the lines between "---" at the top ("title: …"). Returns where the text
// begins.
std::size_t read_front_matter(std::string_view source, Prose& prose) {
  constexpr std::string_view Mark = "\xEF\xBB\xBF";
  const std::size_t start = source.starts_with(Mark) ? Mark.size() : 0;
  const auto line_at = [source](std::size_t at) { return source.substr(at, source.find('\n', at) - at); };
  if (trimmed(line_at(start)) != "---") {
    return start;
  }
  Prose found;
  for (std::size_t at = start + line_at(start).size() + 1; at < source.size();) {
    const std::string_view line = line_at(at);
    at += line.size() + 1;
    const std::string_view bare = trimmed(line);
    if (bare == "---" || bare == "...") {
      prose.title = found.title;
      prose.date = found.date;
      prose.source = found.source;
      return std::min(at, source.size());
    }
    const std::size_t colon = bare.find(':');
    const std::string_view key = bare.substr(0, colon);
    const std::string_view value =
        colon == std::string_view::npos ? std::string_view() : unquoted(trimmed(bare.substr(colon + 1)));
    if (equal_ignoring_case(key, "title") || equal_ignoring_case(key, "headline")) {
      found.title = value;
    } else if (equal_ignoring_case(key, "date") || equal_ignoring_case(key, "published")) {
      found.date = value;
    } else if (equal_ignoring_case(key, "url") || equal_ignoring_case(key, "canonical") ||
               equal_ignoring_case(key, "link")) {
      found.source = value;
    }
  }
  return start;
}

}  // namespace

Prose read_markdown(std::string_view source, const BlockMarks& marks) {
  if (source.size() > MaxMarkdown) {
    return read_plain_text(source);
  }
  Prose found;
  const std::size_t begin = read_front_matter(source, found);
  MarkdownReader reader(source, begin);
  reader.run();
  Prose prose = reader.builder().finish();
  prose.title = found.title;
  prose.source = found.source;
  if (found.date) {
    const std::optional<FoundDate> date = find_date(*found.date, marks);
    prose.date = date ? std::optional(date->iso) : std::nullopt;
  }
  return prose;
}

}  // namespace entente
