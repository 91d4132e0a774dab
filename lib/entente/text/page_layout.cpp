#include <entente/text/page_layout.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/gumbo_tree.hpp>

namespace entente::inline v0_1 {

namespace {

// Whether the element may contain the whole page, so that its name is no reason to leave it out.
bool is_whole_page(GumboTag tag) {
  return tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE;
}

// Whether the element is an item of a list or a table. Such items often are teasers, but hardly ever paragraphs of an
// article.
bool is_item(GumboTag tag) {
  return tag == GUMBO_TAG_LI || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_TH;
}

bool is_heading(GumboTag tag) { return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6; }

bool is_hidden(const GumboNode& node) {
  if (has_attribute(node, "hidden") || equal_ignoring_case(attribute(node, "aria-hidden"), "true")) {
    return true;
  }
  std::string style = ascii_lower(attribute(node, "style"));
  std::erase(style, ' ');
  return style.find("display:none") != std::string::npos || style.find("visibility:hidden") != std::string::npos;
}

// The bytes of the text other than white space.
std::uint32_t visible_size(const char* text) {
  std::uint32_t size = 0;
  for (const char* c = text; *c != '\0'; ++c) {
    size += static_cast<unsigned char>(*c) > ' ' ? 1 : 0;
  }
  return size;
}

// Whether `part` is at least that percentage of `whole`.
bool is_share(std::uint32_t part, std::uint32_t whole, std::uint32_t percent) {
  return std::uint64_t{part} * 100 >= std::uint64_t{whole} * percent;
}

// The amount by which elements of the page are compared: the prose of neighboring paragraphs if there is enough of it.
std::uint32_t PageAmount::*measure_for(const PageAmount& page) {
  if (page.prose == 0) {
    return &PageAmount::text;
  }
  return is_share(page.dense, page.prose, 20) ? &PageAmount::dense : &PageAmount::prose;
}

}  // namespace

// A run of text that has not ended yet. It continues through inline elements.
struct PageLayout::OpenRun {
  std::uint32_t text = 0;
  std::uint32_t linked = 0;
};

// The amounts of an element, added up from its children.
struct PageLayout::Tally {
  PageAmount amount;
  std::uint32_t paragraphs = 0;       // runs of its own, and children that are one run each
  std::uint32_t paragraph_prose = 0;  // their prose

  // Ends the run and counts it if it is long and not mostly links.
  void close(OpenRun& open) {
    constexpr std::uint32_t Least = 60;
    if (open.text >= Least && open.linked * 2 < open.text) {
      const std::uint32_t prose = open.text - open.linked;
      ++amount.runs;
      amount.prose += prose;
      ++paragraphs;
      paragraph_prose += prose;
    }
    open = {};
  }

