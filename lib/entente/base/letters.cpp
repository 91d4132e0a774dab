#include <entente/base/letters.hpp>

#include <utf8proc.h>

namespace entente::inline v0_1 {

namespace {

bool is_ascii(unsigned char c) { return c < 0x80; }

struct CodePoint {
  utf8proc_int32_t value = -1;
  std::size_t size = 1;
};

// The code point at the beginning of the text and its size in bytes; {-1, 1} for a byte that is not UTF-8.
CodePoint first_code_point(std::string_view text) {
  CodePoint found;
  const auto* const bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  const auto size = utf8proc_iterate(bytes, static_cast<utf8proc_ssize_t>(text.size()), &found.value);
  if (size > 0) {
    found.size = static_cast<std::size_t>(size);
  } else {
    found.value = -1;
  }
  return found;
}

void append(std::string& out, utf8proc_int32_t value) {
  utf8proc_uint8_t bytes[4];
  const auto size = utf8proc_encode_char(value, bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

}  // namespace

LetterCase letter_case_of(std::string_view word) {
  std::size_t capitals = 0;
  std::size_t letters = 0;
  bool first_is_capital = false;
  const auto count = [&](bool capital) {
    first_is_capital = first_is_capital || (letters == 0 && capital);
    ++letters;
    capitals += capital ? 1 : 0;
  };
  for (std::size_t i = 0; i < word.size();) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (is_ascii(c)) {
      if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
        count(c <= 'Z');
      }
      ++i;
      continue;
    }
    const CodePoint point = first_code_point(word.substr(i));
    i += point.size;
    if (point.value >= 0) {
      const utf8proc_category_t category = utf8proc_category(point.value);
      if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT) {
        count(true);
      } else if (category == UTF8PROC_CATEGORY_LL || category == UTF8PROC_CATEGORY_LO) {
        count(false);
      }
    }
  }
  if (letters == 0) {
    return LetterCase::Absent;
  }
  if (capitals == 0) {
    return LetterCase::Lower;
  }
  if (capitals == 1 && first_is_capital) {
    return LetterCase::Title;
  }
  return capitals == letters ? LetterCase::Upper : LetterCase::Mixed;
}

void append_lower(std::string& out, std::string_view word) {
  for (std::size_t i = 0; i < word.size();) {
    const auto c = static_cast<unsigned char>(word[i]);
    if (is_ascii(c)) {
      out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : word[i];
      ++i;
      continue;
    }
    const CodePoint point = first_code_point(word.substr(i));
    if (point.value >= 0) {
      append(out, utf8proc_tolower(point.value));
    } else {
      out += word[i];
    }
    i += point.size;
  }
}

void append_title(std::string& out, std::string_view word) {
  if (word.empty()) {
    return;
  }
  const CodePoint point = first_code_point(word);
  if (point.value >= 0) {
    append(out, utf8proc_toupper(point.value));
  } else {
    out += word.front();
  }
  append_lower(out, word.substr(point.size));
}

}  // namespace entente
