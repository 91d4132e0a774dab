// Days of the calendar as text.
#pragma once

#include <entente/export.hpp>

#include <chrono>
#include <optional>
#include <string_view>

namespace entente::inline v0_1 {

// "2023-03-18" → the day; nothing where it is written otherwise or no calendar has it ("2023-02-30").
ENTENTE_EXPORT std::optional<std::chrono::year_month_day> calendar_day(std::string_view text);

// Throws Error (Usage) unless the text is empty or a day of the calendar. `argument` is what the error names.
ENTENTE_EXPORT void check_date(std::string_view argument, std::string_view text);

}  // namespace entente
