// How wide text is in a font file: read from the file itself, so that the widths that the library assumes are checked
// against somebody else's.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

class Font {
 public:
  // TrueType or OpenType (.ttf, .otf: tables cmap, hmtx), or Adobe's metrics (.afm). Nothing where there is no such
  // file. Throws std::runtime_error where it cannot be read.
  static std::optional<Font> open(const std::string& path);

  // Of UTF-8, in the unit of `size`; nothing where the font lacks a character (another font will draw it).
  std::optional<double> width(std::string_view text, double size) const;

 private:
  std::map<char32_t, double> advance_;  // in ems
};

struct FontPair {
  std::string name;
  Font regular;
  Font bold;
};

// Those of DejaVu Sans, Liberation Sans (as wide as Arial) and Nimbus Sans (as wide as Helvetica) that are installed.
const std::vector<FontPair>& usual_fonts();

}  // namespace entente::test
