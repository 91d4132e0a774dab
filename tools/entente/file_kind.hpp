// Tells files that hold no article from text, by their first bytes.
#pragma once

#include <string>
#include <string_view>

namespace entente::cli {

// Throws Error (BadFormat) that says what the file is and what to do, where it is a saved graph, JSON, a PDF, a
// picture, an archive, or bytes that are no text. Odd text passes.
void expect_text(std::string_view bytes, const std::string& path);

// Whether it begins as a saved graph does.
bool begins_as_graph(std::string_view bytes);

}  // namespace entente::cli
