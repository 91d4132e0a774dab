// The words by which bylines, credits and date lines are recognized (data/lexicon/block_marks.tsv), and dates in text.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::inline v0_1 {

// The lexicon. Immutable after construction. All queries accept text in any case.
class BlockMarks {
 public:
  // Throws Error (BadFormat) with the line that cannot be read.
  BlockMarks();

  // Which list has the name or word.
  bool is_agency(std::string_view name) const { return contains(agencies_, name); }
  bool is_byline_word(std::string_view word) const { return contains(byline_words_, word); }
  bool is_byline_noun(std::string_view word) const { return contains(byline_nouns_, word); }
  bool is_date_word(std::string_view word) const { return contains(date_words_, word); }
  // The number of a month, 1 to 12; 0 if the word is not a month.
  int month_number(std::string_view word) const;
  // The size in bytes of the beginning of a credit ("Photo:" in "Photo: Jane") or of a byline ("By" in "By Jane"); 0 if
  // the text does not begin with one.
  std::size_t credit_prefix(std::string_view text) const;
  std::size_t byline_prefix(std::string_view text) const;

 private:
  using Words = std::vector<std::string>;  // sorted
  static bool contains(const Words& words, std::string_view word);

  Words credits_;
  Words agencies_;
  Words bylines_;
  Words byline_words_;  // nouns included
  Words byline_nouns_;
  Words date_words_;
  std::vector<std::pair<std::string, int>> months_;
};

// A date in a text.
struct FoundDate {
  std::string iso;        // "2023-10-13"
  std::size_t begin = 0;  // bytes of the text
  std::size_t end = 0;
};

// The first date with day, month and year: "13 October 2023", "Oct. 13th, 2023", "2023-10-13T16:40", "13.10.2023",
// "10/13/2023". Ignores dates that are ambiguous ("4/5/2023").
std::optional<FoundDate> find_date(std::string_view text, const BlockMarks& marks);

// The words of the text, which are runs of letters and digits; at most `limit`.
std::vector<std::string_view> plain_words(std::string_view text, std::size_t limit);

}  // namespace entente
