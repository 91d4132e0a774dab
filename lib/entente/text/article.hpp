// The input of the pipeline: the bytes of one article and what is known about it.
#pragma once

#include <string>

#include <entente/base/dates.hpp>

namespace entente::inline v0_1 {

// The markup of an article's text.
enum class ArticleFormat { Text, Markdown, Html };

// Every member has a default, so that {.text = "…"} is a whole article.
struct Article {
  std::string id{};      // "" lets the reader make one from source or title
  std::string title{};   // "" lets the reader find it
  Date date{};           // "" lets the reader look for one
  std::string source{};  // path or address, for the graph's provenance
  std::string text{};    // bytes as they came
  ArticleFormat format = ArticleFormat::Text;
};

}  // namespace entente
