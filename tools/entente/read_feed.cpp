// RSS 0.9 to 2.0, RSS 1.0 (RDF) and Atom: an article for each entry, with what the feed has of its text.
#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <utility>

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/text/block_marks.hpp>

#include "other_formats.hpp"

namespace entente::cli {

namespace {

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};

std::string_view name_of(const xmlNode& node) { return reinterpret_cast<const char*>(node.name); }

bool is_named(const xmlNode& node, std::string_view name) {
  return node.type == XML_ELEMENT_NODE && name_of(node) == name;
}

// Atom has XHTML in elements, the others escaped HTML: both come back as HTML.
std::string content_of(xmlNode& node) {
  const bool elements = xmlFirstElementChild(&node) != nullptr;
  if (elements) {
    const std::unique_ptr<xmlBuffer, void (*)(xmlBuffer*)> buffer(xmlBufferCreate(), xmlBufferFree);
    xmlNodeDump(buffer.get(), node.doc, &node, 0, 0);
    return reinterpret_cast<const char*>(xmlBufferContent(buffer.get()));
  }
  const std::unique_ptr<xmlChar, void (*)(void*)> text(xmlNodeGetContent(&node), xmlFree);
  return text == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(text.get()));
}

std::string attribute_of(xmlNode& node, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlGetProp(&node, reinterpret_cast<const xmlChar*>(name)),
                                                        xmlFree);
  return value == nullptr ? std::string() : std::string(reinterpret_cast<const char*>(value.get()));
}

// The longest of the texts that an entry has of itself.
constexpr std::array<std::string_view, 4> Bodies = {"encoded", "content", "description", "summary"};
constexpr std::array<std::string_view, 5> Dates = {"pubDate", "published", "date", "issued", "updated"};

class EntryReader {
 public:
  explicit EntryReader(const BlockMarks& marks) : marks_(marks) {}

  Article read(xmlNode& entry) {
    Article article;
    article.format = ArticleFormat::Html;
    std::string body;
    for (xmlNode* child = xmlFirstElementChild(&entry); child != nullptr; child = xmlNextElementSibling(child)) {
      const std::string_view name = name_of(*child);
      if (name == "title" && article.title.empty()) {
        article.title = trimmed(content_of(*child));
      } else if (name == "link") {
        take_link(*child, article);
      } else if (std::find(Dates.begin(), Dates.end(), name) != Dates.end() && article.date.empty()) {
        take_date(content_of(*child), article);
      } else if (std::find(Bodies.begin(), Bodies.end(), name) != Bodies.end()) {
        std::string text = content_of(*child);
        body = text.size() > body.size() ? std::move(text) : std::move(body);
      }
    }
    article.text = fmt::format("<html><body><article>{}</article></body></html>", body);
    return article;
  }

 private:
  static void take_link(xmlNode& link, Article& article) {
    const std::string rel = attribute_of(link, "rel");
    const std::string href = attribute_of(link, "href");
    const std::string address = href.empty() ? std::string(trimmed(content_of(link))) : href;
    if (article.source.empty() && (rel.empty() || rel == "alternate") && address.find("://") != std::string::npos) {
      article.source = address;
    }
  }

  void take_date(const std::string& text, Article& article) const {
    if (const std::optional<FoundDate> date = find_date(text, marks_)) {
      article.date = date->iso;
    }
  }

  const BlockMarks& marks_;
};

}  // namespace

std::vector<Article> read_feed(std::string_view bytes, const std::string& name, const FormLimits& limits) {
  // Nothing is fetched, and the parser's own limits on depth and size hold.
  constexpr int Options =
      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  const std::unique_ptr<xmlDoc, FreeDocument> feed(
      xmlReadMemory(bytes.data(), static_cast<int>(std::min(bytes.size(), limits.text)), nullptr, nullptr, Options));
  xmlNode* const root = feed == nullptr ? nullptr : xmlDocGetRootElement(feed.get());
  if (root == nullptr) {
    throw Error(ErrorCode::BadFormat, name, "begins as a feed, but is not XML; expected RSS or Atom");
  }
  // Entities in entities may stand for any amount of text.
  if (const xmlDtd* const types = xmlGetIntSubset(feed.get()); types != nullptr && types->entities != nullptr) {
    throw Error(ErrorCode::BadFormat, name,
                "is a feed that defines entities of its own, which is not read; take them out");
  }
  static const BlockMarks marks;
  EntryReader reader(marks);
  std::vector<Article> articles;
  const auto add_below = [&](xmlNode& parent) {
    for (xmlNode* child = xmlFirstElementChild(&parent); child != nullptr && articles.size() < limits.entries;
         child = xmlNextElementSibling(child)) {
      if (is_named(*child, "item") || is_named(*child, "entry")) {
        articles.push_back(reader.read(*child));
      }
    }
  };
  add_below(*root);
  for (xmlNode* child = xmlFirstElementChild(root); child != nullptr; child = xmlNextElementSibling(child)) {
    if (is_named(*child, "channel")) {
      add_below(*child);
    }
  }
  return articles;
}

}  // namespace entente::cli
