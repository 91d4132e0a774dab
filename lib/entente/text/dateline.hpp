// The dateline before the first sentence of a news report.
#pragma once

#include <cstddef>
#include <string_view>

#include <entente/text/block_marks.hpp>

namespace entente::inline v0_1 {

// The size in bytes of the dateline at the beginning of a paragraph, with the dash or colon after it; 0 if it has none.
// Examples: "MOSCOW (Reuters) - ", "BERLIN, March 3 (AP) — ", "GAZIANTEP, Turkey -- ", "Bogota, March 8 (IANS) ",
// "KABUL: ".
std::size_t dateline_size(std::string_view paragraph, const BlockMarks& marks);

}  // namespace entente
