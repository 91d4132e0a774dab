#include <entente/base/dates.hpp>

#include <cstddef>
#include <string>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

std::optional<std::chrono::year_month_day> calendar_day(std::string_view text) {
  constexpr std::string_view Shape = "dddd-dd-dd";
  if (text.size() != Shape.size()) {
    return std::nullopt;
  }
  for (std::size_t i = 0; i < Shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (Shape[i] == 'd' ? !digit : text[i] != '-') {
      return std::nullopt;
    }
  }
  const auto two_digits = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const std::chrono::year_month_day day(std::chrono::year(two_digits(0) * 100 + two_digits(2)),
                                        std::chrono::month(static_cast<unsigned>(two_digits(5))),
                                        std::chrono::day(static_cast<unsigned>(two_digits(8))));
  return day.ok() ? std::optional(day) : std::nullopt;
}

void check_date(std::string_view argument, std::string_view text) {
  if (!text.empty() && !calendar_day(text)) {
    throw Error(ErrorCode::Usage, {.item = std::string(argument),
                                   .problem = "found \"" + std::string(text) + "\"",
                                   .expected = "a date like 2023-03-18"});
  }
}

}  // namespace entente
