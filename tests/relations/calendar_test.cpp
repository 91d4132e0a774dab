// Days, weeks, months and years as days since 1970-01-01.
#include <entente/relations/calendar.hpp>

#include <string>

#include <doctest/doctest.h>

using namespace entente;

namespace {

std::string dump(const Days& days) {
  const auto end = [](const std::optional<int>& day) { return day ? format_date(*day) : std::string("?"); };
  return end(days.from) + ".." + end(days.to);
}

int day(const char* date) { return *parse_date(date); }

}  // namespace

TEST_CASE("a day has its year, month and weekday, before 1970 too") {
  struct Row {
    const char* date;
    int year;
    int month;
    int weekday;
  };
  const Row rows[] = {{"1970-01-01", 1970, 1, 3},
                      {"2024-02-29", 2024, 2, 3},
                      {"2023-12-31", 2023, 12, 6},
                      {"2024-01-01", 2024, 1, 0},
                      {"1969-12-29", 1969, 12, 0}};
  for (const auto& [date, year, month, weekday] : rows) {
    CAPTURE(date);
    const int it = day(date);
    CHECK(year_of(it) == year);
    CHECK(month_of(it) == month);
    CHECK(weekday_of(it) == weekday);
    CHECK(days_of(date_of(it)) == it);
  }
}

TEST_CASE("years, quarters and months have their first and last days") {
  CHECK(dump(year_days(2023)) == "2023-01-01..2023-12-31");
  CHECK(dump(month_days(2023, 2)) == "2023-02-01..2023-02-28");
  CHECK(dump(month_days(2024, 2)) == "2024-02-01..2024-02-29");
  CHECK(dump(month_days(2023, 12)) == "2023-12-01..2023-12-31");
  CHECK(dump(quarter_days(2023, 1)) == "2023-01-01..2023-03-31");
  CHECK(dump(quarter_days(2023, 4)) == "2023-10-01..2023-12-31");
}

TEST_CASE("a unit so many steps away from the one around the day") {
  struct Row {
    int unit;
    const char* date;
    int steps;
    const char* days;
  };
  const Row rows[] = {{0, "2023-03-18", 5, "2023-03-18..2023-03-18"},  // hours stay in the day
                      {1, "2023-03-18", 1, "2023-03-19..2023-03-19"},  {1, "2024-03-01", -1, "2024-02-29..2024-02-29"},
                      {2, "2023-03-18", 0, "2023-03-13..2023-03-19"},  // Monday to Sunday
                      {2, "2023-03-13", 0, "2023-03-13..2023-03-19"},  {2, "2023-03-19", 1, "2023-03-20..2023-03-26"},
                      {3, "2023-03-18", -1, "2023-02-01..2023-02-28"}, {3, "2023-01-31", -1, "2022-12-01..2022-12-31"},
                      {3, "2023-12-31", 1, "2024-01-01..2024-01-31"},  {3, "2023-03-18", -15, "2021-12-01..2021-12-31"},
                      {4, "2023-03-18", -1, "2022-01-01..2022-12-31"}};
  for (const auto& [unit, date, steps, days] : rows) {
    CAPTURE(unit);
    CAPTURE(date);
    CAPTURE(steps);
    CHECK(dump(unit_days(unit, day(date), steps)) == days);
  }
}

TEST_CASE("early, mid and late are wide, and overlap where their bounds are not clear") {
  CHECK(dump(part_of(month_days(2023, 4), 1)) == "2023-04-01..2023-04-15");
  CHECK(dump(part_of(month_days(2023, 4), 2)) == "2023-04-08..2023-04-23");
  CHECK(dump(part_of(month_days(2023, 4), 3)) == "2023-04-16..2023-04-30");
  CHECK(dump(part_of(month_days(2023, 3), 1)) == "2023-03-01..2023-03-16");  // the middle of 31 days is in both
  CHECK(dump(part_of(month_days(2023, 3), 3)) == "2023-03-16..2023-03-31");
  CHECK(dump(part_of({}, 1)) == "?..?");
  CHECK(dump(part_of({day("2023-01-01"), std::nullopt}, 3)) == "2023-01-01..?");
}
