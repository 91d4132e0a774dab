// The words by which bylines, credits and date lines are known, and dates in them. From data/lexicon/block_marks.tsv.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace entente::inline v0_1 {

// Built once, immutable after. All queries take text of any case.
class BlockMarks {
 public:
  BlockMarks();

  bool is_agency(std::string_view name) const { return holds(agencies_, name); }
  bool is_byline_word(std::string_view word) const { return holds(byline_words_, word); }
  bool is_byline_noun(std::string_view word) const { return holds(byline_nouns_, word); }
  bool is_date_word(std::string_view word) const { return holds(date_words_, word); }
  int month(std::string_view word) const;  // 1 to 12; 0 for what is not a month
  // How many bytes of text are a credit word with its ":" or "by" ("Photo: Jane"), or a byline's beginning ("By Jane").
  std::size_t credit_prefix(std::string_view text) const;
  std::size_t byline_prefix(std::string_view text) const;

 private:
  using Words = std::vector<std::string>;  // sorted
  static bool holds(const Words& words, std::string_view word);

  Words credits_;
  Words agencies_;
  Words bylines_;
  Words byline_words_;  // nouns included
  Words byline_nouns_;
  Words date_words_;
  std::vector<std::pair<std::string, int>> months_;
};

// A date as it stands in a text.
struct FoundDate {
  std::string iso;  // "2023-10-13"
  std::size_t begin = 0;
  std::size_t end = 0;
};

// The first whole date: "13 October 2023", "Oct. 13th, 2023", "2023-10-13T16:40", "13.10.2023", "10/13/2023". What
// could be read in two ways ("4/5/2023") is passed over.
std::optional<FoundDate> find_date(std::string_view text, const BlockMarks& marks);

// Words are runs of letters and digits; at most `limit` of them.
std::vector<std::string_view> plain_words(std::string_view text, std::size_t limit);

}  // namespace entente
