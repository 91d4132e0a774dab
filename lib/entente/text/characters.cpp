#include <entente/text/characters.hpp>

#include <algorithm>
#include <array>

#include <utf8proc.h>

namespace entente::inline v0_1 {

namespace detail {

CharKind non_ascii_kind(char32_t c) {
  if (c == 0xAD || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c == 0xFEFF || (c >= 0x202A && c <= 0x202E)) {
    return c == 0x200D ? CharKind::Letter : CharKind::Ignorable;  // the zero-width joiner joins emoji
  }
  if (c == 0xFFFD) {
    return CharKind::Letter;  // inside a word it mostly replaces a letter: "caf\uFFFD"
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
      return CharKind::Letter;
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
      return CharKind::Digit;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
      return CharKind::Space;
    default:
      return CharKind::Symbol;
  }
}

CodePoint decode_non_ascii(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) -> char32_t {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) & 0x3FU : 0U;
  };
  const auto lead = static_cast<unsigned char>(text[at]);
  if (lead < 0xE0) {
    return {((lead & 0x1FU) << 6U) | byte(1), 2};
  }
  if (lead < 0xF0) {
    return {((lead & 0x0FU) << 12U) | (byte(1) << 6U) | byte(2), 3};
  }
  return {((lead & 0x07U) << 18U) | (byte(1) << 12U) | (byte(2) << 6U) | byte(3), 4};
}

}  // namespace detail

bool is_upper(char32_t c) {
  if (c < 128) {
    return c >= 'A' && c <= 'Z';
  }
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

char32_t to_lower(char32_t c) {
  if (c < 128) {
    return c >= 'A' && c <= 'Z' ? c + 32 : c;
  }
  return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c)));
}

void append_utf8(std::string& out, char32_t c) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0U | (c >> 6U));
    put(0x80U | (c & 0x3FU));
  } else if (c < 0x10000) {
    put(0xE0U | (c >> 12U));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  } else {
    put(0xF0U | (c >> 18U));
    put(0x80U | ((c >> 12U) & 0x3FU));
    put(0x80U | ((c >> 6U) & 0x3FU));
    put(0x80U | (c & 0x3FU));
  }
}

std::size_t code_point_begin(std::string_view text, std::size_t at) {
  while (at > 0 && at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) {
    --at;
  }
  return at;
}

std::string ascii_lower(std::string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return lower;
}

bool equal_ignoring_case(std::string_view a, std::string_view b) {
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) {
           const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
           return lower(x) == lower(y);
         });
}

namespace {

// The bytes of one well-formed code point (complete) or of one maximal malformed part (not complete). The ranges are
// those of table 3-7 of the Unicode standard.
struct Sequence {
  std::size_t size = 1;
  bool complete = false;
};

Sequence sequence_at(std::string_view bytes, std::size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) {
    return {1, true};
  }
  const std::size_t length = lead >= 0xC2 && lead <= 0xDF   ? 2
                             : lead >= 0xE0 && lead <= 0xEF ? 3
                             : lead >= 0xF0 && lead <= 0xF4 ? 4
                                                            : 1;
  if (length == 1) {
    return {1, false};
  }
  unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  std::size_t size = 1;
  while (size < length && at + size < bytes.size()) {
    const auto next = static_cast<unsigned char>(bytes[at + size]);
    if (next < low || next > high) {
      break;
    }
    low = 0x80;
    high = 0xBF;
    ++size;
  }
  return {size, size == length};
}

}  // namespace

char32_t from_windows_1252(unsigned char byte) {
  constexpr std::array<char16_t, 32> From0x80 = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                                 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                                 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
  return byte >= 0x80 && byte < 0xA0 ? From0x80[byte - 0x80U] : byte;
}

namespace {

bool is_european_letter(char32_t c) {
  return c < 0x530 && char_kind(c) == CharKind::Letter;  // Latin, Greek, Cyrillic
}

}  // namespace

bool is_utf8_sequence(std::string_view bytes, std::size_t at) { return sequence_at(bytes, at).complete; }

bool is_stray_joiner(char32_t before, char32_t after) {
  return is_european_letter(before) || is_european_letter(after);
}

RepairedText repair_utf8(std::string_view bytes) {
  constexpr std::string_view Replacement = "\xEF\xBF\xBD";
  RepairedText out;
  out.text.reserve(bytes.size());
  std::size_t uncopied = 0;  // where the well-formed bytes begin that have not been copied yet
  for (std::size_t at = 0; at < bytes.size();) {
    const Sequence sequence = sequence_at(bytes, at);
    if (!sequence.complete) {
      out.text.append(bytes.substr(uncopied, at - uncopied)).append(Replacement);
      ++out.repaired;
      uncopied = at + sequence.size;
    }
    at += sequence.size;
  }
  out.text.append(bytes.substr(uncopied));
  return out;
}

}  // namespace entente
