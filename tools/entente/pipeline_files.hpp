// The user's own files that verbs which read articles take.
#pragma once

#include <string>
#include <vector>

#include <entente/graph/corrections.hpp>
#include <entente/pipeline.hpp>
#include <entente/relations/relation_types.hpp>

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

// What a user's relations file says to verbs that take graphs.
struct OwnRelations {
  std::string file;     // its path, "" for none
  std::string content;  // for reading an article on the spot
  RelationTypes types;  // those that ship and the user's own
  std::vector<Correction> corrections;
};

void add_relations_file(CLI::App& verb, std::string& path);
// Throws Error where the file cannot be read.
OwnRelations open_relations(const std::string& path);

}  // namespace entente::cli
