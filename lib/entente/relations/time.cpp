#include <entente/relations/time.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/relations/calendar.hpp>
#include <entente/relations/time_scanner.hpp>

namespace entente::inline v0_1 {

namespace {

namespace chrono = std::chrono;

constexpr std::array<std::pair<std::string_view, TimeKind>, 16> KindNames = {{{"weekday", TimeKind::Weekday},
                                                                              {"month", TimeKind::Month},
                                                                              {"unit", TimeKind::Unit},
                                                                              {"day", TimeKind::Day},
                                                                              {"near", TimeKind::Near},
                                                                              {"number", TimeKind::Number},
                                                                              {"ago", TimeKind::Ago},
                                                                              {"part", TimeKind::Part},
                                                                              {"bound", TimeKind::Bound},
                                                                              {"open", TimeKind::Open},
                                                                              {"point", TimeKind::Point},
                                                                              {"season", TimeKind::Season},
                                                                              {"weekend", TimeKind::Weekend},
                                                                              {"stage", TimeKind::Stage},
                                                                              {"ordinal", TimeKind::Ordinal},
                                                                              {"fraction", TimeKind::Fraction}}};

// "from Monday to Wednesday", "between June 3 and June 5", "20 March – 5 April": the second expression ends the range
// of the first.
bool closes(const Reading& r, const TimeMention& first, TokenId next) {
  const auto form = r.document.form(next);
  const bool between = r.form(first.tokens.begin) == "between" || r.form(first.tokens.begin) == "Between";
  const bool joins =
      form == "to" || form == "-" || form == "–" || form == "through" || form == "until" || (between && form == "and");
  return first.past.from && joins && first.tokens.end == next;
}

// If the end is before the beginning, the year of the end holds for both: "from 20 March to 5 April 2023".
void close(Days& days, const Days& last) {
  days.to = last.to;
  constexpr int Year = 365;
  if (days.from && last.from && *days.from > *last.from && *days.from - *last.from < 60 * Year) {
    const auto begin = date_of(*days.from);
    for (int year = year_of(*last.from); year >= year_of(*last.from) - 1 && *days.from > *last.from; --year) {
      days.from = days_of(chrono::year(year) / begin.month() / begin.day());
    }
  }
}

}  // namespace

TimeWords::TimeWords(Words& words) {
  RowReader rows("lexicon/time_words.tsv", resource("lexicon/time_words.tsv"));
  while (rows.next()) {
    const auto* const kind =
        std::find_if(KindNames.begin(), KindNames.end(), [&](const auto& k) { return k.first == rows.columns()[0]; });
    if (kind == KindNames.end() || rows.columns().size() < 3) {
      rows.fail("\"" + std::string(rows.line()) + "\"", "kind, value and words");
    }
    int value = 0;
    const auto text = rows.columns()[1];
    std::from_chars(text.data(), text.data() + text.size(), value);
    for (const auto word : split(rows.columns()[2], ' ')) {
      const auto id = words.add(word);
      entries_.resize(std::max<std::size_t>(entries_.size(), id + std::size_t{1}));
      entries_[id] = {kind->second, value};
    }
  }
}

namespace {

// For each token: is it part of a person's name ("Theresa May", "April Ryan", "Sun Yat-sen").
std::vector<bool> tokens_of_persons(const Reading& r) {
  std::vector<bool> inside(r.document.tokens.size(), false);
  for (const Mention& mention : r.actors.mentions) {
    if (mention.actor != None && r.actors.actors[mention.actor].kind == ActorKind::Person) {
      std::fill(inside.begin() + mention.name.begin, inside.begin() + mention.name.end, true);
    }
  }
  return inside;
}

}  // namespace

std::vector<TimeMention> find_times(const Reading& r, const TimeWords& words) {
  std::vector<TimeMention> times;
  const std::vector<bool> named = tokens_of_persons(r);
  const auto today = parse_date(r.document.date);
  for (const auto& sentence : r.document.sentences) {
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end;) {
      const char c = r.document.form(t).front();
      const bool digit = c >= '0' && c <= '9';
      auto m = digit || words.of(r.words[t]).kind != TimeKind::Other
                   ? scan_time(r, words, today, t, sentence.tokens.end)
                   : std::nullopt;
      if (!m || named[t]) {
        ++t;
        continue;
      }
      t = m->tokens.end;
      if (t + 1 < sentence.tokens.end && closes(r, *m, t)) {
        if (const auto second = scan_time(r, words, today, t + 1, sentence.tokens.end)) {
          close(m->past, second->past);
          close(m->future, second->future);
          m->tokens.end = t = second->tokens.end;
        }
      }
      times.push_back(*m);
    }
  }
  return times;
}

std::optional<int> parse_date(const std::string& date) {
  const auto day = calendar_day(date);
  return day ? std::optional(days_of(*day)) : std::nullopt;
}

std::string format_date(int days) {
  const auto date = date_of(days);
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                     static_cast<unsigned>(date.day()));
}

TimeExpression time_expression(const Document& document, const TimeMention& time, bool future) {
  const auto& days = future ? time.future : time.past;
  TimeExpression result;
  result.text = document.view_tokens(time.tokens);
  if (days.from) {
    result.from = format_date(*days.from);
  }
  if (days.to) {
    result.to = format_date(*days.to);
  }
  return result;
}

}  // namespace entente
