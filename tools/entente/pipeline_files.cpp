#include "pipeline_files.hpp"

#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>

#include "article_files.hpp"

namespace entente::cli {

namespace {

std::string content(const std::string& path) {
  if (path.find("://") != std::string::npos) {
    throw no_such_file(path);
  }
  return path.empty() ? std::string() : read_file(path);
}

}  // namespace

void add_pipeline_files(CLI::App& verb, PipelineFiles& files) {
  verb.add_option("--actors", files.actors, "A file of your own names and aliases")->type_name("FILE");
  verb.add_option("--relations", files.relations, "A file of your own relation types, predicates and corrections")
      ->type_name("FILE");
  verb.add_option("--model", files.model,
                  "accurate (the default), fast (six times as many words a second), or a model file")
      ->type_name("MODEL");
}

PipelineOptions open(const PipelineFiles& files) {
  PipelineOptions options;
  options.model = files.model;
  options.user_actors = content(files.actors);
  options.user_actors_name = files.actors;
  options.user_relations = content(files.relations);
  options.user_relations_name = files.relations;
  return options;
}

void add_relations_file(CLI::App& verb, std::string& path) {
  verb.add_option("--relations", path, "A file of your own relation types and corrections")->type_name("FILE");
}

OwnRelations open_relations(const std::string& path) {
  OwnRelations own{.file = path, .content = content(path), .types = {}, .corrections = {}};
  own.types = load_relation_types(own.content, path);
  own.corrections = corrections_among(own.content, path, own.types);
  return own;
}

}  // namespace entente::cli
