// Article in, network out. This is the class that programs use.
//
//   #include <entente/entente.hpp>
//
//   int main() {
//     const entente::Pipeline pipeline;
//     const entente::Network network = pipeline.read({.text = "Xi Jinping met Vladimir Putin in Moscow."});
//     for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
//       const auto& source = network[boost::source(*edge, network)];
//       const auto& target = network[boost::target(*edge, network)];
//       std::cout << source.name << " " << network[*edge].type << " " << target.name << "\n";
//     }
//   }
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>
#include <string>

#include <entente/analysis.hpp>
#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/text/article.hpp>

namespace entente::inline v0_1 {

// The settings of a pipeline. The defaults need no files.
struct PipelineOptions {
  std::string model = "accurate";  // or "fast", which are compiled in, or the path of a model file
  // The bytes of a model file, used instead of `model` unless empty. They are not copied and must outlive the pipeline.
  // Errors call them by `model`.
  std::span<const std::byte> model_bytes{};
  std::string user_actors{};                           // content of an actors file, "" for none
  std::string user_relations{};                        // content of a relations file, "" for none
  std::string user_actors_name = "actors file";        // the name of the first in errors: its path
  std::string user_relations_name = "relations file";  // the name of the second in errors
};

// The progress of reading an article: the sentences that the model has read. The later stages take little time.
struct ReadProgress {
  std::size_t sentences = 0;  // read so far
  std::size_t of = 0;         // in the article
};

// How one article is read. Stop and deadline are checked after every group of sentences (a few hundred words) and after
// every stage.
struct ReadOptions {
  std::stop_token stop{};  // after a request to stop, reading ends with Error (Cancelled)
  std::optional<std::chrono::steady_clock::time_point>
      deadline{};  // afterwards reading ends with Error (DeadlineExceeded)
  // Called in the reading thread after every group of sentences (a few hundred words). An exception of it ends the
  // reading and is passed on.
  std::function<void(const ReadProgress&)> progress{};
};

// Takes tens of milliseconds to build. Immutable afterwards: one pipeline may serve many threads.
class ENTENTE_EXPORT Pipeline {
 public:
  // Throws Error if the model or a user's file cannot be used.
  explicit Pipeline(const PipelineOptions& options = {});
  ~Pipeline();
  Pipeline(Pipeline&& other) noexcept;
  Pipeline& operator=(Pipeline&& other) noexcept;

  // Reads an article: its actors and the relations between them. Text is never an error; odd prose gives fewer
  // findings. Throws Error: BadFormat for an article of more than 16 MB, which would take gigabytes of memory, and for
  // a date that is not a day (see Date); Cancelled or DeadlineExceeded as the options say.
  Network read(const Article& article, const ReadOptions& options = {}) const;
  // The same for an article that is no longer needed: its memory is freed once its text is read.
  Network read(Article&& article, const ReadOptions& options = {}) const;
  // Returns the results of all stages.
  Analysis analyze(const Article& article, const ReadOptions& options = {}) const;
  // The same for an article that is no longer needed.
  Analysis analyze(Article&& article, const ReadOptions& options = {}) const;
  // Runs the stages after the text on a document with given sentences and words, such as a treebank.
  Analysis analyze(Document document, const ReadOptions& options = {}) const;

  // The network of an analysis, the same as read returns.
  Network assemble(const Analysis& analysis) const;

  // The types that relations may have: the shipped ones and the user's.
  const RelationTypes& relation_types() const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace entente
