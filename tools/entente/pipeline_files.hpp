// The user's own files that verbs which read articles take.
#pragma once

#include <string>

#include <entente/pipeline.hpp>

namespace CLI {
class App;
}

namespace entente::cli {

// Paths; "" for none.
struct PipelineFiles {
  std::string actors;
  std::string relations;
  std::string model;
};

void add_pipeline_files(CLI::App& verb, PipelineFiles& files);

// Reads the files. Throws Error where one cannot be read.
PipelineOptions open(const PipelineFiles& files);

}  // namespace entente::cli
