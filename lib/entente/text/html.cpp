// Web pages → prose: parses a page with gumbo, finds the article in it, leaves out the furniture of the page, and keeps
// the place of every piece of text in the source.
#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include <gumbo.h>

#include <entente/base/rows.hpp>
#include <entente/text/block_kinds.hpp>
#include <entente/text/block_marks.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/entities.hpp>
#include <entente/text/gumbo_tree.hpp>
#include <entente/text/html_bounds.hpp>
#include <entente/text/html_doctypes.hpp>
#include <entente/text/page_facts.hpp>
#include <entente/text/page_layout.hpp>
#include <entente/text/page_parts.hpp>
#include <entente/text/page_script.hpp>
#include <entente/text/prose.hpp>

namespace entente::inline v0_1 {

namespace {

bool begins_in_lower_case(std::string_view text) {
  const char32_t first = decode(text, 0).value;
  return char_kind(first) == CharKind::Letter && !is_upper(first);
}

// The letters and digits of the text, with ASCII in lower case.
std::string letters_and_digits(std::string_view text) {
  constexpr std::size_t MostWords = 1000;
  std::string letters;
  for (const std::string_view word : plain_words(text, MostWords)) {
    letters += ascii_lower(word);
  }
  return letters;
}

// All text below an element.
std::string text_below(const GumboNode& element) {
  std::string text;
  for (const GumboNode* child : children(element)) {
    text += is_text(*child) ? std::string(child->v.text.text) : is_element(*child) ? text_below(*child) : " ";
  }
  return text;
}

// Writes the article of one page as prose.
class HtmlReader {
 public:
  HtmlReader(std::string_view source, const PageParts& parts, const BlockMarks& marks, PageLayout layout)
      : source_(source), builder_(source), parts_(parts), marks_(marks), layout_(std::move(layout)) {}

  Prose run(const GumboNode& root, const PageFacts& facts) {
    const GumboNode& article = layout_.article();
    whole_text_ = layout_.amount(article).text;
    dated_ = facts.date.has_value();
    titles_ = {letters_and_digits(facts.title), letters_and_digits(facts.page_title)};
    write_headline(root, article, facts);
    write_body(article, facts);
    Prose prose = builder_.finish();
    prose.title = facts.title;
    prose.date = facts.date;
    prose.source = facts.source;
    prose.outlet = facts.outlet;
    if (prose.title.empty()) {
      const auto title = std::find_if(prose.blocks.begin(), prose.blocks.end(),
                                      [](const ProseBlock& block) { return block.kind == BlockKind::Title; });
      if (title != prose.blocks.end()) {
        prose.title = prose.text.substr(title->text.begin, title->text.size());
      } else {
        prose.title = facts.page_title;
      }
    }
    return prose;
  }

 private:
  // Whether the element is a list of links to other articles or an unmarked menu: mostly links, and little of the text.
  bool is_link_list(const GumboNode& node) {
    const PageAmount& amount = layout_.amount(node);
    if (amount.linked == 0 || amount.text * 2 > whole_text_) {
      return false;
    }
    const GumboTag tag = node.v.element.tag;
    const bool list = tag == GUMBO_TAG_UL || tag == GUMBO_TAG_OL || tag == GUMBO_TAG_DIV || tag == GUMBO_TAG_SECTION ||
                      tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_DL;
    const bool line = tag == GUMBO_TAG_P || tag == GUMBO_TAG_LI;
    return (list && amount.links > 1 && amount.linked * 10 > amount.text * 6) ||
           ((list || line) && amount.linked * 10 >= amount.text * 9);
  }

  bool is_skipped(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (layout_.amount(node).text == 0 && tag != GUMBO_TAG_BR && tag != GUMBO_TAG_HR) {
      return true;
    }
    return is_link_list(node);
  }

  void write(const GumboNode& node) {
    if (ended_) {
      return;
    }
    if (is_text(node)) {
      write_text(node.v.text);
    } else if (node.type == GUMBO_NODE_WHITESPACE) {
      builder_.space();
    } else if (is_element(node) && !is_skipped(node)) {
      write_element(node);
    }
  }

