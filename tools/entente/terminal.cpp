#include "terminal.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>

#include <sys/ioctl.h>
#include <unistd.h>

#include <fmt/format.h>

#include "output.hpp"

namespace entente::cli {

namespace {

constexpr std::size_t Narrowest = 20;
constexpr std::size_t Usual = 80;

std::string_view environment(const char* name) {
  const char* const value = std::getenv(name);
  return value == nullptr ? std::string_view() : value;
}

std::size_t width() {
  std::size_t columns = 0;
  const auto wanted = environment("COLUMNS");
  std::from_chars(wanted.data(), wanted.data() + wanted.size(), columns);
  if (winsize size{}; columns == 0 && ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0) {
    columns = size.ws_col;
  }
  return columns == 0 ? Usual : std::max(columns, Narrowest);
}

}  // namespace

Terminal terminal() {
  const std::string& color = common().color;
  if (::isatty(STDOUT_FILENO) != 1) {
    return {0, color == "always"};
  }
  const bool usual = environment("NO_COLOR").empty() && environment("TERM") != "dumb";
  return {width(), color == "auto" ? usual : color == "always"};
}

std::string inked(std::string_view text, Ink ink, const Terminal& terminal) {
  constexpr std::array<int, 9> Codes = {0, 1, 2, 31, 32, 33, 34, 35, 36};
  if (!terminal.color || ink == Ink::Plain || text.empty()) {
    return std::string(text);
  }
  return fmt::format("\x1b[{}m{}\x1b[0m", Codes.at(static_cast<std::size_t>(ink)), text);
}

}  // namespace entente::cli
