#include <entente/relations/time_scanner.hpp>

#include <charconv>
#include <chrono>
#include <string>

#include <entente/relations/calendar.hpp>

namespace entente::inline v0_1 {

namespace {

namespace chrono = std::chrono;

int number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return error == std::errc() && (rest.empty() || ordinal) ? value : -1;
}

// Reads one expression at a token.
class TimeScanner {
 public:
  TimeScanner(const Reading& reading, const TimeWords& words, std::optional<int> today)
      : r_(reading), words_(words), today_(today) {}

  // The expression that begins at t and ends before `end`; nothing if there is none.
  std::optional<TimeMention> at(TokenId t, TokenId end) const {
    TimeMention m;
    TokenId i = t;
    int bound = 0;
    const auto first = entry(i, end);
    if (first.kind == TimeKind::Bound || first.kind == TimeKind::Open || first.kind == TimeKind::Point) {
      bound = first.kind == TimeKind::Bound ? first.value : 0;
      ++i;
    }
    const bool article = i < end && word_at(i) == "the";
    const TokenId core = article ? i + 1 : i;
    i = staged(core, end, m);
    if (i == core && core != t && !article && first.kind != TimeKind::Point) {
      i = plain_year(core, end, m);
    }
    if (i == core) {
      return std::nullopt;
    }
    m.tokens = {t, i};
    if (bound == 1 && !m.closed) {
      m.past.to = m.future.to = std::nullopt;
    } else if (bound == 2 && !m.closed) {
      m.past.from = m.future.from = std::nullopt;
    }
    m.head = head_of(m.tokens);
    return m;
  }

 private:
  // The form of the token; empty past the end of the text, which a time may end.
  std::string_view word_at(TokenId t) const {
    return t < r_.document.tokens.size() ? r_.document.form(t) : std::string_view();
  }
  TimeWords::Entry entry(TokenId t, TokenId end) const { return t < end ? words_.of(r_.words[t]) : TimeWords::Entry{}; }
  int number(TokenId t, TokenId end) const {
    if (t >= end) {
      return -1;
    }
    const auto e = entry(t, end);
    return e.kind == TimeKind::Number ? e.value : number_of(word_at(t));
  }
  static bool is_year(int n) { return n >= 1000 && n < 2200; }

  // Each function returns the token after its expression, or `t` if there is none.

  // "early 2022", "late March", "mid-2023"
  TokenId staged(TokenId t, TokenId end, TimeMention& m) const {
    if (t >= end) {
      return t;
    }
    const std::string_view form = word_at(t);
    if (form.starts_with("mid-")) {
      return middle(t, form.substr(4), m);
    }
    const auto e = entry(t, end);
    if (e.kind != TimeKind::Stage) {
      return dated(t, end, m);
    }
    const TokenId of = t + 1 < end && word_at(t + 1) == "in" ? t + 2 : t + 1;
    TokenId after = dated(of, end, m);
    after = after == of ? plain_year(of, end, m) : after;
    const bool day = m.past.from && m.past.from == m.past.to;
    if (after == of || day) {
      return t;
    }
    m.past = part_of(m.past, e.value);
    m.future = part_of(m.future, e.value);
    return after;
  }

  TokenId middle(TokenId t, std::string_view of, TimeMention& m) const {
    const auto e = words_.of(r_.lexicon.words().find(of));
    if (const int year = number_of(of); is_year(year)) {
      set(m, part_of(year_days(year), 2));
      return t + 1;
    }
    if (e.kind != TimeKind::Month) {
      return t;
    }
    around_today(m, e.value);
    m.past = part_of(m.past, 2);
    m.future = part_of(m.future, 2);
    return t + 1;
  }

  TokenId dated(TokenId t, TokenId end, TimeMention& m) const {
    if (t >= end) {  // "earlier" may be the last word of the text
      return t;
    }
    const auto e = entry(t, end);
    switch (e.kind) {
      case TimeKind::Weekday:
        return is_written_as_weekday(t) ? weekday(t, end, 0, m) : t;
      case TimeKind::Month:
        return month(t, end, m);
      case TimeKind::Season:
        return season(t, end, m);
      case TimeKind::Weekend:
        weekend(0, m);
        return t + 1;
      case TimeKind::Ordinal:
        return fraction(t, end, m);
      case TimeKind::Day:
        m.ahead = e.value > 0;
        set(m, today_ ? Days{*today_ + e.value, *today_ + e.value} : Days{});
        return skip_part(t + 1, end);
      case TimeKind::Near:
        return near(t, end, e.value, m);
      default:
        break;
    }
    if (const TokenId after = iso_date(t, end, m); after != t) {
      return after;
    }
    const int n = number(t, end);
    if (n < 0) {
      return t;
    }
    if (n >= 1 && n <= 31) {
      const TokenId of = t + 1 < end && word_at(t + 1) == "of" ? t + 2 : t + 1;  // "the 24th of February"
      if (entry(of, end).kind == TimeKind::Month) {                              // "22 February 2011"
        return day_of_month(entry(of, end).value, n, of + 1, end, m);
      }
      if (const int last = second_day(t + 1, end); last > n && entry(t + 3, end).kind == TimeKind::Month) {
        return days_of_month(entry(t + 3, end).value, n, last, t + 4, end, m);  // "20 to 22 March 2023"
      }
    }
    if (entry(t + 1, end).kind == TimeKind::Unit && entry(t + 2, end).kind == TimeKind::Ago) {
      set(m, today_ && n < 3000 ? ago(entry(t + 1, end).value, n) : Days{});
      return t + 3;
    }
    return t;
  }

