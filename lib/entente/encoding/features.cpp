#include <entente/encoding/features.hpp>

#include <algorithm>

#include <entente/base/hash.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::size_t MaxShape = 24;
constexpr int MaxRun = 4;

// Appends the form with curly quotes and grave accents as straight quotes and ASCII letters in lower case.
void append_normalized(std::string_view form, std::string& out) {
  for (std::size_t i = 0; i < form.size(); ++i) {
    const char c = form[i];
    if (c == '\xE2' && i + 2 < form.size() && form[i + 1] == '\x80') {
      const char last = form[i + 2];
      const bool single = last == '\x98' || last == '\x99';
      const bool doubled = last == '\x9C' || last == '\x9D' || last == '\x9E';
      if (single || doubled) {
        out += single ? '\'' : '"';
        i += 2;
        continue;
      }
    }
    out += c == '`' ? '\'' : ('A' <= c && c <= 'Z') ? static_cast<char>(c + 32) : c;
  }
}

// The class of a byte in a word's shape; '\0' for a byte that continues a character.
char shape_class(char c) {
  const auto byte = static_cast<unsigned char>(c);
  if ('A' <= c && c <= 'Z') {
    return 'X';
  }
  if ('a' <= c && c <= 'z') {
    return 'x';
  }
  if ('0' <= c && c <= '9') {
    return 'd';
  }
  return byte >= 0xC0 ? 'u' : byte >= 0x80 ? '\0' : c;
}

// The shape of the form: "56-year" → "dd-xxxx". Of a run of equal classes at most four are kept.
std::string_view shape_of(std::string_view form, std::array<char, MaxShape>& buffer) {
  std::size_t size = 0;
  int run = 0;
  for (const char c : form) {
    const char kind = shape_class(c);
    if (kind == '\0' && static_cast<unsigned char>(c) >= 0x80) {
      continue;
    }
    run = size > 0 && buffer[size - 1] == kind ? run + 1 : 1;
    if (run <= MaxRun) {
      if (size == MaxShape) {
        break;
      }
      buffer[size++] = kind;
    }
  }
  return {buffer.data(), size};
}

}  // namespace

void form_features(std::string_view form, FormFeatures& out) {
  out.normal.clear();
  append_normalized(form, out.normal);
  out.vocabulary = out.normal;
  std::replace_if(
      out.vocabulary.begin(), out.vocabulary.end(), [](char c) { return '0' <= c && c <= '9'; }, '0');
  const std::string_view key = out.vocabulary;
  const auto suffix = [&](std::size_t n) { return key.substr(key.size() - std::min(n, key.size())); };
  std::array<char, MaxShape> buffer{};
  out.hashes = {hash_bytes(key.substr(0, 3), 1), hash_bytes(suffix(2), 2), hash_bytes(suffix(3), 3),
                hash_bytes(suffix(4), 4), hash_bytes(shape_of(form, buffer), 5)};
}

}  // namespace entente