  void write_element(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      handle_line_break(node);
      return;
    }
    const PagePart part = layout_.part_of(node);
    const bool short_text = layout_.amount(node).text < 300;
    const bool named = short_text && (part == PagePart::Byline || part == PagePart::Credit);
    const bool set_apart =
        builder_.block_is_empty() || (part == PagePart::Credit && context_.kind == BlockKind::Caption);
    if (role_of(tag) == TagRole::Inline && !(named && set_apart)) {
      write_children(node);
      return;
    }
    const Context before = context_;
    update_context(tag, part, short_text);
    if (&node == headline_) {
      context_ = {BlockKind::Title, true};
    }
    begin_block();
    write_children(node);
    context_ = before;
    begin_block();
  }

  void write_children(const GumboNode& node) {
    for (const GumboNode* child : children(node)) {
      write(*child);
    }
  }

  // The kind of the text that is being written.
  struct Context {
    BlockKind kind = BlockKind::Paragraph;
    bool certain = false;
  };

  // Sets the context for the text below an element.
  void update_context(GumboTag tag, PagePart part, bool short_text) {
    switch (tag) {
      case GUMBO_TAG_H1:
      case GUMBO_TAG_H2:
      case GUMBO_TAG_H3:
      case GUMBO_TAG_H4:
      case GUMBO_TAG_H5:
      case GUMBO_TAG_H6:
        context_ = {BlockKind::Heading, true};
        return;
      case GUMBO_TAG_FIGCAPTION:
      case GUMBO_TAG_CAPTION:
        context_ = {BlockKind::Caption, true};
        return;
      case GUMBO_TAG_BLOCKQUOTE:
        context_ = {BlockKind::Quote, true};
        return;
      case GUMBO_TAG_LI:
      case GUMBO_TAG_DT:
      case GUMBO_TAG_DD:
        context_ = {BlockKind::ListItem, true};
        return;
      case GUMBO_TAG_ADDRESS:
        context_ = {BlockKind::Byline, true};
        return;
      default:
        break;
    }
    if (short_text && part == PagePart::Byline) {
      context_ = {BlockKind::Byline, true};
    } else if (short_text && part == PagePart::Credit) {
      context_ = {BlockKind::Credit, true};
    } else if (part == PagePart::Caption) {
      context_ = {BlockKind::Caption, true};
    }
  }

  void begin_block() {
    if (!builder_.block_is_empty() && is_unwanted(builder_.block(), builder_.prose().blocks.back().kind)) {
      builder_.drop_block();
    }
    builder_.begin_block(context_.kind, context_.certain);
    breaks_in_row_ = 0;
    after_break_ = false;
  }

  // Whether the block is to be dropped: a line of the page's own, a date that is already known, or a repetition, as in
  // galleries that show a caption in several sizes.
  bool is_unwanted(std::string_view text, BlockKind kind) {
    if (kind == BlockKind::Title) {
      return false;
    }
    const PageLine line = parts_.line_kind(text);
    if (line == PageLine::End) {
      ended_ = ended_ || builder_.prose().text.size() * 10 >= std::size_t{whole_text_} * 9;
    }
    const bool date = dated_ && kind != BlockKind::Heading && date_of_line(text, marks_).has_value();
    return line != PageLine::Text || date || is_repeated(text, kind);
  }

  bool is_repeated(std::string_view text, BlockKind kind) {
    // Short blocks may repeat legitimately: "Buy now", a line of a recipe.
    const bool caption = kind == BlockKind::Caption || kind == BlockKind::Credit;
    const bool byline = kind == BlockKind::Byline;
    const std::size_t shortest = byline ? 8 : caption ? 20 : 200;
    if (!caption && !byline && kind != BlockKind::Paragraph && kind != BlockKind::Quote) {
      return false;
    }
    std::string letters = letters_and_digits(text);
    if (letters.size() < shortest) {
      return false;
    }
    if (caption) {
      constexpr std::size_t Compared = 50;  // galleries shorten captions, or add "more"
      letters.resize(std::min(letters.size(), Compared));
    }
    const auto [at, fresh] = written_.insert(letters);
    if (!fresh || kind != BlockKind::Caption) {
      return !fresh;
    }
    const auto next = std::next(at);
    const bool begins_another = next != written_.end() && next->starts_with(letters);
    const bool goes_on = at != written_.begin() && letters.starts_with(*std::prev(at));
    return begins_another || goes_on;
  }

