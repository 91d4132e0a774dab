// The digest by which a page names the scripts and styles that it lets run.
#pragma once

#include <string>
#include <string_view>

namespace entente::inline v0_1 {

// "sha256-…" in Base64: what Content Security Policy and subresource integrity expect.
std::string integrity(std::string_view bytes);

}  // namespace entente
