// Bytes in any encoding → UTF-8.
#pragma once

#include <string>
#include <string_view>

#include <entente/text/article.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

// The text of the bytes as valid UTF-8; never fails. Tries in this order: UTF-16 and UTF-32 by their byte order mark or
// by their zero bytes; UTF-8 if the bytes are valid or mostly valid; the encoding that a page declares; Windows-1252
// (and Latin-1, as far as texts use it) if accented letters are in words; the encoding that uchardet detects. Malformed
// parts become U+FFFD and are counted.
RepairedText to_utf8(std::string_view bytes, ArticleFormat format = ArticleFormat::Text);

// The same for an encoding that is declared outside the bytes, as by the header of a message; empty if it is not.
RepairedText to_utf8_from(std::string_view bytes, std::string_view charset, ArticleFormat format = ArticleFormat::Text);

// The encoding that a page declares in <meta charset>, <meta http-equiv> or an XML declaration; empty if it does not.
std::string_view declared_charset(std::string_view page);

}  // namespace entente
