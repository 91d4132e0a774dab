// Digests by which a web page lists the scripts and style sheets that a browser may use.
#pragma once

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// "sha256-" and the SHA-256 of the bytes in Base64, as Content Security Policy and subresource integrity expect.
std::string integrity_digest(std::string_view bytes);

}  // namespace entente
