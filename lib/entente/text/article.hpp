// The input of the pipeline: the bytes of one article and what is known about it.
#pragma once

#include <string>

#include <entente/base/dates.hpp>

namespace entente::inline v0_1 {

// The markup of the text of an article.
enum class ArticleFormat { Text, Markdown, Html };

// Every member has a default, so that {.text = "…"} is a whole article.
struct Article {
  std::string id{};      // if empty, the reader makes one from the source or the title
  std::string title{};   // if empty, the reader looks for it in the text
  Date date{};           // if empty, the reader looks for one in the text
  std::string source{};  // path or address, for the graph's provenance
  std::string text{};    // the bytes of the article in any encoding
  ArticleFormat format = ArticleFormat::Text;
};

}  // namespace entente
