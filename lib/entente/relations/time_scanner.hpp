// Reads one time expression: its tokens and the days that it means.
#pragma once

#include <optional>

#include <entente/relations/time.hpp>

namespace entente::inline v0_1 {

// The expression that begins at token `t` and ends before `end`; nothing if there is none. `today` is the date of the
// article; without it "on Monday" has no days.
std::optional<TimeMention> scan_time(const Reading& reading, const TimeWords& words, std::optional<int> today,
                                     TokenId t, TokenId end);

}  // namespace entente
