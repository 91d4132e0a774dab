// What a web page says of itself: title, date, address, outlet. Reads the elements that news sites use for it.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <entente/text/block_marks.hpp>

struct GumboInternalNode;  // gumbo's GumboNode

namespace entente::inline v0_1 {

struct PageFacts {
  std::string title;            // og:title or JSON-LD; empty where there is none
  std::string page_title;       // <title> without the name of the site
  std::string_view title_text;  // the same as it stands in the source, where it holds no references
  std::optional<std::string> date;
  std::string source;     // canonical address
  std::string outlet;     // who published it: "The Daily Paper"
  std::string_view body;  // the article as a JSON string in the source, where a script holds it; see page_script
};

PageFacts page_facts(const GumboInternalNode& root, std::string_view page, const BlockMarks& marks);

}  // namespace entente
