// Reads the text of an article that a page has for search engines, as JSON-LD in a script. Much of this JSON is
// malformed, so single strings are extracted from it and the rest is not parsed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <entente/text/prose.hpp>

namespace entente::inline v0_1 {

// The value of the first `"key": "…"`, with its escapes; empty if there is none. A view into `json`.
std::string_view find_json_string(std::string_view json, std::string_view key);

// A value with its escapes and HTML references replaced, on one line.
std::string unescaped_json(std::string_view text);

// Writes such a value as paragraphs. It begins at byte `begin` of the source of the builder.
void write_json_text(ProseBuilder& builder, std::string_view text, std::size_t begin);

}  // namespace entente
