// The options of verbs that write graphs and pictures: what of the graph, and how it looks.
#pragma once

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include <entente/render/render.hpp>

#include "actor_filter.hpp"
#include "filter_options.hpp"
#include "graph_output.hpp"
#include "reading.hpp"

namespace CLI {
class App;
class Option;
}  // namespace CLI

namespace entente::cli {

struct DrawingOptions {
  ActorFilter actors;
  FilterOptions relations;
  std::string around;  // an actor, as the user typed it
  unsigned depth = 1;
  std::optional<std::size_t> top;
  std::optional<std::size_t> lines;
  std::string engine = "dot";
  std::string theme = "auto";
  std::string page = "auto";
  std::string group = "none";
  std::string heading;
  std::vector<const CLI::Option*> of_pictures;  // those that mean nothing to other formats
};

void add_drawing_options(CLI::App& verb, DrawingOptions& options);

// Writes the part of the graph that is asked for to all targets; pages show the documents. Throws Error (Usage) where a
// picture's option is given and nothing is drawn, before anything is written.
void deliver(const Reading& reading, const RelationTypes& types, const DrawingOptions& options,
             std::span<const Target> targets);

// Throws that Error, before anything is read.
void expect_pictures(const DrawingOptions& options, std::span<const Target> targets);

// Whether any of the targets shows the text of the articles.
bool shows_documents(std::span<const Target> targets);

// Whether only a part of the graph is asked for.
bool asks_for_part(const DrawingOptions& options);

}  // namespace entente::cli
