// Text that was encoded twice (mojibake): UTF-8 that some program took for Windows-1252 and encoded as UTF-8 again, so
// that "it’s" became "itâ€™s" and "José" became "JosÃ©".
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Are there sequences in the text that no language writes on purpose? Takes valid UTF-8.
bool is_twice_encoded(std::string_view text);

struct TwiceEncoded {
  std::string text;      // what was meant
  std::size_t size = 0;  // how many bytes stand for it; 0 where nothing does
};

// What the beginning of the text was before it was encoded the second time.
TwiceEncoded twice_encoded_at(std::string_view text);

}  // namespace entente
