// The story on one page: one line per stage.
#include <entente/pipeline.hpp>

#include <utility>
#include <vector>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>
#include <entente/graph/assemble.hpp>

namespace entente {

namespace {

// The layers are held at once: some 65 bytes for each byte of news, up to 280 where every byte is a token. What is
// longer is not an article but a collection.
constexpr std::size_t MaxArticleBytes = std::size_t{16} << 20U;

void check(const Article& article) {
  const std::string& where = article.source.empty() ? article.id : article.source;
  if (article.text.size() > MaxArticleBytes) {
    throw Error(ErrorCode::BadFormat, where,
                fmt::format("an article of {} MB, where at most {} MB were expected; split it into articles, for "
                            "example one on each line of a .jsonl file",
                            article.text.size() >> 20U, MaxArticleBytes >> 20U));
  }
  if (article.date && !calendar_day(*article.date)) {
    throw Error(ErrorCode::BadFormat, where,
                fmt::format("found the date \"{}\"; expected one like 2023-03-18", *article.date));
  }
}

}  // namespace

Pipeline::Pipeline(const PipelineOptions& options) : Pipeline(Model::open(options.model), options) {}

Pipeline::Pipeline(const Model& model, const PipelineOptions& options)
    : reader_(model),
      encoder_(model),
      tagger_(model),
      parser_(model),
      name_tagger_(model),
      mention_reader_(model),
      resolver_(model, options.user_actors),
      relation_reader_(model, options.user_relations) {}

Pipeline::~Pipeline() = default;
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;

Network Pipeline::read(const Article& article) const {
  Analysis all = analyse(article);
  all.readings = {};  // the largest layer, which the graph does not need
  return assemble(all.document, all.actors, all.relations, relation_types());
}

Analysis Pipeline::analyse(const Article& article) const {
  check(article);
  return analyse(reader_.read(article));
}

Analysis Pipeline::analyse(Document document) const {
  Analysis all;
  all.document = std::move(document);
  std::vector<Tag> tags;
  Trees trees;
  NameScores scores;
  const std::size_t tokens = all.document.tokens.size();
  encoder_.encode(all.document, [&](const Encoding& part) {
    const std::vector<Tag> next = tagger_.tags(part);
    tags.insert(tags.end(), next.begin(), next.end());
    trees.append(parser_.trees(all.document, part));
    scores.append(name_tagger_.scores(part), part.tokens.size(), tokens);
    all.readings.append(mention_reader_.read(part), tokens);
  });
  all.tagging = tagger_.tag(all.document, std::move(tags));
  all.syntax = parser_.parse(all.document, all.tagging, std::move(trees));
  all.names = name_tagger_.find(all.document, std::move(scores));
  all.actors = resolver_.resolve(all.document, all.tagging, all.syntax, all.names, all.readings);
  all.relations = relation_reader_.read(all.document, all.tagging, all.syntax, all.actors, all.readings);
  return all;
}

const RelationTypes& Pipeline::relation_types() const { return relation_reader_.types(); }

}  // namespace entente
