// Reading for Python: articles from files as the command line takes them, and a pipeline that any thread may use.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/pipeline.hpp>
#include <entente/store/store.hpp>
#include <entente/text/article.hpp>

#include "articles.hpp"
#include "graph.hpp"

namespace entente::python {

// An article of text as it came; its format is told from its first bytes and from the ending of `source`.
Article article_of(std::string text, std::string id, std::string title, const std::optional<std::string>& date,
                   std::string source);

// What a reader should know of an article beside its graph: sentences, each with the article's name.
using Remarks = std::vector<std::string>;

// The articles of files and folders, one after the other; what a file may be, docs/cli.md says.
class Articles {
 public:
  // The date is of articles that come without; "" for none.
  Articles(std::vector<std::string> paths, std::string date);

  // The next article and what is lost of it, or nothing at the end. Throws Error for one that cannot be read; the next
  // call goes on after it.
  std::optional<std::pair<Article, Remarks>> next();

 private:
  cli::ArticleStream stream_;
};

// Built once, immutable.
class Reader {
 public:
  explicit Reader(const PipelineOptions& options);

  // The graph of one article; with its text, where that is kept for pages. `pause` is called every few hundred words.
  std::pair<Graph, Remarks> read(const Article& article, bool keep_text, const std::function<void()>& pause) const;
  // The same, ready for a store.
  std::pair<PackedArticle, Remarks> pack(const Article& article, const std::function<void()>& pause) const;

 private:
  std::pair<Analysis, Remarks> analyze(const Article& article, const std::function<void()>& pause) const;

  Pipeline pipeline_;
  std::string name_;  // what stores call it
};

}  // namespace entente::python
