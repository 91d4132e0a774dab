// Articles → one network, and their documents where a page is to show them.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <entente/graph/merge.hpp>
#include <entente/graph/network.hpp>
#include <entente/in_order.hpp>
#include <entente/pipeline.hpp>
#include <entente/text/document.hpp>

#include "articles.hpp"
#include "faults.hpp"
#include "output.hpp"

namespace entente::cli {

// What `read` of read_each gives: what it made of an article, and what is to be said about the article.
template <typename Result>
struct Remarked {
  Result result;
  std::optional<std::string> remark{};
};

// Reads each article by `read`, on `jobs` threads, and takes the results in the order of the articles, whatever the
// jobs. What is no article, and what `read` throws, goes to the faults in the same order, and to `fault` where that is
// given; the others go on.
template <typename Result>
void read_each(ArticleStream& articles, unsigned jobs, Faults& faults,
               const std::function<Remarked<Result>(const Article&)>& read, const std::function<void(Result)>& take,
               const std::function<void(const Error&)>& fault = {}) {
  struct Outcome {
    Incoming incoming;
    std::optional<Remarked<Result>> result;
  };
  const auto work = [&](Incoming incoming) {
    Outcome outcome{std::move(incoming), std::nullopt};
    if (!outcome.incoming.fault) {
      try {
        outcome.result = read(outcome.incoming.article);
      } catch (...) {
        outcome.incoming.fault = current_error(name_of(outcome.incoming));
      }
    }
    outcome.incoming.article = {};
    return outcome;
  };
  Progress progress(articles.count().value_or(0));
  const auto emit = [&](Outcome outcome) {
    progress.step();
    for (const Error& note : outcome.incoming.notes) {
      faults.note(note);
    }
    if (outcome.incoming.fault) {
      faults.skip(*outcome.incoming.fault);
      if (fault) {
        fault(*outcome.incoming.fault);
      }
      return;
    }
    outcome.incoming.repeated ? faults.repeated() : faults.used();
    if (outcome.result->remark) {
      remark(name_of(outcome.incoming) + ": " + *outcome.result->remark);
    }
    report(name_of(outcome.incoming) + ": read");
    take(std::move(outcome.result->result));
  };
  InOrder<Incoming, Outcome>([&] { return articles.next(); }, work, emit).run(jobs);
}

// The network of some articles.
struct Reading {
  std::unique_ptr<Network> network;
  std::vector<Document> documents;  // in the order of the articles; empty where they were not to be kept
};

// Makes one network of several. A single one stays as it is, and is not taken apart to be merged.
class NetworkCollector {
 public:
  explicit NetworkCollector(const RelationTypes& types) : merger_(types, MergePersons::Identified) {}

  void add(std::unique_ptr<Network> network);
  // An empty network where nothing was added.
  std::unique_ptr<Network> finish();

 private:
  NetworkMerger merger_;
  std::unique_ptr<Network> last_;
  bool merged_ = false;
};

struct ReadingOptions {
  unsigned jobs = 1;            // threads
  bool keep_documents = false;  // they are larger than the network
};

// The same for any number of threads. What cannot be read goes to the faults; throws Told where nothing could.
Reading read_all(ArticleStream& articles, const Pipeline& pipeline, Faults& faults, const ReadingOptions& options = {});

// One article by itself.
Remarked<Reading> read_one(const Article& article, const Pipeline& pipeline, const ReadingOptions& options = {});

}  // namespace entente::cli
