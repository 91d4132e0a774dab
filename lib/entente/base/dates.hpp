// Days of the calendar. Everywhere in the library a day is a text of one form, and one that is not known is "".
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace entente::inline v0_1 {

// A day of the calendar as "2023-03-18" (ISO 8601, with all ten characters), so that the order of texts is the order of
// days. "" stands for no day: the date of an article that is not known, the open end of a period, no limit of a filter.
// What takes a Date from outside (an article, a filter, a file) throws Error for any other text; what returns one
// returns either form.
using Date = std::string;

// The day that a text of that form names: "2023-03-18". Nothing for other forms, for "" and for days that do not exist
// ("2023-02-30").
ENTENTE_EXPORT std::optional<std::chrono::year_month_day> calendar_day(std::string_view text);

// Throws Error (Usage) unless the text is "" or a day of the calendar. `argument` is the name of the argument in the
// message.
ENTENTE_EXPORT void check_date(std::string_view argument, std::string_view text);

}  // namespace entente