  // Adds the amounts of a child.
  void add(const PageAmount& below, bool item) {
    amount.text += below.text;
    amount.linked += below.linked;
    amount.links += below.links;
    amount.titles += below.titles;
    amount.headings += below.headings;
    amount.quoted += below.quoted;
    amount.bodies += below.bodies;
    amount.runs += below.runs;
    amount.prose += below.prose;
    if (!item && below.runs == 1 && below.headings == 0 && is_share(below.prose, below.text, 80)) {
      ++paragraphs;
      paragraph_prose += below.prose;
    } else {
      amount.dense += below.dense;
    }
  }
};

PageLayout::PageLayout(const GumboNode& root, const PageParts& parts, PageTrust trust)
    : parts_(parts), trust_(trust), article_(&root) {
  OpenRun open;
  page_ = compute_amount(root, false, open, true);
  measure_ = measure_for(page_);
  compute_amount(root, false, open, false);
  measure_ = measure_for(amount(root));
  article_ = find_article(root);
}

const PageAmount& PageLayout::amount(const GumboNode& element) const {
  static const PageAmount nothing;
  const auto found = kept_.find(&element);
  return found == kept_.end() ? nothing : found->second;
}

PagePart PageLayout::part_of(const GumboNode& element) const {
  const auto [known, fresh] = named_.try_emplace(&element, PagePart::Text);
  if (fresh) {
    for (const char* const name : {"class", "id", "role", "itemprop", "rel", "data-component"}) {
      known->second = std::max(known->second, parts_.part_of_attribute(attribute(element, name)));
    }
  }
  return known->second;
}

bool PageLayout::is_body(const GumboNode& element) const { return part_of(element) == PagePart::Body; }

bool PageLayout::is_left_out(const GumboNode& element, const PageAmount& all) const {
  const GumboTag tag = element.v.element.tag;
  const PagePart part = is_whole_page(tag) ? PagePart::Text : part_of(element);
  if (part == PagePart::Foreign) {
    return all.titles == 0 && all.bodies == 0;
  }
  if (trust_ == PageTrust::Tags) {
    return false;
  }
  if (is_hidden(element) || tag == GUMBO_TAG_ASIDE) {
    return !is_share(all.*measure_, page_.*measure_, 50) || all.*measure_ == 0;
  }
  // Some sites name the whole page "has-overlay", and embedded posts of social networks are quotations.
  const bool embedded = is_share(all.quoted, all.text, 60);
  return part == PagePart::Furniture && !embedded &&
         (all.*measure_ == 0 || !is_share(all.*measure_, page_.*measure_, 45));
}

void PageLayout::add_child(const GumboNode& child, bool linked, OpenRun& open, bool keep_all, Tally& tally) {
  if (is_text(child)) {
    const std::uint32_t size = visible_size(child.v.text.text);
    tally.amount.text += size;
    tally.amount.linked += linked ? size : 0;
    open.text += size;
    open.linked += linked ? size : 0;
    return;
  }
  if (!is_element(child)) {
    return;
  }
  constexpr std::uint32_t FullLine = 60;
  const bool breaks = is_element(child, GUMBO_TAG_BR) && open.text >= FullLine;
  if (breaks || role_of(child.v.element.tag) == TagRole::Block) {
    tally.close(open);
  }
  const PageAmount below = compute_amount(child, linked, open, keep_all);
  tally.add(below, is_item(child.v.element.tag));
}

// Recursive; html_bounds bounds the depth. The first pass computes the amounts of everything, which the second one
// needs to decide what is left out.
PageAmount PageLayout::compute_amount(const GumboNode& node, bool linked, OpenRun& open, bool keep_all) {
  const GumboTag tag = node.v.element.tag;
  const TagRole role = role_of(tag);
  if (role == TagRole::Skipped || (!keep_all && is_left_out(node, all_[&node]))) {
    return {};
  }
  const bool link = tag == GUMBO_TAG_A;
  Tally tally;
  for (const GumboNode* child : children(node)) {
    add_child(*child, linked || link, open, keep_all, tally);
  }
  PageAmount& amount = tally.amount;
  if (is_heading(tag) || tag == GUMBO_TAG_FIGCAPTION) {
    open = {};
  } else if (role == TagRole::Block) {
    tally.close(open);
  }
  amount.dense += tally.paragraphs > 1 ? tally.paragraph_prose : 0;
  amount.links += link ? 1 : 0;
  amount.titles += tag == GUMBO_TAG_H1 && amount.text > 0 ? 1 : 0;
  amount.headings += is_heading(tag) && amount.text > 0 ? 1 : 0;
  amount.quoted = tag == GUMBO_TAG_BLOCKQUOTE ? amount.text : amount.quoted;
  amount.bodies += is_body(node) ? 1 : 0;
  (keep_all ? all_ : kept_)[&node] = amount;
  return amount;
}

// The largest <article> or <main>.
const GumboNode* PageLayout::marked_below(const GumboNode& outer) const {
  const GumboNode* best = nullptr;
  for_each_below(outer, [&](const GumboNode& node) {
    const GumboTag tag = node.v.element.tag;
    const bool marks = tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main";
    if (marks && size_of(node) > (best == nullptr ? 0 : size_of(*best))) {
      best = &node;
    }
    return size_of(node) > 0;
  });
  return best;
}

// The smallest element around all elements that are named as the body of the article, which may have several parts.
const GumboNode* PageLayout::body_below(const GumboNode& outer) const {
  const GumboNode* common = nullptr;
  for_each_below(outer, [&](const GumboNode& node) {
    if (amount(node).prose == 0 || !is_body(node)) {
      return amount(node).prose > 0;
    }
    common = common == nullptr ? &node : common;
    while (!is_inside(node, *common)) {
      common = common->parent;
    }
    return false;
  });
  return common;
}

// The smallest element with most of what is in `outer`.
const GumboNode* PageLayout::narrow_down(const GumboNode& outer) const {
  constexpr std::uint32_t Most = 70;
  const GumboNode* at = &outer;
  while (true) {
    const auto below = children(*at);
    const auto next = std::find_if(below.begin(), below.end(), [&](const GumboNode* child) {
      return is_element(*child) && role_of(child->v.element.tag) == TagRole::Block &&
             is_share(size_of(*child), size_of(*at), Most) && size_of(*child) > 0;
    });
    if (next == below.end() || is_element(**next, GUMBO_TAG_P)) {
      return at;
    }
    at = *next;
  }
}

const GumboNode* PageLayout::find_article(const GumboNode& root) const {
  constexpr std::uint32_t OfPage = 34;     // percent: teasers and comments may be long
  constexpr std::uint32_t OfArticle = 60;  // percent: of an article, most is its body
  const GumboNode* at = &root;
  bool marked = false;
  while (true) {
    const GumboNode* const inner = marked_below(*at);
    if (inner == nullptr || !is_share(size_of(*inner), size_of(*at), at == &root ? OfPage : 80)) {
      break;
    }
    at = inner;
    marked = true;
  }
  const GumboNode* const body = body_below(*at);
  if (body != nullptr && is_share(size_of(*body), size_of(*at), marked ? OfArticle : OfPage)) {
    return body;
  }
  return marked ? at : narrow_down(root);
}

PageLayout layout_of(const GumboNode& root, const PageParts& parts) {
  constexpr std::uint32_t Enough = 500;
  PageLayout by_names(root, parts, PageTrust::Names);
  const std::uint32_t prose = by_names.amount(by_names.article()).prose;
  if (prose >= Enough) {
    return by_names;
  }
  PageLayout by_tags(root, parts, PageTrust::Tags);
  return is_share(prose, by_tags.amount(by_tags.article()).prose, 30) ? std::move(by_names) : std::move(by_tags);
}

}  // namespace entente
