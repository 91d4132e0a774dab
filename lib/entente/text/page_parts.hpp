// What the elements of a web page are by their names: the body of the article, a byline, a caption, or furniture of the
// page. From data/lexicon/page_furniture.tsv.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::inline v0_1 {

// Where the words of a name disagree, the part that stands further down wins.
enum class PagePart : std::uint8_t {
  Text,  // the name says nothing
  Byline,
  Caption,
  Credit,
  Furniture,  // left out, unless it holds much of the page's prose: names mislead
  Body,       // the text of the article
  Foreign,    // the text of others (comments, teasers): left out however much it is
};

// What a short block of text is to the page that it stands on.
enum class PageLine : std::uint8_t {
  Text,
  Furniture,  // "Advertisement", "Read more: …"
  End,        // "You may also like": what follows belongs to other articles
};

// Immutable after it is built.
class PageParts {
 public:
  PageParts();
  // What the words of a class, id or role attribute say: "social-share", "articleByline author". A name that is about
  // the page's form ("has-sidebar", "modal-enabled") says nothing.
  PagePart of(std::string_view attribute) const;
  // What a block of text is by its words.
  PageLine line(std::string_view text) const;

 private:
  PagePart of_name(std::string_view name) const;
  PagePart look_up(std::string_view words) const;

  std::vector<std::pair<std::string, PagePart>> parts_;  // sorted; a word, or two words with a space between
  std::vector<std::string> forms_;                       // sorted
  std::vector<std::string> whole_lines_;                 // sorted
  std::vector<std::string> line_starts_;
  std::vector<std::string> line_parts_;
  std::vector<std::string> end_starts_;
};

}  // namespace entente
