#include <entente/base/dates.hpp>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>

using namespace entente;

TEST_CASE("a day is read only where the calendar has it") {
  using namespace std::chrono_literals;
  CHECK(calendar_day("2023-03-18") == std::chrono::year_month_day(2023y, std::chrono::March, 18d));
  CHECK(calendar_day("2024-02-29"));
  for (const char* text : {"", "2023-02-29", "2023-13-01", "2023-00-10", "2023-04-31", "2023-4-1", "18-03-2023",
                           "2023-03-18T10:00", "2023/03/18", "yyyy-mm-dd", "+023-01-01"}) {
    CAPTURE(text);
    CHECK_FALSE(calendar_day(text));
  }
}

TEST_CASE("a date that is given is a day of the calendar or an error") {
  check_date("--since", "");
  check_date("--since", "2024-02-29");
  CHECK_THROWS_WITH_AS(check_date("--since", "2023-02-29"),
                       "--since: found \"2023-02-29\"; expected a date like 2023-03-18", Error);
}
