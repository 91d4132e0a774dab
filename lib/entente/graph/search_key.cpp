#include <entente/graph/search_key.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <utf8proc.h>

namespace entente::inline v0_1 {

namespace {

// Letters that Unicode does not decompose.
constexpr std::array<std::pair<utf8proc_int32_t, std::string_view>, 9> Unaccented = {{
    {0xE6, "ae"},   // æ
    {0xF0, "d"},    // ð
    {0xF8, "o"},    // ø
    {0xFE, "th"},   // þ
    {0x111, "d"},   // đ
    {0x127, "h"},   // ħ
    {0x131, "i"},   // ı
    {0x142, "l"},   // ł
    {0x153, "oe"},  // œ
}};

bool belongs_to_word(utf8proc_int32_t code) {
  const utf8proc_category_t category = utf8proc_category(code);
  return (category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO) || category == UTF8PROC_CATEGORY_ND;
}

void append(std::string& key, utf8proc_int32_t code) {
  const auto* const known =
      std::find_if(Unaccented.begin(), Unaccented.end(), [&](const auto& pair) { return pair.first == code; });
  if (known != Unaccented.end()) {
    key += known->second;
    return;
  }
  std::array<utf8proc_uint8_t, 4> bytes{};
  const utf8proc_ssize_t size = utf8proc_encode_char(code, bytes.data());
  key.append(bytes.begin(), bytes.begin() + size);
}

}  // namespace

std::string search_key(std::string_view name) {
  constexpr auto Options =
      static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK);
  std::string key;
  bool gap = false;
  const auto* at = reinterpret_cast<const utf8proc_uint8_t*>(name.data());
  const auto* const end = at + name.size();
  while (at < end) {
    utf8proc_int32_t code = 0;
    const utf8proc_ssize_t read = utf8proc_iterate(at, end - at, &code);
    at += std::max<utf8proc_ssize_t>(read, 1);
    if (read <= 0) {
      continue;
    }
    std::array<utf8proc_int32_t, 20> parts{};  // the longest decomposition
    int boundary = 0;
    const utf8proc_ssize_t count = utf8proc_decompose_char(code, parts.data(), parts.size(), Options, &boundary);
    for (utf8proc_ssize_t i = 0; i < std::min<utf8proc_ssize_t>(count, parts.size()); ++i) {
      if (!belongs_to_word(parts[i])) {
        gap = true;
        continue;
      }
      if (gap && !key.empty()) {
        key += ' ';
      }
      gap = false;
      append(key, parts[i]);
    }
  }
  constexpr std::string_view Article = "the ";
  return key.starts_with(Article) ? key.substr(Article.size()) : key;
}

}  // namespace entente