  // Two breaks separate paragraphs, and so does one after the end of a sentence. Any other break does only before a
  // capital, and not if every line of the text ends with a break.
  void handle_line_break(const GumboNode& node) {
    const std::string& text = builder_.prose().text;
    const bool full =
        !builder_.block_is_empty() && (text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
                                       text.ends_with("”") || text.ends_with('"') || text.ends_with(':'));
    if (++breaks_in_row_ > 1 || full) {
      begin_block();
    } else {
      builder_.space();
      after_break_ = !builder_.block_is_empty() && !text.ends_with(',') && !is_wrapped(*node.parent);
    }
  }

  // Whether the element uses breaks to wrap lines: after one of them, text goes on in lower case.
  bool is_wrapped(const GumboNode& parent) {
    const auto [known, fresh] = wrapped_.try_emplace(&parent, false);
    bool after_break = false;
    for (const GumboNode* child : fresh ? children(parent) : std::span<GumboNode* const>()) {
      if (child->type == GUMBO_NODE_TEXT && after_break) {
        const std::string_view text = trimmed(child->v.text.text);
        known->second = known->second || (!text.empty() && begins_in_lower_case(text));
      }
      after_break = child->type == GUMBO_NODE_WHITESPACE ? after_break : is_element(*child, GUMBO_TAG_BR);
    }
    return known->second;
  }

  // Writes a text node. Compares the decoded text with its source: where they differ, there is a character reference,
  // or markup that gumbo moved elsewhere.
  void write_text(const GumboText& node) {
    const std::string_view text = node.text;
    if (const std::string_view visible = trimmed(text); after_break_ && !visible.empty()) {
      if (is_upper(decode(visible, 0).value)) {
        begin_block();
      }
      after_break_ = false;
    }
    const std::size_t begin = offset_of(node.original_text);
    const std::size_t end = std::min(source_.size(), begin + node.original_text.length);
    std::size_t at = 0;          // in text
    std::size_t from = begin;    // in the source: where the equal text begins that is not written yet
    std::size_t source = begin;  // in the source
    const auto flush = [&] {
      builder_.copy(from, source);
      from = source;
    };
    while (at < text.size() && source < end) {
      const bool reference = source_[source] == '&' && (text[at] != '&' || is_ampersand(source));
      if (!reference && text[at] == source_[source]) {
        ++at;
        ++source;
        continue;
      }
      flush();
      if (reference) {
        const std::size_t size = reference_size(source, end);
        const std::size_t decoded = decode(text, at).size;
        builder_.put(text.substr(at, decoded), source, source + size);
        at += decoded;
        source += size;
      } else if (source_[source] == '\r' || source_[source] == '<') {
        const std::size_t close = source_[source] == '<' ? source_.find('>', source) : source;
        source = std::min(close == std::string_view::npos ? end : close + 1, end);
      } else {
        builder_.put(text.substr(at), source, end);
        at = text.size();
        source = end;
      }
      from = source;
    }
    flush();
    breaks_in_row_ = trimmed(text).empty() ? breaks_in_row_ : 0;
  }

  // Whether the reference at that place stands for "&".
  bool is_ampersand(std::size_t source) const {
    const std::string_view rest = source_.substr(source, 7);
    return rest.starts_with("&amp") || rest.starts_with("&AMP") || rest.starts_with("&#38;") ||
           rest.starts_with("&#x26;") || rest.starts_with("&#038;");
  }

  // The size in bytes of a reference: "&amp;", "&#8217;", also "&eacute" without its semicolon.
  std::size_t reference_size(std::size_t source, std::size_t end) const {
    std::size_t at = source + 1;
    while (at < end &&
           (source_[at] == '#' || char_kind(static_cast<unsigned char>(source_[at]) & 0x7FU) == CharKind::Letter ||
            (source_[at] >= '0' && source_[at] <= '9'))) {
      ++at;
    }
    return at < end && source_[at] == ';' ? at + 1 - source : at - source;
  }

