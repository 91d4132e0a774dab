// Reads many articles on several threads; the results come in the order of the articles, and memory is bounded.
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

// The result for one article.
struct BatchItem {
  std::size_t index = 0;           // of the article, from 0
  std::string id;                  // the id that the caller gave the article; may be empty
  std::optional<Network> network;  // absent if the article could not be read
  std::optional<Error> error;      // why it could not be read
};

// How articles are read.
struct BatchOptions {
  unsigned threads = 0;    // 0 for one per processor
  std::stop_token stop{};  // once a stop is requested, by any thread, read_all ends with Error (Cancelled)
  std::optional<std::chrono::steady_clock::time_point>
      deadline{};  // afterwards read_all ends with Error (DeadlineExceeded)
};

// Returns the articles one by one, then nothing. Called by one thread at a time, but not always by the same.
using ArticleSource = std::function<std::optional<Article>()>;
// Receives the results in the order of the articles, in the thread that called read_all.
using NetworkSink = std::function<void(BatchItem)>;

// Reads every article that `next` returns and passes each result to `take`. Holds at most four articles per thread at a
// time. The results do not depend on the number of threads. An article that cannot be read gives an item with an error,
// and the others are read. Throws what `next` or `take` throws, and Error (Cancelled, DeadlineExceeded) after a stop or
// the deadline, which interrupt articles that are being read; `take` is not called again afterwards.
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
