#include <entente/base/dates.hpp>

#include <cstddef>

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
  const auto two = [&](std::size_t at) { return (text[at] - '0') * 10 + (text[at + 1] - '0'); };
  const std::chrono::year_month_day day(std::chrono::year(two(0) * 100 + two(2)),
                                        std::chrono::month(static_cast<unsigned>(two(5))),
                                        std::chrono::day(static_cast<unsigned>(two(8))));
  return day.ok() ? std::optional(day) : std::nullopt;
}

}  // namespace entente
