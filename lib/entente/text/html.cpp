// Web pages → prose: parses with gumbo, finds the article in the page, leaves out what is furniture, and keeps where in
// the source every piece of text stands.
#include <algorithm>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>

#include <gumbo.h>

#include <entente/base/rows.hpp>
#include <entente/text/block_marks.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/entities.hpp>
#include <entente/text/html_bounds.hpp>
#include <entente/text/html_doctypes.hpp>
#include <entente/text/page_facts.hpp>
#include <entente/text/page_parts.hpp>
#include <entente/text/prose.hpp>

namespace entente {

namespace {

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : std::string_view(found->value);
}

bool has_attribute(const GumboNode& node, const char* name) {
  return gumbo_get_attribute(&node.v.element.attributes, name) != nullptr;
}

bool is_element(const GumboNode& node) { return node.type == GUMBO_NODE_ELEMENT; }
bool is_element(const GumboNode& node, GumboTag tag) { return is_element(node) && node.v.element.tag == tag; }

std::span<GumboNode* const> children(const GumboNode& node) {
  if (!is_element(node)) {
    return {};
  }
  const GumboVector& list = node.v.element.children;
  return {reinterpret_cast<GumboNode* const*>(list.data), list.length};
}

enum class Role : std::uint8_t { Inline, Block, Skipped };

Role role_of(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_SCRIPT:
    case GUMBO_TAG_STYLE:
    case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_TEMPLATE:
    case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT:
    case GUMBO_TAG_SVG:
    case GUMBO_TAG_MATH:
    case GUMBO_TAG_CANVAS:
    case GUMBO_TAG_AUDIO:
    case GUMBO_TAG_VIDEO:
    case GUMBO_TAG_FORM:
    case GUMBO_TAG_BUTTON:
    case GUMBO_TAG_SELECT:
    case GUMBO_TAG_TEXTAREA:
    case GUMBO_TAG_INPUT:
    case GUMBO_TAG_LABEL:
    case GUMBO_TAG_NAV:
    case GUMBO_TAG_FOOTER:
    case GUMBO_TAG_MENU:
    case GUMBO_TAG_HEAD:
    case GUMBO_TAG_TITLE:
    case GUMBO_TAG_PROGRESS:
    case GUMBO_TAG_METER:
      return Role::Skipped;
    case GUMBO_TAG_A:
    case GUMBO_TAG_ABBR:
    case GUMBO_TAG_ACRONYM:
    case GUMBO_TAG_B:
    case GUMBO_TAG_BDI:
    case GUMBO_TAG_BDO:
    case GUMBO_TAG_BIG:
    case GUMBO_TAG_CITE:
    case GUMBO_TAG_CODE:
    case GUMBO_TAG_DATA:
    case GUMBO_TAG_DEL:
    case GUMBO_TAG_DFN:
    case GUMBO_TAG_EM:
    case GUMBO_TAG_FONT:
    case GUMBO_TAG_I:
    case GUMBO_TAG_IMG:
    case GUMBO_TAG_INS:
    case GUMBO_TAG_KBD:
    case GUMBO_TAG_MARK:
    case GUMBO_TAG_NOBR:
    case GUMBO_TAG_Q:
    case GUMBO_TAG_S:
    case GUMBO_TAG_SAMP:
    case GUMBO_TAG_SMALL:
    case GUMBO_TAG_SPAN:
    case GUMBO_TAG_STRIKE:
    case GUMBO_TAG_STRONG:
    case GUMBO_TAG_SUB:
    case GUMBO_TAG_SUP:
    case GUMBO_TAG_TIME:
    case GUMBO_TAG_TT:
    case GUMBO_TAG_U:
    case GUMBO_TAG_VAR:
    case GUMBO_TAG_WBR:
    case GUMBO_TAG_BR:
      return Role::Inline;
    default:
      return Role::Block;
  }
}

