// Days, weeks, months and years of the calendar, as days since 1970-01-01.
#pragma once

#include <chrono>

#include <entente/relations/time.hpp>

namespace entente::inline v0_1 {

int days_of(std::chrono::year_month_day date);
std::chrono::year_month_day date_of(int days);
int year_of(int day);
int month_of(int day);    // 1 to 12
int weekday_of(int day);  // 0 is Monday

Days year_days(int year);
Days month_days(int year, int month);
// The quarter of a year, 1 to 4.
Days quarter_days(int year, int quarter);
// The calendar unit (1 day, 2 week, 3 month, 4 year) that is `steps` units after the one that contains `day`.
Days unit_days(int unit, int day, int steps);
// The first half of the days (1, "early"), the days around their middle (2, "mid-") or the second half (3, "late").
// Wide, because the end of "early" is not defined.
Days part_of(Days days, int part);

}  // namespace entente
