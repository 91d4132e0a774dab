// The digest by which a page names the scripts and styles that it lets run.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente {

// SHA-256 as FIPS 180-4 defines it.
std::array<std::uint8_t, 32> sha256(std::string_view bytes);

// "sha256-…" in Base64: what Content Security Policy and subresource integrity expect.
std::string integrity(std::string_view bytes);

}  // namespace entente
