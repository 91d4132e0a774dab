// Time expressions, resolved against the article's date: "on Monday", "next week", "in March 2011", "two days ago".
// The days are never more precise than the words: "in 2011" is the whole year, and without the article's date "on
// Monday" has no days.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <entente/base/span.hpp>
#include <entente/relations/reading.hpp>
#include <entente/relations/relations.hpp>

namespace entente::inline v0_1 {

// Days since 1970-01-01, both inclusive; absent where the range is open.
struct Days {
  std::optional<int> from;
  std::optional<int> to;
};

struct TimeMention {
  Span tokens;
  TokenId head = None;  // the token that heads the expression in the tree
  Days past;            // the days it means for a past event
  bool ahead = false;   // in the future, whatever the date: "next week", "tomorrow"
  bool closed = false;  // a range with both ends: "20 to 22 March"
  Days future;          // the days it means for a future event; differs for "on Monday" and "in March"
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
  Season,  // "summer 2011", "last summer"
  Weekend,
  Stage,     // "early", "mid", "late"
  Ordinal,   // of a fraction: "the first quarter of"
  Fraction,  // quarter, half; the value is how many a year has
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

// All time expressions of the article, in text order.
std::vector<TimeMention> find_times(const Reading& reading, const TimeWords& words);

// "2023-03-20" → days since 1970-01-01; nothing if it is not a date.
std::optional<int> parse_date(const std::string& date);
std::string format_date(int days);

// The time of a finding; `future` selects the days for a future event.
TimeExpression time_expression(const Document& document, const TimeMention& time, bool future);

}  // namespace entente
