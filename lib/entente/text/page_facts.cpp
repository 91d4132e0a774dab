#include <entente/text/page_facts.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include <gumbo.h>

#include <entente/base/rows.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/page_script.hpp>

namespace entente::inline v0_1 {

namespace {

std::string_view attribute(const GumboNode& node, const char* name) {
  const GumboAttribute* const found = gumbo_get_attribute(&node.v.element.attributes, name);
  return found == nullptr ? std::string_view() : trimmed(found->value);
}

// The names under which pages state their date of publication, the most reliable first.
constexpr std::array<std::string_view, 16> DateNames = {"article:published_time",
                                                        "datepublished",
                                                        "og:article:published_time",
                                                        "parsely-pub-date",
                                                        "sailthru.date",
                                                        "dc.date.issued",
                                                        "dcterms.created",
                                                        "dc.date",
                                                        "date",
                                                        "pubdate",
                                                        "publishdate",
                                                        "publish-date",
                                                        "publication_date",
                                                        "cxenseparse:recs:publishtime",
                                                        "article.published",
                                                        "last-modified"};

// Collects the metadata of one page.
class FactFinder {
 public:
  FactFinder(std::string_view page, const BlockMarks& marks) : page_(page), marks_(marks) {}

  PageFacts run(const GumboNode& root) {
    std::vector<const GumboNode*> open{&root};
    while (!open.empty()) {
      const GumboNode* const node = open.back();
      open.pop_back();
      read_element(*node);
      const GumboVector& list = node->v.element.children;
      for (unsigned i = list.length; i-- > 0;) {
        const auto* const child = static_cast<const GumboNode*>(list.data[i]);
        if (child->type == GUMBO_NODE_ELEMENT) {
          open.push_back(child);
        }
      }
    }
    combine();
    return std::move(facts_);
  }

 private:
  void read_element(const GumboNode& node) {
    switch (node.v.element.tag) {
      case GUMBO_TAG_META:
        read_meta(node);
        break;
      case GUMBO_TAG_LINK:
        if (facts_.source.empty() && equal_ignoring_case(attribute(node, "rel"), "canonical")) {
          facts_.source = attribute(node, "href");
        }
        break;
      case GUMBO_TAG_TITLE:
        read_title(node);
        break;
      case GUMBO_TAG_SCRIPT:
        if (equal_ignoring_case(attribute(node, "type"), "application/ld+json")) {
          read_json_ld(source_of(node));
        }
        break;
      case GUMBO_TAG_TIME:
        read_time(node);
        break;
      default:
        if (attribute(node, "itemprop") == "datePublished" && !attribute(node, "content").empty()) {
          take_date(1, attribute(node, "content"));
        }
        break;
    }
  }

  void read_meta(const GumboNode& node) {
    const std::string_view content = attribute(node, "content");
    if (content.empty()) {
      return;
    }
    for (const char* const key : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string name = ascii_lower(attribute(node, key));
      if (name.empty()) {
        continue;
      }
      const auto* const known = std::find(DateNames.begin(), DateNames.end(), name);
      if (known != DateNames.end()) {
        take_date(static_cast<std::size_t>(known - DateNames.begin()), content);
      } else if (name == "og:title" && facts_.title.empty()) {
        facts_.title = content;
      } else if (name == "og:site_name" || (name == "application-name" && site_.empty())) {
        site_ = content;
      } else if (name == "og:url") {
        address_ = content;
      }
    }
  }

  static const GumboNode* text_node(const GumboNode& node) {
    const GumboVector& list = node.v.element.children;
    const auto* const child = list.length == 1 ? static_cast<const GumboNode*>(list.data[0]) : nullptr;
    return child != nullptr && child->type == GUMBO_NODE_TEXT ? child : nullptr;
  }

  static std::string_view text_of(const GumboNode& node) {
    const GumboNode* const text = text_node(node);
    return text == nullptr ? std::string_view() : std::string_view(text->v.text.text);
  }

  // The text of a script as a part of the source.
  static std::string_view source_of(const GumboNode& node) {
    const GumboNode* const text = text_node(node);
    return text == nullptr ? std::string_view()
                           : std::string_view(text->v.text.original_text.data, text->v.text.original_text.length);
  }

