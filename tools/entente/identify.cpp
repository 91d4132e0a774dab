// entente identify: who is who in the graphs of many articles, for merges in parts.
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <CLI/CLI.hpp>

#include <entente/formats/json.hpp>
#include <entente/graph/person_register.hpp>

#include "faults.hpp"
#include "graph_input.hpp"
#include "output.hpp"
#include "verbs.hpp"
#include "who_file.hpp"

namespace entente::cli {

namespace {

struct IdentifyOptions {
  std::vector<std::string> graphs;
  std::string output;
  bool sightings = false;
  bool strict = false;
};

// Calls take for every graph; each is gone before the next is read.
void for_each(const IdentifyOptions& options, Faults& faults,
              const std::function<void(std::unique_ptr<Network>)>& take) {
  for (const std::string& path : options.graphs) {
    for_each_graph(path, faults, take);
  }
  faults.expect_some();
}

void write_sightings(const IdentifyOptions& options, Faults& faults) {
  Output output(options.output);
  for_each(options, faults, [&](std::unique_ptr<Network> network) {
    output.write(write_json(sightings_of(*network), JsonLayout::Line) + "\n");
  });
  output.finish();
}

void write_decisions(const IdentifyOptions& options, Faults& faults) {
  PersonRegister persons;
  for_each(options, faults, [&](std::unique_ptr<Network> network) { persons.add(*network); });
  Output output(options.output);
  for (const DecidedArticle& article : persons.decide()) {
    output.write(who_line(article));
  }
  output.finish();
}

void run(const IdentifyOptions& options) {
  Faults faults("graph", options.strict);
  options.sightings ? write_sightings(options, faults) : write_decisions(options, faults);
  faults.finish();
}

constexpr const char* Examples = R"(
Examples:
  entente identify monday.jsonl tuesday.jsonl -o who.jsonl
  entente merge --who who.jsonl monday.jsonl -o monday-part.jsonl
  entente merge --who who.jsonl tuesday.jsonl -o tuesday-part.jsonl
  entente merge --parts monday-part.jsonl tuesday-part.jsonl -o week.json
      The same as entente merge monday.jsonl tuesday.jsonl -o week.json, with parts that may be made anywhere.)";

}  // namespace

void add_identify(CLI::App& app, Action& chosen) {
  CLI::App* const verb =
      app.add_subcommand("identify", "Who is who in many graphs, so that they can be merged in parts");
  const auto options = std::make_shared<IdentifyOptions>();
  verb->add_option("GRAPH", options->graphs, "Graphs, files with a graph on each line, - for standard input")
      ->required()
      ->type_name("FILE");
  verb->add_option("-o,--output", options->output, "The file to write; standard output without it")->type_name("FILE");
  verb->add_flag("--sightings", options->sightings,
                 "Write what identify looks at in each graph, instead: smaller graphs, to be gathered in one place");
  verb->add_flag("--strict", options->strict, "Stop at the first graph that cannot be read, instead of skipping it");
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace entente::cli
