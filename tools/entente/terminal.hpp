// What standard output can show, and words in color for it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace entente::cli {

struct Terminal {
  std::size_t columns = 0;  // 0 where standard output is no terminal
  bool color = false;

  // As wide as the terminal, else as wide as that.
  std::size_t columns_or(std::size_t page) const { return columns == 0 ? page : columns; }
};

// Of standard output: the width is that of COLUMNS, else what the terminal says; no color where NO_COLOR is set to
// anything (https://no-color.org) or TERM is "dumb". No terminal, no color. --color overrules all of it.
Terminal terminal();

enum class Ink { Plain, Strong, Quiet, Red, Green, Yellow, Blue, Magenta, Cyan };

// The text with the signs that color it (ECMA-48, SGR), or as it is where there is no color.
std::string inked(std::string_view text, Ink ink, const Terminal& terminal);

}  // namespace entente::cli
