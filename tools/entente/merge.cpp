// entente merge: graphs of many articles → one.
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <entente/graph/merge.hpp>

#include "graph_input.hpp"
#include "graph_output.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct MergeOptions {
  std::vector<std::string> graphs;
  std::string output;
  std::string format;
  std::string relations;
};

void run(const MergeOptions& options) {
  const std::string format = choose_format(options.format, options.output);
  const RelationTypes types = open_types(options.relations);
  NetworkMerger merger(types);
  for (const std::string& path : options.graphs) {
    for_each_graph(path, [&](Network&& network) { merger.add(std::move(network)); });
  }
  deliver(merger.finish(), types, options.output, format);
}

constexpr const char* Example = R"(
Example:
  entente merge monday.json tuesday.json -o week.json
      Also of .jsonl files with a graph on each line, as build --lines writes them. The order does not matter.)";

}  // namespace

void add_merge(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("merge", "Graphs of many articles become one; the same actors become one");
  const auto options = std::make_shared<MergeOptions>();
  verb->add_option("GRAPH", options->graphs, "Graphs (.json), files of a graph per line (.jsonl), - for standard input")
      ->required();
  verb->add_option("-o,--output", options->output, "The file to write; without it a readable list is printed");
  verb->add_option("--format", options->format, "The format, whatever the ending of the file");
  add_types_file(*verb, options->relations);
  verb->footer(Example);
  verb->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace entente::cli
