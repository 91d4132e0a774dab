// entente merge: graphs of many articles → one.
#include <memory>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>

#include <entente/graph/merge.hpp>

#include "faults.hpp"
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
  bool strict = false;
};

void run(const MergeOptions& options) {
  const std::string format = choose_format(options.format, options.output);
  const RelationTypes types = open_types(options.relations);
  NetworkMerger merger(types);
  Faults faults("graph", options.strict);
  for (const std::string& path : options.graphs) {
    for_each_graph(path, faults, [&](Network&& network) { merger.add(std::move(network)); });
  }
  faults.expect_some();
  deliver(merger.finish(), types, options.output, format);
  faults.finish();
}

constexpr const char* Examples = R"(
Examples:
  entente merge monday.json tuesday.json -o week.json
      Also of files with a graph on each line, as build --lines writes them. The order does not matter.
  entente build --lines articles.jsonl | entente merge - -o week.json)";

}  // namespace

void add_merge(CLI::App& app, Action& chosen) {
  CLI::App* const verb = app.add_subcommand("merge", "Graphs of many articles become one; the same actors become one");
  const auto options = std::make_shared<MergeOptions>();
  verb->add_option("GRAPH", options->graphs, "Graphs, files with a graph on each line, - for standard input")
      ->required();
  verb->add_option("-o,--output", options->output, "The file to write; without it a readable list is printed");
  verb->add_option("--format", options->format, "The format, whatever the ending of the file");
  verb->add_flag("--strict", options->strict, "Stop at the first graph that cannot be read, instead of skipping it");
  add_types_file(*verb, options->relations);
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace entente::cli
