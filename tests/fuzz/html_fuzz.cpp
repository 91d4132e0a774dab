// Any bytes as HTML.
#include "fuzz/markup_fuzz.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  entente::fuzz::read_markup(entente::ArticleFormat::Html, data, size);
  return 0;
}
