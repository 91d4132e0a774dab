#include <entente/text/entities.hpp>

#include <algorithm>
#include <charconv>
#include <utility>
#include <vector>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

using Names = std::vector<std::pair<std::string_view, char32_t>>;

Names read_names() {
  Names names;
  RowReader rows("lexicon/entities.tsv", resource("lexicon/entities.tsv"));
  while (rows.next()) {
    const auto columns = rows.columns();
    std::uint32_t value = 0;
    if (columns.size() < 2 ||
        std::from_chars(columns[1].data(), columns[1].data() + columns[1].size(), value, 16).ec != std::errc()) {
      rows.fail("'" + std::string(rows.line()) + "'", "a name and a code point, with a tab between them");
    }
    names.emplace_back(columns[0], value);
  }
  std::sort(names.begin(), names.end());
  return names;
}

// The code point of a named reference; 0 for an unknown name.
char32_t code_point_of_name(std::string_view name) {
  static const Names names = read_names();
  const auto found =
      std::lower_bound(names.begin(), names.end(), name, [](const auto& entry, auto key) { return entry.first < key; });
  return found != names.end() && found->first == name ? found->second : 0;
}

// The code point of a numeric reference; 0 for a number that is not a character. 0x80 to 0x9F are bytes of Windows-1252
// (HTML, section 13.2.5.80).
char32_t code_point_of_number(std::uint32_t value) {
  if (value >= 0x80 && value < 0xA0) {
    return from_windows_1252(static_cast<unsigned char>(value));
  }
  const bool surrogate = value >= 0xD800 && value < 0xE000;
  return value > 0x10FFFF || surrogate ? 0 : value;
}

}  // namespace

Entity entity_at(std::string_view text) {
  constexpr std::size_t Longest = 32;
  const std::size_t end = text.substr(0, Longest).find(';');
  if (text.size() < 3 || text[0] != '&' || end == std::string_view::npos || end < 2) {
    return {};
  }
  char32_t c = 0;
  if (text[1] == '#') {
    const bool hex = text[2] == 'x' || text[2] == 'X';
    const char* const first = text.data() + (hex ? 3 : 2);
    std::uint32_t value = 0;
    const auto [last, error] = std::from_chars(first, text.data() + end, value, hex ? 16 : 10);
    c = error == std::errc() && last == text.data() + end ? code_point_of_number(value) : 0;
  } else {
    c = code_point_of_name(text.substr(1, end - 1));
  }
  if (c == 0) {
    return {};
  }
  Entity entity;
  append_utf8(entity.text, c);
  entity.size = end + 1;
  return entity;
}

std::string decode_entities(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Entity entity = text[at] == '&' ? entity_at(text.substr(at)) : Entity{};
    if (entity.size > 0) {
      out += entity.text;
      at += entity.size;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace entente
