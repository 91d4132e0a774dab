// Texts compressed by zlib, whose checksum detects damage.
#pragma once

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// Returns the size of the text as eight bytes, little-endian, then the text in zlib's format (RFC 1950).
std::string deflated(std::string_view text);

// Returns the text. Throws Error (BadFormat), with the file `where`, for bytes that deflated() did not make.
std::string inflated(std::string_view bytes, const std::string& where);

}  // namespace entente
