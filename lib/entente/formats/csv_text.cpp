#include <entente/formats/csv_text.hpp>

#include <algorithm>
#include <array>

#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

bool looks_like_formula(std::string_view text) {
  constexpr std::array<std::string_view, 8> Signs = {"=", "+", "-", "@", "＝", "＋", "－", "＠"};
  return !text.empty() && (static_cast<unsigned char>(text.front()) < ' ' ||
                           std::any_of(Signs.begin(), Signs.end(), [&](auto sign) { return text.starts_with(sign); }));
}

}  // namespace

void append_csv_text(std::string& out, std::string_view text) {
  const std::string value = repair_utf8(text).text;
  append_csv_cell(out, looks_like_formula(value) ? "'" + value : value);
}

void append_csv_cell(std::string& out, std::string_view value) {
  if (value.find_first_of(",;\"\r\n") == std::string_view::npos) {
    out += value;
    return;
  }
  out += '"';
  for (const char c : value) {
    out += c == '"' ? "\"\"" : std::string_view(&c, 1);
  }
  out += '"';
}

}  // namespace entente
