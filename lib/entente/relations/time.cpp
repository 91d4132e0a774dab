#include <entente/relations/time.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

#include <fmt/format.h>

#include <entente/base/dates.hpp>

namespace entente {

namespace {

namespace chrono = std::chrono;

constexpr std::array<std::pair<std::string_view, TimeKind>, 10> KindNames = {{{"weekday", TimeKind::Weekday},
                                                                              {"month", TimeKind::Month},
                                                                              {"unit", TimeKind::Unit},
                                                                              {"day", TimeKind::Day},
                                                                              {"near", TimeKind::Near},
                                                                              {"number", TimeKind::Number},
                                                                              {"ago", TimeKind::Ago},
                                                                              {"part", TimeKind::Part},
                                                                              {"bound", TimeKind::Bound},
                                                                              {"open", TimeKind::Open}}};

int days_of(chrono::year_month_day date) { return static_cast<int>(chrono::sys_days(date).time_since_epoch().count()); }
chrono::year_month_day date_of(int days) { return chrono::sys_days(chrono::days(days)); }

int number_of(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const std::string_view rest(end, static_cast<std::size_t>(text.data() + text.size() - end));
  const bool ordinal = rest == "st" || rest == "nd" || rest == "rd" || rest == "th";
  return error == std::errc() && (rest.empty() || ordinal) ? value : -1;
}

Days year_days(int year) {
  const chrono::year y(year);
  return {days_of(y / 1 / 1), days_of(y / 12 / 31)};
}

Days month_days(int year, int month) {
  const auto ym = chrono::year(year) / chrono::month(static_cast<unsigned>(month));
  return {days_of(ym / 1), days_of(ym / chrono::last)};
}

// The calendar unit (day, week, month, year) that is `steps` away from the one around `day`.
Days unit_days(int unit, int day, int steps) {
  const auto date = date_of(day);
  const int year = static_cast<int>(date.year());
  switch (unit) {
    case 1:
      return {day + steps, day + steps};
    case 2: {
      const int monday = day - static_cast<int>((chrono::weekday(chrono::sys_days(date)).iso_encoding() - 1));
      return {monday + 7 * steps, monday + 7 * steps + 6};
    }
    case 3: {
      const int months = year * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1 + steps;
      return month_days(months / 12, months % 12 + 1);
    }
    default:
      return year_days(year + steps);
  }
}

// Reads one expression at a token.
class TimeScanner {
 public:
  TimeScanner(const Reading& reading, const TimeWords& words, std::optional<int> today)
      : r_(reading), words_(words), today_(today) {}

  // The expression that begins at t, which ends before `end`; nothing where there is none.
  std::optional<TimeMention> at(TokenId t, TokenId end) const {
    TimeMention m;
    TokenId i = t;
    int bound = 0;
    const auto first = entry(i, end);
    if (first.kind == TimeKind::Bound || first.kind == TimeKind::Open) {
      bound = first.kind == TimeKind::Bound ? first.value : 0;
      ++i;
    }
    const TokenId core = i;
    i = dated(core, end, m);
    if (i == core && first.kind != TimeKind::Other) {
      i = core == t ? core : plain_year(core, end, m);
    }
    if (i == core) {
      return std::nullopt;
    }
    m.tokens = {t, i};
    if (bound == 1) {
      m.past.to = m.future.to = std::nullopt;
    } else if (bound == 2) {
      m.past.from = m.future.from = std::nullopt;
    }
    m.head = head_of(m.tokens);
    return m;
  }

 private:
  TimeWords::Entry entry(TokenId t, TokenId end) const { return t < end ? words_.of(r_.words[t]) : TimeWords::Entry{}; }
  int number(TokenId t, TokenId end) const {
    if (t >= end) {
      return -1;
    }
    const auto e = entry(t, end);
    return e.kind == TimeKind::Number ? e.value : number_of(r_.document.form(t));
  }
  static bool is_year(int n) { return n >= 1000 && n < 2200; }