  void read_title(const GumboNode& node) {
    const GumboNode* const text = text_node(node);
    if (!facts_.page_title.empty() || text == nullptr || node.parent == nullptr ||
        node.parent->type != GUMBO_NODE_ELEMENT || node.parent->v.element.tag == GUMBO_TAG_SVG) {
      return;
    }
    facts_.page_title = trimmed(text->v.text.text);
    const GumboStringPiece& piece = text->v.text.original_text;
    const std::string_view source = trimmed({piece.data, piece.length});
    facts_.title_text = source == facts_.page_title ? source : std::string_view();
  }

  // Reads the metadata for search engines, which is JSON-LD.
  void read_json_ld(std::string_view json) {
    if (const std::string_view date = find_json_string(json, "datePublished"); !date.empty()) {
      take_date(0, date);
    }
    if (json_title_.empty()) {
      json_title_ = unescaped_json(find_json_string(json, "headline"));
    }
    if (const std::size_t publisher = json.find("\"publisher\""); publisher != std::string_view::npos) {
      constexpr std::size_t Near = 600;  // bytes: the name is in the object that follows
      publisher_ =
          publisher_.empty() ? unescaped_json(find_json_string(json.substr(publisher, Near), "name")) : publisher_;
    }
    const std::string_view body = find_json_string(json, "articleBody");
    facts_.body = body.size() > facts_.body.size() ? body : facts_.body;
  }

  void read_time(const GumboNode& node) {
    const std::string_view machine = attribute(node, "datetime");
    constexpr std::size_t Published = DateNames.size();
    const bool said = attribute(node, "itemprop") == "datePublished" ||
                      gumbo_get_attribute(&node.v.element.attributes, "pubdate") != nullptr;
    take_date(said ? 1 : Published, machine.empty() ? text_of(node) : machine);
  }

  // Sets the date if it is more reliable than the one so far. Smaller ranks are more reliable; of equal ranks the first
  // counts.
  void take_date(std::size_t rank, std::string_view text) {
    if (facts_.date && rank >= date_rank_) {
      return;
    }
    // Adds the separators that "20231013T1640" lacks.
    const bool packed =
        text.size() >= 8 && std::all_of(text.begin(), text.begin() + 8, [](char c) { return c >= '0' && c <= '9'; });
    const std::string spaced = packed ? std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                                            std::string(text.substr(6, 2))
                                      : std::string(text.substr(0, 100));
    if (const std::optional<FoundDate> date = find_date(spaced, marks_)) {
      facts_.date = date->iso;
      date_rank_ = rank;
    }
  }

  // The size in bytes of a title without the name of the site: "Peace at last | The Daily Paper".
  std::size_t headline_size(std::string_view title) const {
    constexpr std::size_t LongestSite = 32;
    constexpr std::size_t ShortestHeadline = 15;
    std::size_t cut = std::string_view::npos;
    for (const std::string_view sign : {" | ", " - ", " – ", " — ", " · ", " :: ", " « ", " • "}) {
      const std::size_t at = title.rfind(sign);
      if (at != std::string_view::npos && (cut == std::string_view::npos || at > cut)) {
        const std::string_view site = title.substr(at + sign.size());
        const bool named = !site_.empty() && site == site_;
        if (named || (at >= ShortestHeadline && site.size() <= LongestSite)) {
          cut = at;
        }
      }
    }
    return cut == std::string_view::npos ? title.size() : cut;
  }

  // Determines the facts that depend on all elements.
  void combine() {
    const std::size_t size = headline_size(facts_.page_title);
    facts_.page_title.resize(size);
    facts_.title_text = facts_.title_text.substr(0, std::min(size, facts_.title_text.size()));
    if (!site_.empty()) {
      facts_.title.resize(headline_size(facts_.title));
    }
    if (facts_.source.empty()) {
      facts_.source = address_;
    }
    facts_.title = facts_.title.empty() ? json_title_ : facts_.title;
    facts_.outlet = site_.empty() ? publisher_ : site_;
  }

  std::string_view page_;
  const BlockMarks& marks_;
  PageFacts facts_;
  std::string site_;
  std::string address_;
  std::string json_title_;
  std::string publisher_;
  std::size_t date_rank_ = 0;
};

}  // namespace

PageFacts page_facts(const GumboInternalNode& root, std::string_view page, const BlockMarks& marks) {
  return FactFinder(page, marks).run(root);
}

}  // namespace entente
