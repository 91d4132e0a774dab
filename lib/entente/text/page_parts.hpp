// What the elements of a web page are by their names: article text, byline, caption, or furniture of the page. From
// data/lexicon/page_furniture.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente {

enum class PagePart : std::uint8_t { Text, Furniture, Byline, Caption, Credit };

// Immutable after it is built.
class PageParts {
 public:
  PageParts();
  // What the words of a class, id or role attribute say: "social-share", "articleByline author". Furniture wins.
  PagePart of(std::string_view attribute) const;

 private:
  std::vector<std::pair<std::string, PagePart>> words_;  // sorted
};

}  // namespace entente
