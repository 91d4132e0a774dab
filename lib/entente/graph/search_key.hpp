// Keys for comparing typed names without regard to case, accents, punctuation and a leading "the".
#pragma once

#include <string>
#include <string_view>

#include <entente/export.hpp>

namespace entente::inline v0_1 {

// "The Recep Tayyip ERDOĞAN's" → "recep tayyip erdogan s": letters and digits in lower case without accents, words
// separated by one space. Letters of other scripts stay. Malformed UTF-8 is skipped.
ENTENTE_EXPORT std::string search_key(std::string_view name);

}  // namespace entente