  // Each reader gives the token after the expression, or `t` where there is none.
  TokenId dated(TokenId t, TokenId end, TimeMention& m) const {
    const auto e = entry(t, end);
    switch (e.kind) {
      case TimeKind::Weekday:
        return weekday(t, end, 0, m);
      case TimeKind::Month:
        return month(t, end, m);
      case TimeKind::Day:
        m.ahead = e.value > 0;
        set(m, today_ ? Days{*today_ + e.value, *today_ + e.value} : Days{});
        return skip_part(t + 1, end);
      case TimeKind::Near:
        return near(t, end, e.value, m);
      default:
        break;
    }
    const int n = number(t, end);
    if (n < 0) {
      return t;
    }
    if (entry(t + 1, end).kind == TimeKind::Month && n >= 1 && n <= 31) {  // "22 February 2011"
      return day_of_month(entry(t + 1, end).value, n, t + 2, end, m);
    }
    if (entry(t + 1, end).kind == TimeKind::Unit && entry(t + 2, end).kind == TimeKind::Ago) {
      set(m, today_ && n < 3000 ? ago(entry(t + 1, end).value, n) : Days{});
      return t + 3;
    }
    return t;
  }

  Days ago(int unit, int n) const {
    if (unit == 2) {
      return unit_days(2, *today_ - 7 * n, 0);
    }
    return unit_days(unit, *today_, -n);
  }

  TokenId plain_year(TokenId t, TokenId end, TimeMention& m) const {
    if (t < end) {
      const auto form = r_.document.form(t);
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
      const int now = static_cast<int>(chrono::weekday(chrono::sys_days(chrono::days(*today_))).iso_encoding()) - 1;
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
    // "May" and "March" are months only where they are written so.
    const char initial = r_.document.form(t).front();
    if (initial < 'A' || initial > 'Z' || r_.is_verb(t) || r_.upos(t) == Upos::Aux) {
      return t;
    }
    const int n = t + 1 < end ? number_of(r_.document.form(t + 1)) : -1;
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
    if (today_) {
      const auto date = date_of(*today_);
      const int year = static_cast<int>(date.year());
      const int now = static_cast<int>(static_cast<unsigned>(date.month()));
      m.past = month_days(value > now ? year - 1 : year, value);
      m.future = month_days(value < now ? year + 1 : year, value);
    }
    return t + 1;
  }

  TokenId day_of_month(int month, int day, TokenId after, TokenId end, TimeMention& m) const {
    const TokenId at = after < end && r_.document.form(after) == "," ? after + 1 : after;
    const auto date_in = [&](int year) {
      const auto d =
          chrono::year(year) / chrono::month(static_cast<unsigned>(month)) / chrono::day(static_cast<unsigned>(day));
      return d.ok() ? std::optional(days_of(d)) : std::nullopt;
    };
    if (const int year = at < end ? number_of(r_.document.form(at)) : -1; is_year(year)) {
      const auto d = date_in(year);
      set(m, {d, d});
      return at + 1;
    }
    if (today_) {
      const int year = static_cast<int>(date_of(*today_).year());
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
    if (e.kind == TimeKind::Unit && r_.document.form(t + 1).back() != 's') {
      set(m, today_ ? unit_days(e.value, *today_, value) : Days{});
      return t + 2;
    }
    if (e.kind == TimeKind::Weekday) {
      return weekday(t + 1, end, value, m);
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

// "from Monday to Wednesday": the second closes the first.
bool closes(const Reading& r, const TimeMention& first, TokenId next) {
  return first.past.from && r.is_word(r.words[next], "to") && first.tokens.end == next;
}

}  // namespace

TimeWords::TimeWords(Words& words) {
  RowReader rows("lexicon/time_words.tsv", resource("lexicon/time_words.tsv"));
  while (rows.next()) {
    const auto* const kind =
        std::find_if(KindNames.begin(), KindNames.end(), [&](const auto& k) { return k.first == rows.columns()[0]; });
    if (kind == KindNames.end() || rows.columns().size() < 3) {
      rows.fail("\"" + std::string(rows.line()) + "\"; expected kind, value and words");
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

// Per token: whether it is part of a person's name ("Theresa May", "April Ryan", "Sun Yat-sen").
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
  const TimeScanner scanner(r, words, r.document.date ? parse_date(*r.document.date) : std::nullopt);
  for (const auto& sentence : r.document.sentences) {
    for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end;) {
      const char c = r.document.form(t).front();
      const bool digit = c >= '0' && c <= '9';
      auto m =
          digit || words.of(r.words[t]).kind != TimeKind::Other ? scanner.at(t, sentence.tokens.end) : std::nullopt;
      if (!m || named[t]) {
        ++t;
        continue;
      }
      t = m->tokens.end;
      if (t + 1 < sentence.tokens.end && closes(r, *m, t)) {
        if (const auto second = scanner.at(t + 1, sentence.tokens.end)) {
          m->past.to = second->past.to;
          m->future.to = second->future.to;
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
