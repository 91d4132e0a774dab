// Texts packed by zlib, whose check sum tells a damaged one.
#pragma once

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// The text in zlib's format (RFC 1950), before it its size as eight bytes, the lowest first.
std::string deflated(std::string_view text);

// The text again. Throws Error (BadFormat) for bytes that deflated() did not make. `where` names them in the error.
std::string inflated(std::string_view bytes, const std::string& where);

}  // namespace entente
