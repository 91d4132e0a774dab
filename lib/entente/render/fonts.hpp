// The font that is compiled in (DejaVu Sans, regular and bold), so that PNG and PDF look the same on every machine.
#pragma once

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// The family that Graphviz is asked for first. SVG and pages name what browsers have: see FontList.
inline constexpr std::string_view PrintedFontList = "DejaVu Sans,Liberation Sans,Arial,Helvetica,sans-serif";

// Makes the font known to fontconfig, from which Graphviz has its fonts: once in a process, beside what the machine
// has. Does nothing in a build without the font.
void offer_fonts();

// The different characters of clean text that the font lacks, in the order of the text; another font of the machine
// draws them, if there is one. Empty in a build without the font.
std::string letters_not_in_font(std::string_view text);

}  // namespace entente