bool is_hidden(const GumboNode& node) {
  if (has_attribute(node, "hidden") || equal_ignoring_case(attribute(node, "aria-hidden"), "true")) {
    return true;
  }
  std::string style = ascii_lower(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

bool is_whole_page(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
}

// How much text an element holds, without what is left out of it.
struct Amount {
  std::uint32_t text = 0;        // bytes other than white space
  std::uint32_t linked = 0;      // of them inside links
  std::uint32_t paragraphs = 0;  // of them in <p>
  std::uint32_t links = 0;
  std::uint32_t headings = 0;  // <h1>
  float score = 0.0F;          // as the home of an article's paragraphs
};

bool begins_small(std::string_view text) {
  const char32_t first = decode(text, 0).value;
  return char_kind(first) == CharKind::Letter && !is_upper(first);
}

class HtmlReader {
 public:
  HtmlReader(std::string_view source, const PageParts& parts) : source_(source), builder_(source), parts_(parts) {}

  Prose run(const GumboNode& root, const PageFacts& facts) {
    page_text_ = count_text(root);
    weigh(root, false, false);
    const GumboNode* const article = find_article(root);
    const Amount& all = amounts_[&root];
    whole_text_ = amounts_[article].text;
    // The title may stand above the article: in a header of the page, or only in <title>.
    if (amounts_[article].headings == 0) {
      if (all.headings > 0) {
        write_heading(root);
      } else if (!facts.title_text.empty()) {
        write_title(facts);
      }
    }
    write(*article);
    Prose prose = builder_.finish();
    prose.title = facts.title;
    prose.date = facts.date;
    prose.source = facts.source;
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
  // What the element is by its names. Elements that hold the better part of the page are never furniture: some sites
  // call the whole page "has-sidebar".
  PagePart part_of(const GumboNode& node) const {
    PagePart part = PagePart::Text;
    for (const char* const name : {"class", "id", "role", "itemprop", "rel", "data-component"}) {
      const PagePart said = parts_.of(attribute(node, name));
      part = said == PagePart::Furniture || part == PagePart::Text ? said : part;
      if (part == PagePart::Furniture) {
        break;
      }
    }
    return part;
  }

  bool left_out(const GumboNode& node, std::uint32_t text) const {
    const GumboTag tag = node.v.element.tag;
    if (role_of(tag) == Role::Skipped || is_hidden(node)) {
      return true;
    }
    const bool aside = tag == GUMBO_TAG_ASIDE || (!is_whole_page(tag) && part_of(node) == PagePart::Furniture);
    return aside && text * 2 <= page_text_;
  }

  static std::uint32_t solid_size(const GumboNode& node) {
    std::uint32_t size = 0;
    for (const char* c = node.v.text.text; *c != '\0'; ++c) {
      size += static_cast<unsigned char>(*c) > ' ' ? 1 : 0;
    }
    return size;
  }

  // All text of the page that its tags alone do not leave out.
  static std::uint32_t count_text(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT) {
      return solid_size(node);
    }
    std::uint32_t size = 0;
    if (is_element(node) && role_of(node.v.element.tag) != Role::Skipped) {
      for (const GumboNode* child : children(node)) {
        size += count_text(*child);
      }
    }
    return size;
  }

  // First the amounts of all elements, bottom up. The depth is bounded by html_bounds.
  Amount weigh(const GumboNode& node, bool linked, bool paragraph) {
    Amount amount;
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
      amount.text = solid_size(node);
      amount.linked = linked ? amount.text : 0;
      amount.paragraphs = paragraph ? amount.text : 0;
      return amount;
    }
    if (!is_element(node)) {
      return amount;
    }
    const GumboTag tag = node.v.element.tag;
    linked = linked || tag == GUMBO_TAG_A;
    paragraph = paragraph || tag == GUMBO_TAG_P;
    for (const GumboNode* child : children(node)) {
      const Amount below = weigh(*child, linked, paragraph);
      amount.text += below.text;
      amount.linked += below.linked;
      amount.paragraphs += below.paragraphs;
      amount.links += below.links;
      amount.headings += below.headings;
      if (is_element(*child, GUMBO_TAG_P)) {
        amount.score += static_cast<float>(below.text - below.linked);
      } else if (is_element(*child)) {
        amount.score += 0.4F * below.score;  // half a level up: the parent of sections of paragraphs
      }
    }
    amount.links += tag == GUMBO_TAG_A ? 1 : 0;
    amount.headings += tag == GUMBO_TAG_H1 && amount.text > 0 ? 1 : 0;
    const Amount kept = left_out(node, amount.text) ? Amount{} : amount;
    amounts_[&node] = kept;
    return kept;
  }

  static bool is_inside(const GumboNode& node, const GumboNode& outer) {
    const GumboNode* at = &node;
    while (at != nullptr && at != &outer) {
      at = at->parent;
    }
    return at == &outer;
  }

  // The element that holds the article: <article>, <main> or what says it is the article's body; otherwise the one
  // whose paragraphs have most text (the method of Readability); otherwise the whole page.
  const GumboNode* find_article(const GumboNode& root) {
    const GumboNode* marked = nullptr;
    const GumboNode* scored = &root;
    std::uint32_t most = 0;
    float best = 0.0F;
    std::vector<const GumboNode*> open{&root};
    while (!open.empty()) {
      const GumboNode* const node = open.back();
      open.pop_back();
      const Amount& amount = amounts_[node];
      if (amount.text == 0) {
        continue;
      }
      const GumboTag tag = node->v.element.tag;
      const bool marks = tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || attribute(*node, "role") == "main" ||
                         attribute(*node, "itemprop") == "articleBody";
      // The largest is taken; of nested ones the inner if hardly any paragraph is lost.
      const bool inner = marked != nullptr && amount.paragraphs * 10 >= most * 9 && is_inside(*node, *marked);
      if (marks && amount.paragraphs > 0 && (inner || amount.paragraphs > most)) {
        marked = node;
        most = std::max(most, amount.paragraphs);
      }
      if (amount.score > best) {
        best = amount.score;
        scored = node;
      }
      const auto below = children(*node);
      for (auto child = below.rbegin(); child != below.rend(); ++child) {
        if (is_element(**child)) {
          open.push_back(*child);
        }
      }
    }
    const bool enough = marked != nullptr && most * 3 >= amounts_[&root].paragraphs;
    return enough ? marked : best > 0.0F ? scored : &root;
  }

  // Lists of links to other articles, menus without a name: mostly links, and little of the text.
  bool is_link_list(const GumboNode& node) {
    const Amount& amount = amounts_[&node];
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

  bool skipped(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (amounts_[&node].text == 0 && tag != GUMBO_TAG_BR && tag != GUMBO_TAG_HR) {
      return true;
    }
    return !is_whole_page(tag) && is_link_list(node);
  }

  void write(const GumboNode& node) {
    if (node.type == GUMBO_NODE_TEXT || node.type == GUMBO_NODE_CDATA) {
      write_text(node.v.text);
    } else if (node.type == GUMBO_NODE_WHITESPACE) {
      builder_.space();
    } else if (is_element(node) && !skipped(node)) {
      write_element(node);
    }
  }

  void write_element(const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    if (tag == GUMBO_TAG_BR) {
      line_break(node);
      return;
    }
    const PagePart part = part_of(node);
    const bool short_text = amounts_[&node].text < 300;
    const bool named = short_text && (part == PagePart::Byline || part == PagePart::Credit);
    if (role_of(tag) == Role::Inline && !(named && builder_.block_is_empty())) {
      write_children(node);
      return;
    }
    const Context before = context_;
    enter(tag, part, short_text);
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

  struct Context {
    BlockKind kind = BlockKind::Paragraph;
    bool certain = false;
  };

  void enter(GumboTag tag, PagePart part, bool short_text) {
    switch (tag) {
      case GUMBO_TAG_H1:
        context_ = {titled_ ? BlockKind::Heading : BlockKind::Title, true};
        titled_ = true;
        return;
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
    builder_.begin_block(context_.kind, context_.certain);
    breaks_ = 0;
    broken_ = false;
  }

  // Two breaks set paragraphs apart, and so does one after the end of a sentence. Another one does before a capital,
  // unless the text is wrapped by breaks.
  void line_break(const GumboNode& node) {
    const std::string& text = builder_.prose().text;
    const bool full =
        !builder_.block_is_empty() && (text.ends_with('.') || text.ends_with('!') || text.ends_with('?') ||
                                       text.ends_with("”") || text.ends_with('"') || text.ends_with(':'));
    if (++breaks_ > 1 || full) {
      begin_block();
    } else {
      builder_.space();
      broken_ = !builder_.block_is_empty() && !text.ends_with(',') && !is_wrapped(*node.parent);
    }
  }

  // Does a line of the element go on with a small letter after its break?
  bool is_wrapped(const GumboNode& parent) {
    const auto [known, fresh] = wrapped_.try_emplace(&parent, false);
    bool after_break = false;
    for (const GumboNode* child : fresh ? children(parent) : std::span<GumboNode* const>()) {
      if (child->type == GUMBO_NODE_TEXT && after_break) {
        const std::string_view text = trimmed(child->v.text.text);
        known->second = known->second || (!text.empty() && begins_small(text));
      }
      after_break = child->type == GUMBO_NODE_WHITESPACE ? after_break : is_element(*child, GUMBO_TAG_BR);
    }
    return known->second;
  }

  // Decoded text and source side by side: what differs is an entity, or markup that gumbo moved elsewhere.
  void write_text(const GumboText& node) {
    const std::string_view text = node.text;
    if (const std::string_view solid = trimmed(text); broken_ && !solid.empty()) {
      if (is_upper(decode(solid, 0).value)) {
        begin_block();
      }
      broken_ = false;
    }
    const std::size_t begin = offset_of(node.original_text);
    const std::size_t end = std::min(source_.size(), begin + node.original_text.length);
    std::size_t at = 0;        // in text
    std::size_t from = begin;  // what is equal and not written yet, in the source
    std::size_t source = begin;
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
    breaks_ = trimmed(text).empty() ? breaks_ : 0;
  }

  bool is_ampersand(std::size_t source) const {
    const std::string_view rest = source_.substr(source, 7);
    return rest.starts_with("&amp") || rest.starts_with("&AMP") || rest.starts_with("&#38;") ||
           rest.starts_with("&#x26;") || rest.starts_with("&#038;");
  }

  // "&amp;", "&#8217;", "&eacute" without its semicolon.
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

  // The first <h1> of the page, as the title.
  void write_heading(const GumboNode& root) {
    std::vector<const GumboNode*> open{&root};
    while (!open.empty()) {
      const GumboNode* const node = open.back();
      open.pop_back();
      if (amounts_[node].headings == 0) {
        continue;
      }
      if (is_element(*node, GUMBO_TAG_H1)) {
        write(*node);
        return;
      }
      const auto below = children(*node);
      for (auto child = below.rbegin(); child != below.rend(); ++child) {
        if (is_element(**child)) {
          open.push_back(*child);
        }
      }
    }
  }

  void write_title(const PageFacts& facts) {
    const auto base = reinterpret_cast<std::uintptr_t>(source_.data());
    const auto at = reinterpret_cast<std::uintptr_t>(facts.title_text.data());
    if (at >= base && at + facts.title_text.size() <= base + source_.size()) {
      builder_.begin_block(BlockKind::Title, true);
      builder_.copy(at - base, at - base + facts.title_text.size());
      builder_.begin_block();
      titled_ = true;
    }
  }

  std::string_view source_;
  ProseBuilder builder_;
  const PageParts& parts_;
  std::unordered_map<const GumboNode*, Amount> amounts_;  // looked up only
  std::uint32_t page_text_ = 0;                           // of the whole page
  std::uint32_t whole_text_ = 0;                          // of the article
  Context context_;
  bool titled_ = false;
  int breaks_ = 0;
  bool broken_ = false;                                 // a line has just been broken off
  std::unordered_map<const GumboNode*, bool> wrapped_;  // looked up only
};

struct OutputDeleter {
  void operator()(GumboOutput* output) const { gumbo_destroy_output(&kGumboDefaultOptions, output); }
};

}  // namespace

Prose read_html(std::string_view given, const BlockMarks& marks) {
  static const PageParts parts;
  const std::optional<std::string> turned = doctypes_as_comments(given);
  const std::string_view source = turned ? std::string_view(*turned) : given;
  const std::string_view page = source.substr(0, bounded_html(source));
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  const std::unique_ptr<GumboOutput, OutputDeleter> output(
      gumbo_parse_with_options(&options, page.data(), page.size()));
  if (output == nullptr || output->root == nullptr) {
    return {};
  }
  const PageFacts facts = page_facts(*output->root, page, marks);
  return HtmlReader(source, parts).run(*output->root, facts);
}

}  // namespace entente
