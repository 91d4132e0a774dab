#include <entente/text/twice_encoded.hpp>

#include <array>

#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

// The byte of a code point in Windows-1252; 0 for ASCII, and for code points that it does not have.
unsigned char windows_1252_byte(char32_t c) {
  if (c >= 0x80 && c < 0x100) {
    return static_cast<unsigned char>(c);  // 0x80 to 0x9F as Latin-1 has them, too: programs mix the two
  }
  for (unsigned byte = 0x80; byte < 0xA0; ++byte) {
    if (from_windows_1252(static_cast<unsigned char>(byte)) == c) {
      return static_cast<unsigned char>(byte);
    }
  }
  return 0;
}

// How many bytes of UTF-8 a letter begins that is the first of them in Windows-1252: two for "Ã", "Â", "Ä" and "Å",
// three for "â", four for "ð"; 0 for other letters. A capital "É" before a dash would be mistaken for such a byte.
std::size_t length_by_lead(char32_t lead) {
  return lead == 0xE2 ? 3 : lead == 0xF0 ? 4 : lead >= 0xC2 && lead <= 0xC5 ? 2 : 0;
}

}  // namespace

TwiceEncoded twice_encoded_at(std::string_view text) {
  if (text.empty()) {
    return {};
  }
  const CodePoint lead = decode(text, 0);
  const std::size_t length = length_by_lead(lead.value);
  std::string bytes;
  std::size_t at = 0;
  while (bytes.size() < length && at < text.size()) {
    const CodePoint c = decode(text, at);
    const unsigned char byte = windows_1252_byte(c.value);
    if (byte == 0) {
      return {};
    }
    bytes += static_cast<char>(byte);
    at += c.size;
  }
  if (length == 0 || bytes.size() < length || !is_utf8_sequence(bytes, 0) || decode(bytes, 0).size != length) {
    return {};
  }
  return {bytes, at};
}

bool is_twice_encoded(std::string_view text) {
  // "â€" before anything, and "Ã" and "Â" before a character that is not a letter.
  constexpr std::array<std::string_view, 4> Signs = {"\xC3\xA2\xE2\x82\xAC", "\xC3\x83\xC2", "\xC3\x82\xC2",
                                                     "\xC3\x83\xE2"};
  for (const std::string_view sign : Signs) {
    for (std::size_t at = text.find(sign); at != std::string_view::npos; at = text.find(sign, at + 1)) {
      if (twice_encoded_at(text.substr(at)).size > 0) {
        return true;
      }
    }
  }
  return false;
}

}  // namespace entente
