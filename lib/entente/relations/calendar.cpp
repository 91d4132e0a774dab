#include <entente/relations/calendar.hpp>

namespace entente::inline v0_1 {

namespace chrono = std::chrono;

int days_of(chrono::year_month_day date) { return static_cast<int>(chrono::sys_days(date).time_since_epoch().count()); }

chrono::year_month_day date_of(int days) { return chrono::sys_days(chrono::days(days)); }

int year_of(int day) { return static_cast<int>(date_of(day).year()); }

int month_of(int day) { return static_cast<int>(static_cast<unsigned>(date_of(day).month())); }

int weekday_of(int day) {
  return static_cast<int>(chrono::weekday(chrono::sys_days(chrono::days(day))).iso_encoding()) - 1;
}

Days year_days(int year) {
  const chrono::year y(year);
  return {days_of(y / 1 / 1), days_of(y / 12 / 31)};
}

Days month_days(int year, int month) {
  const auto ym = chrono::year(year) / chrono::month(static_cast<unsigned>(month));
  return {days_of(ym / 1), days_of(ym / chrono::last)};
}

Days quarter_days(int year, int quarter) {
  return {month_days(year, 3 * quarter - 2).from, month_days(year, 3 * quarter).to};
}

Days unit_days(int unit, int day, int steps) {
  switch (unit) {
    case 0:
      return {day, day};
    case 1:
      return {day + steps, day + steps};
    case 2: {
      const int monday = day - weekday_of(day);
      return {monday + 7 * steps, monday + 7 * steps + 6};
    }
    case 3: {
      const int months = year_of(day) * 12 + month_of(day) - 1 + steps;
      return month_days(months / 12, months % 12 + 1);
    }
    default:
      return year_days(year_of(day) + steps);
  }
}

Days part_of(Days days, int part) {
  if (!days.from || !days.to) {
    return days;
  }
  const int length = *days.to - *days.from + 1;
  switch (part) {
    case 1:
      return {days.from, *days.from + (length + 1) / 2 - 1};
    case 2:
      return {*days.from + length / 4, *days.to - length / 4};
    default:
      return {*days.from + length / 2, days.to};
  }
}

}  // namespace entente
