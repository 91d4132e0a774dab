// Bytes as text (RFC 4648, section 4).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace entente::cli {

// The bytes; nothing where the text is not base64. Padding may be missing; line breaks are an error.
std::optional<std::string> from_base64(std::string_view text);

}  // namespace entente::cli