  std::size_t offset_of(const GumboStringPiece& piece) const {
    const auto base = reinterpret_cast<std::uintptr_t>(source_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(piece.data);
    return piece.data == nullptr || at < base ? 0 : std::min<std::size_t>(at - base, source_.size());
  }

  // Writes the article, or, if the page shows hardly any prose because scripts would fill it, the text for search
  // engines.
  void write_body(const GumboNode& article, const PageFacts& facts) {
    constexpr std::uint32_t Enough = 250;
    const std::uint32_t shown = layout_.amount(article).prose;
    if (shown < Enough && facts.body.size() > std::max(2 * shown, Enough)) {
      const auto begin = static_cast<std::size_t>(facts.body.data() - source_.data());
      write_json_text(builder_, facts.body, begin);
      return;
    }
    write(article);
    begin_block();
  }

  // Writes the title if it is outside the article: in a header of the page, or only in <title>.
  void write_headline(const GumboNode& root, const GumboNode& article, const PageFacts& facts) {
    const GumboNode* const headline = find_headline(root);
    if (headline != nullptr) {
      headline_ = headline;
      if (!is_inside(*headline, article)) {
        write(*headline);
      }
    } else if (!facts.title_text.empty()) {
      write_title(facts);
    }
  }

  // The heading with the title that the page declares, or else the first <h1> that is longer than the name of a site.
  const GumboNode* find_headline(const GumboNode& root) const {
    const GumboNode* first = nullptr;
    const GumboNode* declared = nullptr;
    for_each_below(root, [&](const GumboNode& node) {
      const GumboTag tag = node.v.element.tag;
      if (layout_.amount(node).headings == 0 || declared != nullptr) {
        return false;
      }
      if (tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6) {
        const std::string text = text_below(node);
        declared = is_title(letters_and_digits(text)) ? &node : declared;
        const bool headline = tag == GUMBO_TAG_H1 && (plain_words(text, 4).size() == 4 || titles_[1].empty());
        first = first == nullptr && headline ? &node : first;
      }
      return true;
    });
    return declared != nullptr ? declared : first;
  }

  bool is_title(const std::string& letters) const {
    return !letters.empty() && (letters == titles_[0] || letters == titles_[1]);
  }

  void write_title(const PageFacts& facts) {
    const auto base = reinterpret_cast<std::uintptr_t>(source_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(facts.title_text.data());
    if (at >= base && at + facts.title_text.size() <= base + source_.size()) {
      builder_.begin_block(BlockKind::Title, true);
      builder_.copy(at - base, at - base + facts.title_text.size());
      builder_.begin_block();
    }
  }

  std::string_view source_;
  ProseBuilder builder_;
  const PageParts& parts_;
  const BlockMarks& marks_;
  PageLayout layout_;
  std::uint32_t whole_text_ = 0;  // of the article
  Context context_;
  bool ended_ = false;                 // the article is over
  std::set<std::string> written_;      // the letters and digits of the blocks so far
  std::array<std::string, 2> titles_;  // the letters and digits of the titles that the page declares
  const GumboNode* headline_ = nullptr;
  bool dated_ = false;  // the page says when it was published
  int breaks_in_row_ = 0;
  bool after_break_ = false;                            // a line has just ended with a break
  std::unordered_map<const GumboNode*, bool> wrapped_;  // looked up only
};

struct OutputDeleter {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

Prose read_html(std::string_view given, const BlockMarks& marks) {
  static const PageParts parts;
  const std::optional<std::string> changed = doctypes_as_comments(given);
  const std::string_view source = changed ? std::string_view(*changed) : given;
  const std::string_view page = source.substr(0, parsable_size(source));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&options, page.data(), page.size()));
  if (output == nullptr || output->root == nullptr) {
    return {};
  }
  const PageFacts facts = page_facts(*output->root, page, marks);
  return HtmlReader(source, parts, marks, layout_of(*output->root, parts)).run(*output->root, facts);
}

}  // namespace entente
