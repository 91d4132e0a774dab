#include "reading.hpp"

#include <cstddef>
#include <functional>
#include <iterator>
#include <string>
#include <unordered_map>
#include <utility>

#include <entente/base/error.hpp>
#include <entente/graph/assemble.hpp>
#include <entente/graph/merge.hpp>

#include "in_order.hpp"
#include "output.hpp"

namespace entente::cli {

namespace {

// Articles that say their id must not share it, or their mentions could not be told apart. The same article twice is
// none the worse.
class Ids {
 public:
  void check(const Article& article) {
    if (article.id.empty()) {
      return;
    }
    const std::size_t text = std::hash<std::string>{}(article.text);
    const auto [at, fresh] = texts_.emplace(article.id + '\n' + article.source, text);
    if (!fresh && at->second != text) {
      throw Error(ErrorCode::BadFormat, article.id,
                  "two articles have this id; give each its own, or none, and they are numbered");
    }
  }

 private:
  std::unordered_map<std::string, std::size_t> texts_;  // hashes, by id and source
};

// Merges all networks but a single one, which stays as it is.
class Collector {
 public:
  explicit Collector(const RelationTypes& types) : merger_(types) {}

  void add(Reading reading) {
    if (last_ != nullptr) {
      merger_.add(std::move(*last_));
      merged_ = true;
    }
    last_ = std::move(reading.network);
    std::move(reading.documents.begin(), reading.documents.end(), std::back_inserter(documents_));
  }

  Reading finish() {
    Reading all;
    all.documents = std::move(documents_);
    if (last_ != nullptr && !merged_) {
      all.network = std::move(last_);
      return all;
    }
    if (last_ != nullptr) {
      merger_.add(std::move(*last_));
    }
    all.network = std::make_unique<Network>(merger_.finish());
    return all;
  }

 private:
  NetworkMerger merger_;
  std::unique_ptr<Network> last_;
  std::vector<Document> documents_;
  bool merged_ = false;
};

}  // namespace

Reading read_one(const Article& article, const Pipeline& pipeline, const ReadingOptions& options) {
  Reading reading;
  auto all = pipeline.analyse(article);
  reading.network =
      std::make_unique<Network>(assemble(all.document, all.actors, all.relations, pipeline.relation_types()));
  if (options.keep_documents) {
    reading.documents.push_back(std::move(all.document));
  }
  return reading;
}

Reading read_all(ArticleStream& articles, const Pipeline& pipeline, const ReadingOptions& options) {
  Collector all(pipeline.relation_types());
  Progress progress(articles.count().value_or(0));
  Ids ids;
  const auto next = [&] {
    auto article = articles.next();
    if (article) {
      ids.check(*article);
    }
    return article;
  };
  InOrder<Article, Reading> work(
      next, [&](const Article& article) { return read_one(article, pipeline, options); },
      [&](Reading reading) {
        progress.step();
        all.add(std::move(reading));
      });
  work.run(options.jobs);
  return all.finish();
}

}  // namespace entente::cli
