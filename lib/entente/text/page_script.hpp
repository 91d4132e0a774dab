// The text of an article that a page keeps for search engines, as JSON-LD in a script. Much of this JSON is broken, so
// single strings are taken out of it and the rest is never parsed.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include <entente/text/prose.hpp>

namespace entente::inline v0_1 {

// What stands between the quotation marks of the first `"key": "…"`, escapes as they are; empty where there is none.
std::string_view json_text(std::string_view json, std::string_view key);

// The same with its escapes and HTML references replaced, in one line.
std::string unescaped_json(std::string_view text);

// Writes such a text as paragraphs. It stands in the builder's source from `begin` on.
void write_json_text(ProseBuilder& builder, std::string_view text, std::size_t begin);

}  // namespace entente
