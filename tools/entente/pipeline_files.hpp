// The user's own files that verbs which read articles take.
#pragma once

#include <string>

#include <entente/pipeline.hpp>

namespace CLI {
class App;
}

namespace entente::cli {

struct PipelineFiles {
  std::string actors;              // a path, "" for none
  std::string relations;           // the same
  std::string model = "accurate";  // the name of a model that is compiled in, or a path
};

void add_pipeline_files(CLI::App& verb, PipelineFiles& files);

// Reads the files. Throws Error where one cannot be read.
PipelineOptions open(const PipelineFiles& files);

// For verbs that read no articles: the types that ship and the user's own, "" for none of these.
void add_types_file(CLI::App& verb, std::string& path);
// Throws Error where the file cannot be read.
RelationTypes open_types(const std::string& path);

}  // namespace entente::cli