  Days ago(int unit, int n) const {
    if (unit == 0) {  // hours: the days that they may reach back to
      return {*today_ - (n + 23) / 24, *today_ - n / 24};
    }
    if (unit == 2) {
      return unit_days(2, *today_ - 7 * n, 0);
    }
    return unit_days(unit, *today_, -n);
  }

  // "2023-04-20", into however many tokens it was split
  TokenId iso_date(TokenId t, TokenId end, TimeMention& m) const {
    constexpr std::uint32_t Length = 10;
    const std::uint32_t begin = r_.document.tokens[t].text.begin;
    TokenId last = t;
    while (last < end && r_.document.tokens[last].text.end < begin + Length) {
      ++last;
    }
    if (last == end || r_.document.tokens[last].text.end != begin + Length) {
      return t;
    }
    const auto day = parse_date(std::string(r_.document.view({begin, begin + Length})));
    if (!day) {
      return t;
    }
    set(m, {day, day});
    return last + 1;
  }

  // "-15", "to 22", "and 22": the number that closes a range of days, or -1
  int second_day(TokenId t, TokenId end) const {
    if (t + 1 >= end) {
      return -1;
    }
    const auto form = word_at(t);
    const bool joins = form == "-" || form == "–" || form == "—" || form == "to" || form == "and" || form == "through";
    const int n = joins ? number_of(word_at(t + 1)) : -1;
    return n >= 1 && n <= 31 ? n : -1;
  }

  TokenId days_of_month(int month, int first, int last, TokenId after, TokenId end, TimeMention& m) const {
    TimeMention begin;
    day_of_month(month, first, after, end, begin);
    const TokenId done = day_of_month(month, last, after, end, m);
    m.past.from = begin.past.from;
    m.future.from = begin.future.from;
    m.closed = true;
    return done;
  }

  // Short forms are ambiguous ("wed" and "sat" are verbs, "Sun" is a newspaper) and count only in certain contexts.
  bool is_written_as_weekday(TokenId t) const {
    const std::string_view form = word_at(t);
    const bool whole = form.ends_with("day") || form.ends_with("days");
    const bool capital = form.front() >= 'A' && form.front() <= 'Z';
    return !r_.is_verb(t) && (whole || (capital && r_.mention_at(t) == None));
  }

  // "the summer of 2008", "winter 2019"; the months of "last summer" stay open, because they differ between the
  // hemispheres.
  TokenId season(TokenId t, TokenId end, TimeMention& m) const {
    const TokenId of = t + 1 < end && word_at(t + 1) == "of" ? t + 2 : t + 1;
    const bool small = word_at(t).front() >= 'a';
    TokenId after = plain_year(of, end, m);
    if (after == of && entry(of, end).kind == TimeKind::Near) {
      after = near(of, end, entry(of, end).value, m);
    }
    if (after != of) {
      return after;
    }
    const bool alone = t + 1 >= end || r_.upos(t + 1) != Upos::Noun;
    return small && alone && !r_.is_verb(t) && entry(t, end).value > 0 ? t + 1 : t;
  }

  void weekend(int near, TimeMention& m) const {
    if (!today_) {
      return;
    }
    const int saturday = *today_ - weekday_of(*today_) + 5;
    const int past = near > 0 || weekday_of(*today_) >= 5 ? saturday : saturday - 7;
    const int future = near < 0 ? saturday - 7 : near > 0 && weekday_of(*today_) >= 5 ? saturday + 7 : saturday;
    m.past = {past, past + 1};
    m.future = {future, future + 1};
  }

  // "the first quarter of 2024", "the second half of last year"
  TokenId fraction(TokenId t, TokenId end, TimeMention& m) const {
    const auto e = entry(t + 1, end);
    if (e.kind != TimeKind::Fraction || entry(t, end).value > e.value || t + 2 >= end || r_.lemma(t + 2) != "of") {
      return t;
    }
    const TokenId of = t + 3;
    TokenId after = plain_year(of, end, m);
    if (after == of && entry(of, end).kind == TimeKind::Near) {
      after = near(of, end, entry(of, end).value, m);
    }
    if (after == of || !m.past.from || m.past.to != year_days(year_of(*m.past.from)).to) {
      return after == of ? t : after;
    }
    const int parts = 4 / e.value;  // quarters in it
    const int last = entry(t, end).value * parts;
    const int year = year_of(*m.past.from);
    set(m, {quarter_days(year, last - parts + 1).from, quarter_days(year, last).to});
    return after;
  }

