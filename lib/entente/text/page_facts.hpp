// The metadata of a web page: title, date, address, outlet, from the elements that news sites use for them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <entente/text/block_marks.hpp>

struct GumboInternalNode;  // gumbo's GumboNode

namespace entente::inline v0_1 {

// What a page says about itself.
struct PageFacts {
  std::string title;            // from og:title or JSON-LD; may be empty
  std::string page_title;       // <title> without the name of the site
  std::string_view title_text;  // the same as a part of the source; empty if it has character references
  std::optional<std::string> date;
  std::string source;     // canonical address
  std::string outlet;     // the publisher: "The Daily Paper"
  std::string_view body;  // the text of the article as a JSON string in a script of the source (page_script.hpp)
};

// The metadata of the page with that tree. The views in the result point into the source.
PageFacts page_facts(const GumboInternalNode& root, std::string_view page, const BlockMarks& marks);

}  // namespace entente
