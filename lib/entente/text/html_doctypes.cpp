#include <entente/text/html_doctypes.hpp>

#include <cstddef>

#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

std::optional<std::string> doctypes_as_comments(std::string_view page) {
  constexpr std::string_view NoScript = "<noscript";
  constexpr std::string_view Doctype = "<!doctype";
  std::optional<std::string> changed;
  bool after_noscript = false;
  for (std::size_t at = page.find('<'); at != std::string_view::npos; at = page.find('<', at + 1)) {
    after_noscript = after_noscript || equal_ignoring_case(page.substr(at, NoScript.size()), NoScript);
    if (after_noscript && equal_ignoring_case(page.substr(at, Doctype.size()), Doctype)) {
      if (!changed) {
        changed.emplace(page);
      }
      (*changed)[at + 1] = '?';
    }
  }
  return changed;
}

}  // namespace entente