  TokenId plain_year(TokenId t, TokenId end, TimeMention& m) const {
    if (t < end) {
      const auto form = word_at(t);
      if (const int n = number_of(form); is_year(n) && form.size() == 4) {
        set(m, year_days(n));
        return t + 1;
      }
    }
    return t;
  }

  TokenId weekday(TokenId t, TokenId end, int near, TimeMention& m) const {
    if (today_) {
      const int day = entry(t, end).value;
      const int now = weekday_of(*today_);
      const int back = (now - day + 7) % 7;
      const int ahead = (day - now + 7) % 7;
      const int past = *today_ - (near < 0 && back == 0 ? 7 : back);
      const int future = *today_ + (near > 0 && ahead == 0 ? 7 : ahead);
      m.past = near > 0 ? Days{future, future} : Days{past, past};
      m.future = near < 0 ? Days{past, past} : Days{future, future};
    }
    return skip_part(t + 1, end);
  }

  TokenId skip_part(TokenId t, TokenId end) const { return entry(t, end).kind == TimeKind::Part ? t + 1 : t; }

  TokenId month(TokenId t, TokenId end, TimeMention& m) const {
    const int value = entry(t, end).value;
    // "May" and "March" are months only if capitalized.
    const char initial = word_at(t).front();
    if (initial < 'A' || initial > 'Z' || r_.is_verb(t) || r_.upos(t) == Upos::Aux) {
      return t;
    }
    const int n = t + 1 < end ? number_of(word_at(t + 1)) : -1;
    if (const int last = second_day(t + 2, end); n >= 1 && last > n && is_day_alone(t + 4, end)) {
      return days_of_month(value, n, last, t + 4, end, m);  // "April 12-15"
    }
    if (n >= 1 && n <= 31) {  // "February 22, 2011"
      return day_of_month(value, n, t + 2, end, m);
    }
    if (is_year(n)) {
      set(m, month_days(n, value));
      return t + 2;
    }
    if (r_.mention_at(t) != None) {
      return t;  // a person named May
    }
    around_today(m, value);
    return t + 1;
  }

  // "April 12 and 15 people": the second number counts something
  bool is_day_alone(TokenId after, TokenId end) const { return after >= end || r_.upos(after) != Upos::Noun; }

  void around_today(TimeMention& m, int month) const {
    if (today_) {
      const int year = year_of(*today_);
      const int now = month_of(*today_);
      m.past = month_days(month > now ? year - 1 : year, month);
      m.future = month_days(month < now ? year + 1 : year, month);
    }
  }

  TokenId day_of_month(int month, int day, TokenId after, TokenId end, TimeMention& m) const {
    const TokenId at = after < end && word_at(after) == "," ? after + 1 : after;
    const auto date_in = [&](int year) {
      const auto d =
          chrono::year(year) / chrono::month(static_cast<unsigned>(month)) / chrono::day(static_cast<unsigned>(day));
      return d.ok() ? std::optional(days_of(d)) : std::nullopt;
    };
    if (const int year = at < end ? number_of(word_at(at)) : -1; is_year(year)) {
      const auto d = date_in(year);
      set(m, {d, d});
      return at + 1;
    }
    if (today_) {
      const int year = year_of(*today_);
      const auto now = date_in(year);
      const auto before = now && *now > *today_ ? date_in(year - 1) : now;
      const auto later = now && *now < *today_ ? date_in(year + 1) : now;
      m.past = {before, before};
      m.future = {later, later};
    }
    return after;
  }

  TokenId near(TokenId t, TokenId end, int value, TimeMention& m) const {
    const auto e = entry(t + 1, end);
    m.ahead = value > 0;
    if (e.kind == TimeKind::Unit && !word_at(t + 1).ends_with('s')) {
      set(m, today_ ? unit_days(e.value, *today_, value) : Days{});
      return t + 2;
    }
    if (e.kind == TimeKind::Weekday) {
      return weekday(t + 1, end, value, m);
    }
    if (e.kind == TimeKind::Weekend) {
      weekend(value, m);
      return t + 2;
    }
    if (e.kind == TimeKind::Season) {
      return t + 2;
    }
    if (e.kind == TimeKind::Part && value == 0) {
      set(m, today_ ? Days{today_, today_} : Days{});
      return t + 2;
    }
    if (e.kind == TimeKind::Month) {
      const TokenId after = month(t + 1, end, m);
      if (after != t + 1) {
        (value < 0 ? m.future : m.past) = value < 0 ? m.past : m.future;
        return after;
      }
    }
    return t;
  }

  static void set(TimeMention& m, Days days) { m.past = m.future = days; }

  TokenId head_of(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      if (r_.head(t) == None || !tokens.contains(r_.head(t))) {
        if (r_.deprel(t) != Deprel::Case && r_.deprel(t) != Deprel::Punct) {
          return t;
        }
      }
    }
    return tokens.end - 1;
  }

  const Reading& r_;
  const TimeWords& words_;
  std::optional<int> today_;
};

}  // namespace

std::optional<TimeMention> scan_time(const Reading& reading, const TimeWords& words, std::optional<int> today,
                                     TokenId t, TokenId end) {
  return TimeScanner(reading, words, today).at(t, end);
}

}  // namespace entente
