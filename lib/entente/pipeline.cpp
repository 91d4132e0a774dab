// The story on one page: one line per stage.
#include <entente/pipeline.hpp>

#include <utility>

#include <entente/graph/assemble.hpp>

namespace entente {

namespace {

Model open_model(const PipelineOptions& options) {
  return options.model_path.empty() ? Model::built_in() : Model::load(options.model_path);
}

}  // namespace

Pipeline::Pipeline(const PipelineOptions& options) : Pipeline(open_model(options), options) {}

Pipeline::Pipeline(const Model& model, const PipelineOptions& options)
    : reader_(model),
      encoder_(model),
      tagger_(model),
      parser_(model),
      name_tagger_(model),
      resolver_(options.user_actors),
      relation_reader_(options.user_relations) {}

Network Pipeline::read(const Article& article) const {
  const Analysis all = analyse(article);
  return assemble(all.document, all.actors, all.relations, relation_types());
}

Analysis Pipeline::analyse(const Article& article) const { return analyse(reader_.read(article)); }

Analysis Pipeline::analyse(Document document) const {
  Analysis all;
  all.document = std::move(document);
  all.encoding = encoder_.encode(all.document);
  all.tagging = tagger_.tag(all.document, all.encoding);
  all.syntax = parser_.parse(all.document, all.tagging, all.encoding);
  all.names = name_tagger_.find(all.document, all.encoding);
  all.actors = resolver_.resolve(all.document, all.tagging, all.syntax, all.names);
  all.relations = relation_reader_.read(all.document, all.tagging, all.syntax, all.actors);
  return all;
}

const RelationTypes& Pipeline::relation_types() const { return relation_reader_.types(); }

}  // namespace entente
