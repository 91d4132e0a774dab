// The dateline before the first sentence of a news report.
#pragma once

#include <cstddef>
#include <string_view>

#include <entente/text/block_marks.hpp>

namespace entente::inline v0_1 {

// How many bytes at the beginning of a paragraph are a dateline, with the dash or colon after it; 0 where there is
// none. "MOSCOW (Reuters) - ", "BERLIN, March 3 (AP) — ", "GAZIANTEP, Turkey -- ", "Bogota, March 8 (IANS) ", "KABUL:
// ".
std::size_t dateline(std::string_view paragraph, const BlockMarks& marks);

}  // namespace entente
