#include <entente/text/html_bounds.hpp>

#include <algorithm>
#include <array>
#include <span>

#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t MaxOpen = 1500;     // gumbo frees its tree by recursion, and searches its stack for every tag
constexpr std::size_t MaxCost = 1500000;  // nodes

bool is_name_in(std::string_view name, std::span<const std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [name](std::string_view other) { return equal_ignoring_case(name, other); });
}

// Whether the element is closed by itself or by its next sibling.
bool is_closed_implicitly(std::string_view name) {
  static constexpr std::array<std::string_view, 28> Names = {
      "area",  "base",   "br",    "col",    "embed",    "hr",   "img",  "input", "link", "meta",
      "param", "source", "track", "wbr",    "p",        "li",   "dt",   "dd",    "tr",   "td",
      "th",    "tbody",  "thead", "option", "optgroup", "path", "rect", "circle"};
  return is_name_in(name, Names);
}

bool is_formatting(std::string_view name) {
  static constexpr std::array<std::string_view, 14> Names = {"a",    "b",     "big", "code",   "em",     "font", "i",
                                                             "nobr", "small", "s",   "strike", "strong", "tt",   "u"};
  return is_name_in(name, Names);
}

// The beginning of the name of the tag.
std::string_view name_at(std::string_view page, std::size_t at) {
  constexpr std::size_t Longest = 16;
  std::size_t end = at;
  while (end < page.size() && end < at + Longest && page[end] != '>' && page[end] != '/' &&
         static_cast<unsigned char>(page[end]) > ' ') {
    ++end;
  }
  return page.substr(at, end - at);
}

}  // namespace

std::size_t parsable_size(std::string_view page) {
  std::size_t open = 0;
  std::size_t formatting = 0;
  std::size_t cost = 0;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    const bool closes = at + 1 < page.size() && page[at + 1] == '/';
    const std::string_view name = name_at(page, at + (closes ? 2 : 1));
    if (name.empty()) {
      continue;
    }
    const bool formats = is_formatting(name);
    if (closes) {
      open -= open > 0 && !is_closed_implicitly(name) ? 1 : 0;
      formatting -= formats && formatting > 0 ? 1 : 0;
    } else if (!is_closed_implicitly(name)) {
      ++open;
      formatting += formats ? 1 : 0;
    }
    cost += 2 + (formats ? 0 : formatting);
    if (open > MaxOpen || cost > MaxCost) {
      return at;
    }
  }
  return page.size();
}

}  // namespace entente
