// Where nothing is drawn with fonts of the library's own: see fonts.hpp.
#include <entente/render/fonts.hpp>

namespace entente::inline v0_1 {

void offer_fonts() {}

std::string letters_not_in_font(std::string_view /*text*/) { return ""; }

}  // namespace entente
