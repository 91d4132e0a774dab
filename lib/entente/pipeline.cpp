// The story on one page: one line per stage.
#include <entente/pipeline.hpp>

#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/actors/resolver.hpp>
#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>
#include <entente/encoding/encoder.hpp>
#include <entente/graph/assemble.hpp>
#include <entente/graph/corrections.hpp>
#include <entente/mentions/mention_scorer.hpp>
#include <entente/model/model.hpp>
#include <entente/names/name_finder.hpp>
#include <entente/relations/reader.hpp>
#include <entente/syntax/parser.hpp>
#include <entente/tagging/tagger.hpp>
#include <entente/text/reader.hpp>

namespace entente::inline v0_1 {

namespace {

// The layers are held at once: 65 to 90 bytes for each byte of news, by the model, and up to 280 where every byte is a
// token. What is longer is not an article but a collection.
constexpr std::size_t MaxArticleBytes = std::size_t{16} << 20U;

// What errors call an article or its document.
template <typename Named>
const std::string& name_of(const Named& named) {
  return named.source.empty() ? named.id : named.source;
}

void check(const Article& article) {
  const std::string& where = name_of(article);
  if (article.text.size() > MaxArticleBytes) {
    throw Error(ErrorCode::BadFormat,
                {.file = where,
                 .problem = fmt::format("found an article of {} MB", article.text.size() >> 20U),
                 .expected = fmt::format("at most {} MB", MaxArticleBytes >> 20U),
                 .advice = "split it into articles, for example one on each line of a .jsonl file"});
  }
  if (!article.date.empty() && !calendar_day(article.date)) {
    throw Error(ErrorCode::BadFormat, {.file = where,
                                       .problem = fmt::format("found the date \"{}\"", article.date),
                                       .expected = "one like 2023-03-18"});
  }
}

// Throws where the caller does not want the reading to go on.
void check(const ReadOptions& options, const std::string& name) {
  if (options.stop.stop_requested()) {
    throw Error(ErrorCode::Cancelled, {.file = name, .problem = "the reading was stopped"});
  }
  if (options.deadline && std::chrono::steady_clock::now() >= *options.deadline) {
    throw Error(ErrorCode::DeadlineExceeded, {.file = name, .problem = "the reading was not finished by its deadline"});
  }
}

Model model_of(const PipelineOptions& options) {
  return options.model_bytes.empty() ? Model::open(options.model) : Model::view(options.model_bytes, options.model);
}

}  // namespace

struct Pipeline::Stages {
  Stages(const Model& model, const PipelineOptions& options)
      : reader(model),
        encoder(model),
        tagger(model),
        parser(model),
        name_tagger(model),
        mention_scorer(model),
        resolver(model, options.user_actors, options.user_actors_name),
        relation_reader(model, without_corrections(options.user_relations), options.user_relations_name),
        types(std::make_shared<const RelationTypes>(relation_reader.types())),
        corrections(corrections_among(options.user_relations, options.user_relations_name, *types)) {}

  Analysis analyze(Document document, const ReadOptions& options) const;

  Reader reader;
  Encoder encoder;
  Tagger tagger;
  Parser parser;
  NameTagger name_tagger;
  MentionScorer mention_scorer;
  Resolver resolver;
  RelationReader relation_reader;
  std::shared_ptr<const RelationTypes> types;  // of every network that it reads
  std::vector<Correction> corrections;         // by the user
};

Analysis Pipeline::Stages::analyze(Document document, const ReadOptions& options) const {
  Analysis all;
  all.document = std::move(document);
  std::vector<Tag> tags;
  Trees trees;
  NameScores scores;
  const std::size_t tokens = all.document.tokens.size();
  check(options, name_of(all.document));
  encoder.encode(all.document, [&](const Encoding& part) {
    const std::vector<Tag> next = tagger.tags(part, all.document);
    tags.insert(tags.end(), next.begin(), next.end());
    trees.append(parser.trees(all.document, part));
    scores.append(name_tagger.scores(part), part.tokens.size(), tokens);
    all.mention_scores.append(mention_scorer.score(part), tokens);
    if (options.progress) {
      options.progress({.sentences = part.sentences.end, .of = all.document.sentences.size()});
    }
    check(options, name_of(all.document));
  });
  all.tagging = tagger.tag(all.document, std::move(tags));
  all.syntax = parser.parse(all.document, all.tagging, std::move(trees));
  all.names = name_tagger.find(all.document, std::move(scores));
  check(options, name_of(all.document));
  all.actors = resolver.resolve(all.document, all.tagging, all.syntax, all.names, all.mention_scores);
  check(options, name_of(all.document));
  all.relations = relation_reader.read(all.document, all.tagging, all.syntax, all.actors, all.mention_scores);
  return all;
}

Pipeline::Pipeline(const PipelineOptions& options) : stages_(std::make_unique<Stages>(model_of(options), options)) {}
Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&& other) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&& other) noexcept = default;

Network Pipeline::read(const Article& article, const ReadOptions& options) const {
  Analysis all = analyze(article, options);
  all.mention_scores = {};  // the largest layer, which the graph does not need
  return assemble(all);
}

Network Pipeline::read(Article&& article, const ReadOptions& options) const {
  Analysis all = analyze(std::move(article), options);
  all.mention_scores = {};
  return assemble(all);
}

Network Pipeline::assemble(const Analysis& analysis) const {
  Network network = entente::assemble(analysis.document, analysis.actors, analysis.relations, relation_types());
  network.set_relation_types(stages_->types);
  correct(network, stages_->corrections, *stages_->types);
  return network;
}

Analysis Pipeline::analyze(const Article& article, const ReadOptions& options) const {
  check(article);
  check(options, name_of(article));
  return stages_->analyze(stages_->reader.read(article), options);
}

Analysis Pipeline::analyze(Article&& article, const ReadOptions& options) const {
  check(article);
  check(options, name_of(article));
  Document document = stages_->reader.read(article);
  article = {};
  return stages_->analyze(std::move(document), options);
}

Analysis Pipeline::analyze(Document document, const ReadOptions& options) const {
  return stages_->analyze(std::move(document), options);
}

const RelationTypes& Pipeline::relation_types() const { return *stages_->types; }

}  // namespace entente
