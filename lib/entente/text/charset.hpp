// Bytes in whatever encoding → UTF-8.
#pragma once

#include <string>
#include <string_view>

#include <entente/text/article.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

// The text of the bytes as valid UTF-8; never fails. In this order: UTF-16 and UTF-32 by their byte order mark, or by
// their zero bytes; UTF-8 where the bytes are valid UTF-8 with more than ASCII; the encoding that a page declares;
// Windows-1252 (and Latin-1, as far as texts use it) where accents stand in words; what uchardet takes it for. What is
// malformed becomes U+FFFD and is counted.
RepairedText to_utf8(std::string_view bytes, ArticleFormat format = ArticleFormat::Text);

// The same where somebody else (the header of a message) declares the encoding.
RepairedText decoded(std::string_view bytes, std::string_view charset, ArticleFormat format = ArticleFormat::Text);

// The encoding that a page names in <meta charset>, <meta http-equiv> or an XML declaration; empty where it names none.
std::string_view declared_charset(std::string_view page);

}  // namespace entente
