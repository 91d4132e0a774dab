// Finds the article on a web page, and what on the page does not belong to it. Private to the room.
//
// The tags and the names of elements (their classes and ids) show which is a menu, an advertisement or the article. But
// names can mislead, and whole pages are inside forms or hidden until a script runs. So an element with much of the
// page's prose is kept whatever its name is, and if names leave hardly any prose, the page is read by its tags alone.
#pragma once

#include <cstdint>
#include <unordered_map>

#include <gumbo.h>

#include <entente/text/page_parts.hpp>

namespace entente::inline v0_1 {

// How much text is in an element, in bytes other than white space, and of what kind. Without the parts that are left
// out.
struct PageAmount {
  std::uint32_t text = 0;
  std::uint32_t linked = 0;    // of the text inside links
  std::uint32_t links = 0;     // elements <a>
  std::uint32_t titles = 0;    // elements <h1>
  std::uint32_t headings = 0;  // elements <h1> to <h6>
  std::uint32_t quoted = 0;    // of the text inside <blockquote>
  std::uint32_t bodies = 0;    // elements whose names say that they are the body of the article
  std::uint32_t runs = 0;      // long runs of text without a block inside
  std::uint32_t prose = 0;     // the text of the runs outside links
  std::uint32_t dense = 0;     // of the prose: runs next to other runs, as paragraphs are, but not teasers
};

// Whether a layout uses the names and styles of elements, or their tags alone.
enum class PageTrust : std::uint8_t { Names, Tags };

// The layout of one page. Points into the tree, which must outlive it.
class PageLayout {
 public:
  PageLayout(const GumboNode& root, const PageParts& parts, PageTrust trust);

  // The element with the article: the one that is marked as such, or else the smallest one with most of the prose, or
  // else the root.
  const GumboNode& article() const { return *article_; }
  // The amounts of an element. All zero for an element that is left out, and for other nodes.
  const PageAmount& amount(const GumboNode& element) const;
  // What the element is by its names.
  PagePart part_of(const GumboNode& element) const;

 private:
  struct OpenRun;
  struct Tally;

  bool is_left_out(const GumboNode& element, const PageAmount& all) const;
  bool is_body(const GumboNode& element) const;
  // Computes and stores the amounts of the node and all below it: of everything (keep_all), or without what is left
  // out.
  PageAmount compute_amount(const GumboNode& node, bool linked, OpenRun& open, bool keep_all);
  void add_child(const GumboNode& child, bool linked, OpenRun& open, bool keep_all, Tally& tally);
  std::uint32_t size_of(const GumboNode& element) const { return amount(element).*measure_; }
  // Candidates for the article below an element, or null.
  const GumboNode* marked_below(const GumboNode& outer) const;
  const GumboNode* body_below(const GumboNode& outer) const;
  const GumboNode* narrow_down(const GumboNode& outer) const;
  const GumboNode* find_article(const GumboNode& root) const;

  const PageParts& parts_;
  PageTrust trust_;
  PageAmount page_;  // of the whole page
  // By element, never iterated over: the amounts with and without what is left out, and the parts.
  std::unordered_map<const GumboNode*, PageAmount> all_;
  std::unordered_map<const GumboNode*, PageAmount> kept_;
  mutable std::unordered_map<const GumboNode*, PagePart> named_;
  std::uint32_t PageAmount::*measure_ = &PageAmount::text;  // the amount by which elements are compared
  const GumboNode* article_;
};

// The layout by names, or by tags alone if names leave hardly any prose.
PageLayout layout_of(const GumboNode& root, const PageParts& parts);

}  // namespace entente
