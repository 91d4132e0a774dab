#include <entente/text/page_parts.hpp>

#include <algorithm>

#include <fmt/format.h>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente {

PageParts::PageParts() {
  RowReader rows("lexicon/page_furniture.tsv", resource("lexicon/page_furniture.tsv"));
  while (rows.next()) {
    const auto columns = rows.columns();
    if (columns.size() < 2) {
      rows.fail("a row has a mark and a word");
    }
    const std::string_view mark = columns[0];
    const PagePart part = mark == "part"      ? PagePart::Furniture
                          : mark == "byline"  ? PagePart::Byline
                          : mark == "caption" ? PagePart::Caption
                          : mark == "credit"  ? PagePart::Credit
                                              : PagePart::Text;
    if (part == PagePart::Text) {
      rows.fail(fmt::format("\"{}\" is no part of a page", mark));
    }
    words_.emplace_back(columns[1], part);
  }
  std::sort(words_.begin(), words_.end());
}

PagePart PageParts::of(std::string_view attribute) const {
  constexpr std::size_t LongestName = 24;
  PagePart found = PagePart::Text;
  std::string word;
  const auto look_up = [&] {
    const auto at = std::lower_bound(words_.begin(), words_.end(), std::pair(word, PagePart::Text));
    if (at != words_.end() && at->first == word && found != PagePart::Furniture) {
      found = at->second;
    }
    word.clear();
  };
  bool small = false;
  for (const char c : attribute) {
    const bool upper = c >= 'A' && c <= 'Z';
    const bool lower = c >= 'a' && c <= 'z';
    if (!upper && !lower) {
      look_up();
    } else {
      if (upper && small) {
        look_up();  // "shareBar"
      }
      if (word.size() < LongestName) {
        word += static_cast<char>(upper ? c + 32 : c);
      }
    }
    small = lower;
  }
  look_up();
  return found;
}

}  // namespace entente
