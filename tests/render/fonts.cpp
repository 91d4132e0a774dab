#include <render/fonts.hpp>

#include <cstdint>
#include <filesystem>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <utf8proc.h>

#include <entente/base/files.hpp>

namespace entente::test {

namespace {

// Big-endian numbers of an OpenType file; reading past its end throws.
class Bytes {
 public:
  explicit Bytes(std::string_view bytes) : bytes_(bytes) {}
  std::uint32_t u16(std::size_t at) const { return (byte(at) << 8U) | byte(at + 1); }
  std::uint32_t u32(std::size_t at) const { return (u16(at) << 16U) | u16(at + 2); }
  std::size_t table(std::string_view tag) const {
    for (std::size_t i = 0; i < u16(4); ++i) {
      if (bytes_.substr(12 + 16 * i, 4) == tag) {
        return u32(12 + 16 * i + 8);
      }
    }
    throw std::runtime_error("a font without " + std::string(tag));
  }

 private:
  std::uint32_t byte(std::size_t at) const { return static_cast<unsigned char>(bytes_.at(at)); }
  std::string_view bytes_;
};

// The subtable for Windows and the Basic Multilingual Plane, in format 4.
std::size_t character_map(const Bytes& file) {
  const auto cmap = file.table("cmap");
  for (std::size_t i = 0; i < file.u16(cmap + 2); ++i) {
    const auto record = cmap + 4 + 8 * i;
    const auto subtable = cmap + file.u32(record + 4);
    if (file.u16(record) == 3 && file.u16(record + 2) == 1 && file.u16(subtable) == 4) {
      return subtable;
    }
  }
  throw std::runtime_error("a font without a map of format 4");
}

std::map<char32_t, double> read_open_type(std::string_view bytes) {
  const Bytes file(bytes);
  const double em = file.u16(file.table("head") + 18);
  const auto metrics = file.u16(file.table("hhea") + 34);
  const auto hmtx = file.table("hmtx");
  const auto map = character_map(file);
  const auto segments = file.u16(map + 6) / 2;
  std::map<char32_t, double> result;
  for (std::size_t s = 0; s < segments; ++s) {
    const auto end = file.u16(map + 14 + 2 * s);
    const auto start = file.u16(map + 16 + 2 * segments + 2 * s);
    const auto delta = file.u16(map + 16 + 4 * segments + 2 * s);
    const auto offset_at = map + 16 + 6 * segments + 2 * s;
    const auto offset = file.u16(offset_at);
    for (auto code = start; code <= end && code != 0xFFFF; ++code) {
      auto glyph = offset == 0 ? code : file.u16(offset_at + offset + 2 * (code - start));
      glyph = glyph == 0 ? 0 : (glyph + delta) & 0xFFFFU;
      if (glyph != 0) {
        result[code] = file.u16(hmtx + 4 * std::min(glyph, metrics - 1)) / em;
      }
    }
  }
  return result;
}

// "C 65 ; WX 667 ; N A ; …": only the characters of ASCII, whose codes are those of Unicode but for two quotes.
std::map<char32_t, double> read_metrics(const std::string& text) {
  std::map<char32_t, double> result;
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string c;
    std::string semicolon;
    std::string wx;
    int code = 0;
    double width = 0.0;
    if (words >> c >> code >> semicolon >> wx >> width && c == "C" && wx == "WX" && code >= 0x20 && code < 0x7F) {
      result[static_cast<char32_t>(code)] = width / 1000.0;
    }
  }
  return result;
}

std::optional<FontPair> pair(const std::string& name, const std::string& regular, const std::string& bold) {
  auto first = Font::open("/usr/share/fonts/" + regular);
  auto second = Font::open("/usr/share/fonts/" + bold);
  return first && second ? std::optional(FontPair{name, std::move(*first), std::move(*second)}) : std::nullopt;
}

}  // namespace

std::optional<Font> Font::open(const std::string& path) {
  if (!std::filesystem::exists(path)) {
    return std::nullopt;
  }
  const auto bytes = read_file(path);
  Font font;
  font.advance_ = path.ends_with(".afm") ? read_metrics(bytes) : read_open_type(bytes);
  return font;
}

std::optional<double> Font::width(std::string_view text, double size) const {
  double sum = 0.0;
  while (!text.empty()) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &code);
    const auto at = length > 0 ? advance_.find(static_cast<char32_t>(code)) : advance_.end();
    if (at == advance_.end()) {
      return std::nullopt;
    }
    sum += at->second;
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return sum * size;
}

const std::vector<FontPair>& usual_fonts() {
  static const std::vector<FontPair> fonts = [] {
    std::vector<FontPair> result;
    for (auto& found :
         {pair("DejaVu Sans", "truetype/dejavu/DejaVuSans.ttf", "truetype/dejavu/DejaVuSans-Bold.ttf"),
          pair("Liberation Sans", "truetype/liberation/LiberationSans-Regular.ttf",
               "truetype/liberation/LiberationSans-Bold.ttf"),
          pair("Nimbus Sans", "type1/urw-base35/NimbusSans-Regular.afm", "type1/urw-base35/NimbusSans-Bold.afm")}) {
      if (found) {
        result.push_back(*found);
      }
    }
    return result;
  }();
  return fonts;
}

}  // namespace entente::test
