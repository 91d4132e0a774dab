#include <entente/actors/surface.hpp>

#include <algorithm>
#include <cstdint>

#include <utf8proc.h>

namespace entente::inline v0_1 {

namespace {

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }

// Removes the first code point from the text and returns it; -1 at the end and for invalid bytes.
std::int32_t take_code_point(std::string_view& text) {
  utf8proc_int32_t code = -1;
  const auto size = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                     static_cast<utf8proc_ssize_t>(text.size()), &code);
  text.remove_prefix(size > 0 ? static_cast<std::size_t>(size) : std::min<std::size_t>(text.size(), 1));
  return code;
}

// Letters that Unicode does not decompose into a letter and an accent.
std::string_view plain_letters(std::int32_t code) {
  switch (code) {
    case 0xDF:
      return "ss";
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0x152:
    case 0x153:
      return "oe";
    case 0xD8:
    case 0xF8:
      return "o";
    case 0x110:
    case 0x111:
    case 0xD0:
    case 0xF0:
      return "d";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0x141:
    case 0x142:
      return "l";
    case 0x130:
    case 0x131:
      return "i";
    default:
      return {};
  }
}

// Appends the letter in lower case without accents, as UTF-8.
void append_plain(std::int32_t code, std::string& out) {
  if (const auto plain = plain_letters(code); !plain.empty()) {
    out += plain;
    return;
  }
  utf8proc_int32_t parts[8] = {};
  int last_class = 0;
  const auto count =
      utf8proc_decompose_char(code, parts, 8, static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE), &last_class);
  const utf8proc_int32_t base = utf8proc_tolower(count > 0 ? parts[0] : code);
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(base, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

}  // namespace

bool is_capitalized(std::string_view word) {
  if (word.empty()) {
    return false;
  }
  if (static_cast<unsigned char>(word.front()) < 0x80) {
    return is_upper(word.front());
  }
  const auto code = take_code_point(word);
  return code >= 0 && utf8proc_category(code) == UTF8PROC_CATEGORY_LU;
}

bool is_all_capitals(std::string_view word) {
  const auto capitals = std::count_if(word.begin(), word.end(), is_upper);
  return capitals >= 2 && std::none_of(word.begin(), word.end(), is_lower);
}

std::string folded_letters(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (is_ascii(text)) {
    for (const char c : text) {
      if (c != '\'') {
        out += to_lower(c);
      }
    }
    return out;
  }
  while (!text.empty()) {
    const auto code = take_code_point(text);
    if (code == 0x2019 || code == 0x2018 || code == '\'' || code == 0x2BC) {
      continue;
    }
    if (code >= 0 && utf8proc_category(code) != UTF8PROC_CATEGORY_MN) {
      append_plain(code, out);
    }
  }
  return out;
}

std::string slug(std::string_view text) {
  std::string out;
  for (const char c : folded_letters(text)) {
    if (is_lower(c) || is_digit(c)) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  while (!out.empty() && out.back() == '-') {
    out.pop_back();
  }
  return out.empty() ? "actor" : out;
}

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

std::string title_case(std::string_view word) {
  std::string out(word);
  if (word.find('.') == std::string_view::npos && out.size() > 1) {
    std::transform(out.begin() + 1, out.end(), out.begin() + 1, to_lower);
  }
  return out;
}

std::string with_capital(std::string text) {
  if (!text.empty() && text.front() >= 'a' && text.front() <= 'z') {
    text.front() = static_cast<char>(text.front() - 32);
  }
  return text;
}

}  // namespace entente
