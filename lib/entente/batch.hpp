// Many articles → their networks, on many threads, in the order of the articles and with bounded memory.
//
//   entente::NetworkMerger merger;
//   entente::read_all(pipeline, entente::articles_of(articles), [&](entente::BatchItem item) {
//     if (item.network) {
//       merger.add(std::move(*item.network));
//     }
//   });
//   const entente::Network all = merger.finish();
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <iterator>
#include <optional>
#include <stop_token>
#include <string>
#include <utility>

#include <entente/base/error.hpp>
#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/pipeline.hpp>
#include <entente/text/article.hpp>

namespace entente::inline v0_1 {

// What became of one article.
struct BatchItem {
  std::size_t index = 0;           // of the article, from 0
  std::string id;                  // that the article was given; may be empty
  std::optional<Network> network;  // absent where the article could not be read
  std::optional<Error> error;      // why it could not
};

// How many articles are read.
struct BatchOptions {
  unsigned threads = 0;    // 0 for as many as there are processors
  std::stop_token stop{};  // once a stop is requested, by any thread, read_all ends with Error (Cancelled)
  std::optional<std::chrono::steady_clock::time_point> deadline{};  // later it ends with Error (DeadlineExceeded)
};

// Gives one article after the other, then none. Called by one thread at a time, not always the same.
using ArticleSource = std::function<std::optional<Article>()>;
// Takes one result after the other, in the order of the articles; called by the thread that called read_all.
using NetworkSink = std::function<void(BatchItem)>;

// Reads every article that `next` gives and hands each result to `take`. No more than four articles for each thread are
// held at a time, whatever their number. The same results for any number of threads. An article that cannot be read
// is an item with an error, and the others go on; what `next` or `take` throws ends the work and is thrown again. So
// does a stop or the deadline, in the middle of articles: what was taken before is whole, and `take` is not called
// again.
ENTENTE_EXPORT void read_all(const Pipeline& pipeline, const ArticleSource& next, const NetworkSink& take,
                             const BatchOptions& options = {});

// The articles of a range, as copies. The range must outlive the source.
template <typename Range>
ArticleSource articles_of(const Range& articles) {
  return [at = std::begin(articles), end = std::end(articles)]() mutable -> std::optional<Article> {
    return at == end ? std::nullopt : std::optional<Article>(*at++);
  };
}

}  // namespace entente
