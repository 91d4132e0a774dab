#include "reading.hpp"

#include <entente/text/guess_format.hpp>

#include "remarks.hpp"
#include "store_adding.hpp"

namespace entente::python {

Article article_of(std::string text, std::string id, std::string title, const std::optional<std::string>& date,
                   std::string source) {
  Article article{
      .id = std::move(id), .title = std::move(title), .date = date.value_or(""), .source = std::move(source)};
  article.format = guess_format(article.source, text);
  article.text = std::move(text);
  return article;
}

Articles::Articles(std::vector<std::string> paths, std::string date)
    : stream_(cli::ArticleOptions{.inputs = std::move(paths), .date = std::move(date)}) {}

std::optional<std::pair<Article, Remarks>> Articles::next() {
  std::optional<cli::Incoming> incoming = stream_.next();
  if (!incoming) {
    return std::nullopt;
  }
  if (incoming->fault) {
    throw Error(*incoming->fault);
  }
  Remarks remarks;
  for (const Error& note : incoming->notes) {
    remarks.emplace_back(note.what());
  }
  return std::pair(std::move(incoming->article), std::move(remarks));
}

Reader::Reader(const PipelineOptions& options) : pipeline_(options), name_(cli::reader_of(options)) {}

std::pair<Analysis, Remarks> Reader::analyze(const Article& article, const std::function<void()>& pause) const {
  ReadOptions options;
  options.progress = [&](const ReadProgress& /*progress*/) { pause(); };
  std::pair<Analysis, Remarks> result{pipeline_.analyze(article, options), {}};
  Analysis& all = result.first;
  all.mention_scores = {};  // the largest layer, which the graph does not need
  if (const auto remark = cli::remark_on(all.document, article.format)) {
    result.second.push_back(all.document.id + ": " + *remark);
  }
  return result;
}

std::pair<Graph, Remarks> Reader::read(const Article& article, bool keep_text,
                                       const std::function<void()>& pause) const {
  auto [all, remarks] = analyze(article, pause);
  Network network = pipeline_.assemble(all);
  Graph::Documents kept;
  if (keep_text) {
    std::vector<Document> documents;
    documents.push_back(std::move(all.document));
    kept = std::make_shared<const std::vector<Document>>(std::move(documents));
  }
  return {Graph(std::move(network), std::move(kept)), std::move(remarks)};
}

std::pair<PackedArticle, Remarks> Reader::pack(const Article& article, const std::function<void()>& pause) const {
  auto [all, remarks] = analyze(article, pause);
  return {entente::pack(article, all.document, pipeline_.assemble(all), name_), std::move(remarks)};
}

}  // namespace entente::python
