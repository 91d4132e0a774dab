// What is wrong with a picture, measured on its SVG alone.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace entente::test {

// One line for each: an actor or a label that lies on another, a label off the page, more than 20 points from its
// line, or nearer to the line of another, a line under an actor that is not its end, a text that is wider than its box
// in one of the usual fonts, two texts of legend or title on one another.
std::vector<std::string> faults(std::string_view svg);

// How many pairs of lines of different actors cross.
std::size_t crossings(std::string_view svg);

}  // namespace entente::test
