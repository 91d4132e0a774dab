// Any bytes as an article with markup: never an error, and a document that holds together. Some go the whole way, since
// titles, captions and lists are read otherwise than prose; not all, since the stages after the text take most of the
// time and have a target of their own (text_fuzz.cpp).
#pragma once

#include <cstddef>
#include <cstdint>

#include <entente/pipeline.hpp>
#include <entente/text/reader.hpp>

#include "fuzz/sound.hpp"

namespace entente::fuzz {

inline constexpr std::size_t MaxMarkupBytes = 4096;
inline constexpr std::size_t WholeWayTokens = 40;
inline constexpr std::size_t WholeWayShare = 16;  // one input in so many, by its length

inline void read_markup(ArticleFormat format, const std::uint8_t* data, std::size_t size) {
  static const Reader reader(Model::built_in("fast"));
  if (size > MaxMarkupBytes) {
    return;
  }
  Article article;
  article.format = format;
  article.text.assign(reinterpret_cast<const char*>(data), size);
  Document document = reader.read(article);
  check_document(document);
  if (size % WholeWayShare == 0 && document.tokens.size() <= WholeWayTokens) {
    check_layers(fast_pipeline().analyze(std::move(document)));
  }
}

}  // namespace entente::fuzz
