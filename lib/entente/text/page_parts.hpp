// Recognizes the elements of a web page by their names, and short lines by their words: the body of the article, a
// byline, a caption, or furniture of the page (data/lexicon/page_furniture.tsv).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::inline v0_1 {

// What an element is by its name. If the words of a name disagree, the part that is listed later wins.
enum class PagePart : std::uint8_t {
  Text,  // the name says nothing
  Byline,
  Caption,
  Credit,
  Furniture,  // left out, unless much of the page's prose is in it, because names can mislead
  Body,       // the text of the article
  Foreign,    // text of others (comments, teasers): left out unless the title or body of the article is in it
};

// The function of a short block of text on its page.
enum class PageLine : std::uint8_t {
  Text,
  Furniture,  // "Advertisement", "Read more: …"
  End,        // "You may also like": what follows belongs to other articles
};

// The lexicon. Immutable after construction.
class PageParts {
 public:
  // Throws Error (BadFormat) with the line that cannot be read.
  PageParts();
  // The part by the words of a class, id or role attribute: "social-share", "articleByline author". Names that describe
  // the form of the page ("has-sidebar", "modal-enabled") are ignored.
  PagePart part_of_attribute(std::string_view attribute) const;
  // The function of a block by its words.
  PageLine line_kind(std::string_view text) const;

 private:
  PagePart part_of_name(std::string_view name) const;
  PagePart part_of_words(std::string_view words) const;

  std::vector<std::pair<std::string, PagePart>> parts_;  // sorted; a word, or two words with a space between
  std::vector<std::string> forms_;                       // sorted; words of names that describe the form of the page
  std::vector<std::string> whole_lines_;                 // sorted
  std::vector<std::string> line_starts_;
  std::vector<std::string> line_parts_;
  std::vector<std::string> end_starts_;
};

}  // namespace entente
