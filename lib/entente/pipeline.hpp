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
//       fmt::print("{} {} {}\n", source.name, network[*edge].type, target.name);
//     }
//   }
#pragma once

#include <string>

#include <entente/actors/resolver.hpp>
#include <entente/encoding/encoder.hpp>
#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/mentions/mention_reader.hpp>
#include <entente/names/name_finder.hpp>
#include <entente/relations/reader.hpp>
#include <entente/syntax/parser.hpp>
#include <entente/tagging/tagger.hpp>
#include <entente/text/reader.hpp>

namespace entente {

struct PipelineOptions {
  std::string model = "accurate";  // or "fast", both of which are compiled in, or the path of a model file
  std::string user_actors{};       // content of an actors file, "" for none
  std::string user_relations{};    // content of a relations file, "" for none
};

// Everything that the stages saw but the encoding, which lives part by part; for `explain` and for tests.
struct Analysis {
  Document document;
  Tagging tagging;
  Syntax syntax;
  Names names;
  Readings readings;
  Actors actors;
  Relations relations;
};

// Built once (tens of milliseconds), immutable after: one pipeline may serve many threads.
class ENTENTE_EXPORT Pipeline {
 public:
  // Throws Error where the model or the user's files cannot be used.
  explicit Pipeline(const PipelineOptions& options = {});
  ~Pipeline();
  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;

  // The whole way. Text is never an error: odd prose gives fewer findings. Only an article of more than 16 MB is
  // refused (Error, BadFormat): it would take gigabytes of memory.
  Network read(const Article& article) const;
  // The same, with every layer kept.
  Analysis analyse(const Article& article) const;
  // From a document whose sentences and words are given (a treebank): the stages after the text.
  Analysis analyse(Document document) const;

  const RelationTypes& relation_types() const;

 private:
  Pipeline(const Model& model, const PipelineOptions& options);

  Reader reader_;
  Encoder encoder_;
  Tagger tagger_;
  Parser parser_;
  NameTagger name_tagger_;
  MentionReader mention_reader_;
  Resolver resolver_;
  RelationReader relation_reader_;
};

}  // namespace entente
