// Repairs text that was encoded twice (mojibake): UTF-8 that a program took for Windows-1252 and encoded as UTF-8
// again, so that "it’s" became "itâ€™s" and "José" became "JosÃ©".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Whether the text, which must be valid UTF-8, has sequences that only arise from encoding twice.
bool is_twice_encoded(std::string_view text);

// A character that was encoded twice.
struct TwiceEncoded {
  std::string text;      // the character
  std::size_t size = 0;  // how many bytes of the text stand for it; 0 if there is none
};

// The character at the beginning of the text, if it was encoded twice.
TwiceEncoded twice_encoded_at(std::string_view text);

}  // namespace entente
