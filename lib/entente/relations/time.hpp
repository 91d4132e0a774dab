// Time expressions, resolved against the article's date: "on Monday", "next week", "in March 2011", "two days ago".
// Never more precise than the words: "in 2011" is the whole year; without the article's date "on Monday" stays open.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <entente/base/span.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/relations.hpp>

namespace entente::inline v0_1 {

// Days since 1970-01-01, both inclusive; absent where it is open.
struct Days {
  std::optional<int> from;
  std::optional<int> to;
};

struct TimeMention {
  Span tokens;
  TokenId head = None;  // the token that heads the expression in the tree
  Days past;            // what it means for what happened
  bool ahead = false;   // "next week", "tomorrow": to come, whatever the date is
  bool closed = false;  // a range by itself, with both its ends: "20 to 22 March"
  Days future;          // what it means for what is to come; differs for "on Monday" and "in March"
};

enum class TimeKind : std::uint8_t {
  Other,
  Weekday,
  Month,
  Unit,
  Day,
  Near,
  Number,
  Ago,
  Part,
  Bound,
  Open,    // before a year, too: "in 2011"
  Point,   // not before a year: "at the weekend", "between June 3 and June 5"
  Season,  // of a year, or as it comes: "last summer"
  Weekend,
  Stage,     // "early", "mid", "late"
  Ordinal,   // of a fraction: "the first quarter of"
  Fraction,  // how many of it a year has: quarter, half
};

// Immutable after construction.
class TimeWords {
 public:
  explicit TimeWords(Words& words);
  struct Entry {
    TimeKind kind = TimeKind::Other;
    int value = 0;
  };
  Entry of(WordId word) const { return word < entries_.size() ? entries_[word] : Entry{}; }

 private:
  std::vector<Entry> entries_;  // by WordId
};

// All of the article, in text order.
std::vector<TimeMention> find_times(const Reading& reading, const TimeWords& words);

// "2023-03-20" → days; nothing where it is not a date.
std::optional<int> parse_date(const std::string& date);
std::string format_date(int days);

// As a finding carries it: `future` picks the meaning.
TimeExpression time_expression(const Document& document, const TimeMention& time, bool future);

}  // namespace entente
