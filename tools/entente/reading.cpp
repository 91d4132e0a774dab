#include "reading.hpp"

#include <iterator>
#include <utility>

#include "remarks.hpp"

namespace entente::cli {

void NetworkCollector::add(std::unique_ptr<Network> network) {
  if (last_ != nullptr) {
    merger_.add(std::move(*last_));
    merged_ = true;
  }
  last_ = std::move(network);
}

std::unique_ptr<Network> NetworkCollector::finish() {
  if (last_ != nullptr && !merged_) {
    return std::move(last_);
  }
  if (last_ != nullptr) {
    merger_.add(std::move(*last_));
  }
  return std::make_unique<Network>(merger_.finish());
}

Remarked<Reading> read_one(const Article& article, const Pipeline& pipeline, const ReadingOptions& options) {
  Remarked<Reading> remarked;
  Reading& reading = remarked.result;
  auto all = pipeline.analyze(article);
  all.mention_scores = {};  // the largest layer, which the graph does not need
  reading.network = std::make_unique<Network>(pipeline.assemble(all));
  remarked.remark = remark_on(all.document, article.format);
  if (options.keep_documents) {
    reading.documents.push_back(std::move(all.document));
  }
  return remarked;
}

Reading read_all(ArticleStream& articles, const Pipeline& pipeline, Faults& faults, const ReadingOptions& options) {
  NetworkCollector networks(pipeline.relation_types());
  Reading all;
  read_each<Reading>(
      articles, options.jobs, faults, [&](const Article& article) { return read_one(article, pipeline, options); },
      [&](Reading reading) {
        networks.add(std::move(reading.network));
        std::move(reading.documents.begin(), reading.documents.end(), std::back_inserter(all.documents));
      });
  faults.expect_some();
  all.network = networks.finish();
  return all;
}

}  // namespace entente::cli
