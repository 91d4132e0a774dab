// entente draw: a saved graph, or an article, → a picture, or the part of the graph that it shows.
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include "drawing_options.hpp"
#include "faults.hpp"
#include "graph_input.hpp"
#include "graph_output.hpp"
#include "pipeline_files.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct DrawOptions {
  std::string graph;
  OutputOptions output;
  DrawingOptions drawing;
  std::string relations;
};

void run(const DrawOptions& options) {
  const std::vector<Target> targets = targets_of(options.output, "svg");
  expect_pictures(options.drawing, targets);
  const OwnRelations own = open_relations(options.relations);
  Faults faults("article");
  const Reading reading = load_reading(options.graph, own, faults, {.keep_documents = shows_documents(targets)});
  deliver(reading, reading.network->relation_types(), options.drawing, targets);
  faults.finish();
}

constexpr const char* Examples = R"(
Examples:
  entente draw graph.json -o graph.svg --top 15
  entente draw graph.json -o putin.png --around putin --depth 2 --family conflict
  entente draw graph.json -o people.json --kind person --connected
      Formats that are no pictures get the same part of the graph.)";

}  // namespace

void add_draw(CLI::App& app, Action& chosen) {
  CLI::App* const verb =
      app.add_subcommand("draw", "A graph becomes a picture: SVG, PNG, PDF or DOT, or a page (HTML)");
  const auto options = std::make_shared<DrawOptions>();
  verb->add_option("GRAPH", options->graph,
                   "A graph (.json, .jsonl), a store, an article, a folder, or - for standard input")
      ->required()
      ->type_name("FILE");
  add_output_options(*verb, options->output, "SVG is printed");
  add_relations_file(*verb, options->relations);
  add_drawing_options(*verb, options->drawing);
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace entente::cli
