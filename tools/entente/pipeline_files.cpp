#include "pipeline_files.hpp"

#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>

namespace entente::cli {

void add_pipeline_files(CLI::App& verb, PipelineFiles& files) {
  verb.add_option("--actors", files.actors, "A file of your own names and aliases");
  verb.add_option("--relations", files.relations, "A file of your own relation types and predicates");
  verb.add_option("--model", files.model, "A model file to use instead of the one that is built in");
}

PipelineOptions open(const PipelineFiles& files) {
  PipelineOptions options;
  options.model_path = files.model;
  options.user_actors = files.actors.empty() ? std::string() : read_file(files.actors);
  options.user_relations = files.relations.empty() ? std::string() : read_file(files.relations);
  return options;
}

}  // namespace entente::cli
