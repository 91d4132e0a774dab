// Text for pictures: made harmless, measured, wrapped, and escaped for the languages that pictures are written in.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <entente/base/escape.hpp>

namespace entente::inline v0_1 {

enum class Weight : std::uint8_t { Regular, Bold };

// One line of valid UTF-8 without control characters, direction overrides, or white space at its ends: what XML, DOT
// and a reader can take. Bytes that are no UTF-8 become U+FFFD; runs of white space become one space.
std::string cleaned(std::string_view text);

// The width of clean text, in the unit of `size`: what the widest of the usual fonts (Helvetica, Arial, Liberation
// Sans, DejaVu Sans) needs. It asks no font of this machine, so the same network is laid out the same everywhere.
double text_width(std::string_view text, double size, Weight weight = Weight::Regular);

struct Wrapped {
  std::vector<std::string> lines;  // at least one
  bool shortened = false;          // the last line ends in "…"
};

struct WrapOptions {
  double width = 100.0;  // no line is wider
  double size = 10.0;
  Weight weight = Weight::Regular;
  std::size_t lines = 2;  // at most so many
};

// Breaks clean text between words (after a hyphen, or inside a word where it alone is too wide).
Wrapped wrapped(std::string_view text, const WrapOptions& options);

// The same number of lines, as narrow as they can be: no word stands alone in the last where others could join it.
Wrapped balanced(std::string_view text, WrapOptions options);

// The same without what XML cannot hold or what could turn the text around it; white space and all else stay.
std::string printable(std::string_view text);

// A quoted string of DOT that shows the text as it is: "\N" and "&lt;" are no escapes in it.
std::string quoted_dot(std::string_view text);
// The same for tooltips, which Graphviz reads twice: with two backslashes, "\N" would become the name of the node.
std::string quoted_tooltip(std::string_view text);

// The letters, digits and hyphens of a name, for ids and classes: "Côte d’Ivoire" → "C-te-d-Ivoire".
std::string xml_name(std::string_view text);

}  // namespace entente
