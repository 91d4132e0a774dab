// Where on a web page the article is, and what of the page does not belong to it. Private to the room.
//
// Tags, and the names that authors give to elements, say what is a menu, an advertisement or the article; but names
// mislead, and whole pages stand in forms or are hidden until a script runs. So names are weighed against the prose
// that an element holds, and where hardly any prose is left by them, the page is read by its tags alone.
#pragma once

#include <cstdint>
#include <unordered_map>

#include <gumbo.h>

#include <entente/text/page_parts.hpp>

namespace entente::inline v0_1 {

// How much text an element holds, in bytes other than white space, without what is left out of it.
struct PageAmount {
  std::uint32_t text = 0;
  std::uint32_t linked = 0;    // of it inside links
  std::uint32_t links = 0;     // <a>
  std::uint32_t titles = 0;    // <h1>
  std::uint32_t headings = 0;  // <h1> to <h6>
  std::uint32_t quoted = 0;    // of the text inside <blockquote>
  std::uint32_t bodies = 0;    // elements that say that they are the article's body
  std::uint32_t runs = 0;      // long stretches of text without a block in between
  std::uint32_t prose = 0;     // the text of the runs outside links
  std::uint32_t dense = 0;     // of it that is next to other runs, as paragraphs are and teasers are not
};

// How far names and styles are believed.
enum class PageTrust : std::uint8_t { Names, Tags };

// Points into the tree, which must outlive it.
class PageLayout {
 public:
  PageLayout(const GumboNode& root, const PageParts& parts, PageTrust trust);

  // The element that holds the article: what is marked as such, otherwise the smallest that holds most of the prose,
  // otherwise the root.
  const GumboNode& article() const { return *article_; }
  // All zero for elements that are left out, and for what is not an element.
  const PageAmount& amount(const GumboNode& element) const;
  PagePart part_of(const GumboNode& element) const;

 private:
  struct Open;
  struct Tally;

  bool is_left_out(const GumboNode& element, const PageAmount& all) const;
  bool is_body(const GumboNode& element) const;
  PageAmount weigh(const GumboNode& node, bool linked, Open& open, bool keep_all);
  void add_child(const GumboNode& child, bool linked, Open& open, bool keep_all, Tally& tally);
  std::uint32_t size_of(const GumboNode& element) const { return amount(element).*measure_; }
  const GumboNode* marked_below(const GumboNode& outer) const;
  const GumboNode* body_below(const GumboNode& outer) const;
  const GumboNode* narrowed(const GumboNode& outer) const;
  const GumboNode* find_article(const GumboNode& root) const;

  const PageParts& parts_;
  PageTrust trust_;
  PageAmount page_;                                        // all of it
  std::unordered_map<const GumboNode*, PageAmount> all_;   // looked up only
  std::unordered_map<const GumboNode*, PageAmount> kept_;  // likewise
  mutable std::unordered_map<const GumboNode*, PagePart> named_;
  std::uint32_t PageAmount::*measure_ = &PageAmount::text;
  const GumboNode* article_;
};

// The layout by names, or by tags alone where names leave hardly any prose.
PageLayout layout_of(const GumboNode& root, const PageParts& parts);

}  // namespace entente
