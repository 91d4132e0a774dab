// The fonts of printed pictures (PNG, PDF): those that the package brings, not what the machine happens to have.
#pragma once

#include <string>

namespace entente::python {

// The folder of the fonts and of fonts.conf, which tells fontconfig of them; it is read when the first picture is
// printed.
void use_fonts(const std::string& folder);

// Before a picture is printed. Without a folder, or where it cannot be used, the system's fonts stay.
void load_fonts();

}  // namespace entente::python
