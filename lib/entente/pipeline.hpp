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

// What a pipeline is built from. The defaults need no file.
struct PipelineOptions {
  std::string model = "accurate";  // or "fast", both of which are compiled in, or the path of a model file
  // The bytes of a model file, which win over `model` where there are any. They are not copied: they must outlive the
  // pipeline. `model` names them in errors.
  std::span<const std::byte> model_bytes{};
  std::string user_actors{};                           // content of an actors file, "" for none
  std::string user_relations{};                        // content of a relations file, "" for none
  std::string user_actors_name = "actors file";        // what errors call the first: its path
  std::string user_relations_name = "relations file";  // what errors call the second
};

// How far a reading is: sentences that the model has read. The stages after it take a small part of the time.
struct ReadProgress {
  std::size_t sentences = 0;  // read so far
  std::size_t of = 0;         // in the article
};

// How one article is read. Stop and deadline are looked at after every group of sentences, that is every few hundred
// words, and after every stage.
struct ReadOptions {
  std::stop_token stop{};  // once a stop is requested, by any thread, the reading ends with Error (Cancelled)
  std::optional<std::chrono::steady_clock::time_point> deadline{};  // later it ends with Error (DeadlineExceeded)
  // Called by the thread that reads, after every group of sentences, that is every few hundred words. What it throws
  // ends the reading and is thrown again.
  std::function<void(const ReadProgress&)> progress{};
};

// Built once (tens of milliseconds), immutable after: one pipeline may serve many threads.
class ENTENTE_EXPORT Pipeline {
 public:
  // Throws Error where the model or the user's files cannot be used.
  explicit Pipeline(const PipelineOptions& options = {});
  ~Pipeline();
  Pipeline(Pipeline&& other) noexcept;
  Pipeline& operator=(Pipeline&& other) noexcept;

  // The whole way: the actors of the article and what they do to each other. Text is never an error: odd prose gives
  // fewer findings. Throws Error (BadFormat) for an article of more than 16 MB, which would take gigabytes of memory,
  // and for a date that is none; Error (Cancelled, DeadlineExceeded) as the options ask.
  Network read(const Article& article, const ReadOptions& options = {}) const;
  // The same for an article that is not needed any more: its memory is freed once its text is read.
  Network read(Article&& article, const ReadOptions& options = {}) const;
  // The same, with every layer kept.
  Analysis analyze(const Article& article, const ReadOptions& options = {}) const;
  // The same for an article that is not needed any more.
  Analysis analyze(Article&& article, const ReadOptions& options = {}) const;
  // From a document whose sentences and words are given (a treebank): the stages after the text.
  Analysis analyze(Document document, const ReadOptions& options = {}) const;

  // The network of what analyze gave: the same as read gives.
  Network assemble(const Analysis& analysis) const;

  // The types that its relations have: those that ship and the user's own.
  const RelationTypes& relation_types() const;

 private:
  struct Stages;
  std::unique_ptr<const Stages> stages_;
};

}  // namespace entente
