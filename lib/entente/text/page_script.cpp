#include <entente/text/page_script.hpp>

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include <entente/base/rows.hpp>
#include <entente/text/characters.hpp>
#include <entente/text/entities.hpp>

namespace entente::inline v0_1 {

namespace {

// The beginning of a JSON value: a plain byte, or a whole escape, reference or tag.
struct Piece {
  std::string text;         // what it stands for; empty for tags
  std::size_t size = 1;     // bytes
  bool plain = false;       // one byte that stands for itself
  bool ends_block = false;  // a line break, or a tag that separates paragraphs
};

// The code unit of "\uXXXX"; 0 for any other text.
char32_t unicode_escape(std::string_view text) {
  constexpr std::size_t Size = 6;
  unsigned value = 0;
  if (text.size() < Size || !text.starts_with("\\u")) {
    return 0;
  }
  const auto [end, error] = std::from_chars(text.data() + 2, text.data() + Size, value, 16);
  return error == std::errc() && end == text.data() + Size ? static_cast<char32_t>(value) : 0;
}

Piece escape_at(std::string_view text) {
  const char32_t first = unicode_escape(text);
  if (first != 0) {
    constexpr std::size_t Size = 6;
    const char32_t second = first >= 0xD800 && first < 0xDC00 ? unicode_escape(text.substr(Size)) : 0;
    const bool pair = second >= 0xDC00 && second < 0xE000;
    const bool lone = !pair && first >= 0xD800 && first < 0xE000;
    Piece piece{{}, pair ? 2 * Size : Size};
    append_utf8(piece.text, pair ? 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00) : lone ? 0xFFFD : first);
    piece.ends_block = first == '\n';
    return piece;
  }
  const char sign = text.size() > 1 ? text[1] : ' ';
  const bool breaks = sign == 'n' || sign == 'r';
  const bool space = breaks || sign == 't' || sign == 'f' || sign == 'b';
  return {std::string(1, space ? ' ' : sign), std::min<std::size_t>(2, text.size()), false, breaks};
}

Piece piece_at(std::string_view text) {
  constexpr std::size_t LongestTag = 400;
  if (text[0] == '\\') {
    const auto sign = static_cast<unsigned char>(text.size() > 1 ? text[1] : ' ');
    return sign < 0x80 ? escape_at(text) : Piece{};
  }
  if (text[0] == '&') {
    if (const Entity entity = entity_at(text); entity.size > 0) {
      return {entity.text, entity.size};
    }
  }
  if (text[0] == '<') {
    const std::size_t close = text.substr(0, LongestTag).find('>');
    const std::string_view name = text.substr(1, 2);
    const bool block =
        name.starts_with("p") || name.starts_with("/p") || name.starts_with("br") || name.starts_with("h");
    return close == std::string_view::npos ? Piece{{}, 1, true} : Piece{{}, close + 1, false, block};
  }
  return {{}, 1, true, text[0] == '\n'};
}

}  // namespace

std::string_view find_json_string(std::string_view json, std::string_view key) {
  const std::string quoted = fmt::format("\"{}\"", key);
  for (std::size_t at = json.find(quoted); at != std::string_view::npos; at = json.find(quoted, at + 1)) {
    std::string_view rest = trimmed(json.substr(at + quoted.size()));
    if (!rest.starts_with(':')) {
      continue;
    }
    rest = trimmed(rest.substr(1));
    if (!rest.starts_with('"')) {
      continue;
    }
    std::size_t end = 1;
    while (end < rest.size() && rest[end] != '"') {
      end += rest[end] == '\\' ? 2 : 1;
    }
    return end < rest.size() ? rest.substr(1, end - 1) : std::string_view();
  }
  return {};
}

std::string unescaped_json(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Piece piece = piece_at(text);
    out += piece.plain ? text.substr(0, 1) : std::string_view(piece.text);
    text.remove_prefix(piece.size);
  }
  return out;
}

void write_json_text(ProseBuilder& builder, std::string_view text, std::size_t begin) {
  builder.begin_block();
  std::size_t from = 0;  // where the plain text begins that is not written yet
  for (std::size_t at = 0; at < text.size();) {
    const Piece piece = piece_at(text.substr(at));
    if (!piece.plain || piece.ends_block) {
      builder.copy(begin + from, begin + at);
      from = at + piece.size;
      if (piece.ends_block) {
        builder.begin_block();
      } else {
        builder.put(piece.text, begin + at, begin + from);
      }
    }
    at += piece.size;
  }
  builder.copy(begin + from, begin + text.size());
  builder.begin_block();
}

}  // namespace entente
