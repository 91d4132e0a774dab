// One time expression at one place of the text: its tokens, and the days that it means.
#pragma once

#include <optional>

#include <entente/relations/time.hpp>

namespace entente::inline v0_1 {

// The expression that begins at token `t` and ends before `end`; nothing where there is none. `today` is the day of the
// article, without which "on Monday" has no days.
std::optional<TimeMention> scan_time(const Reading& reading, const TimeWords& words, std::optional<int> today,
                                     TokenId t, TokenId end);

}  // namespace entente
