#include "reading.hpp"

#include <iterator>
#include <utility>

#include <entente/graph/assemble.hpp>
#include <entente/graph/merge.hpp>

#include "remarks.hpp"

namespace entente::cli {

namespace {

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

Remarked<Reading> read_one(const Article& article, const Pipeline& pipeline, const ReadingOptions& options) {
  Remarked<Reading> remarked;
  Reading& reading = remarked.result;
  auto all = pipeline.analyse(article);
  all.readings = {};  // the largest layer, which the graph does not need
  reading.network =
      std::make_unique<Network>(assemble(all.document, all.actors, all.relations, pipeline.relation_types()));
  remarked.remark = remark_on(all.document, article.format);
  if (options.keep_documents) {
    reading.documents.push_back(std::move(all.document));
  }
  return remarked;
}

Reading read_all(ArticleStream& articles, const Pipeline& pipeline, Faults& faults, const ReadingOptions& options) {
  Collector all(pipeline.relation_types());
  read_each<Reading>(
      articles, options.jobs, faults, [&](const Article& article) { return read_one(article, pipeline, options); },
      [&](Reading reading) { all.add(std::move(reading)); });
  faults.expect_some();
  return all.finish();
}

}  // namespace entente::cli
