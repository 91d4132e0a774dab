// entente merge: graphs of many articles → one.
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/graph/merge.hpp>

#include "drawing_options.hpp"
#include "faults.hpp"
#include "graph_input.hpp"
#include "graph_output.hpp"
#include "pipeline_files.hpp"
#include "store_input.hpp"
#include "verbs.hpp"
#include "who_file.hpp"

namespace entente::cli {

namespace {

struct MergeOptions {
  std::vector<std::string> graphs;
  OutputOptions output;
  DrawingOptions drawing;
  std::string relations;
  std::string joins;
  std::string who;
  bool parts = false;
  bool strict = false;
};

// A line for each person who was taken for another: article, name there, id, reason; with tabs between.
std::string joins_text(const std::vector<Join>& joins) {
  std::string text;
  for (const Join& join : joins) {
    text += fmt::format("{}\t{}\t{}\t{}\n", join.article, join.name, join.person, join.reason);
  }
  return text;
}

void run(const MergeOptions& options) {
  const std::vector<Target> targets = targets_of(options.output, "text");
  expect_pictures(options.drawing, targets);
  const bool before = options.parts || !options.who.empty();
  const std::optional<DecidedPersons> who = options.who.empty() ? std::nullopt : std::optional(read_who(options.who));
  const OwnRelations own = open_relations(options.relations);
  NetworkMerger merger(own.types, before ? MergePersons::IdentifiedBefore : MergePersons::Identified);
  Faults faults("graph", options.strict);
  for (const std::string& path : options.graphs) {
    for_each_graph(path, faults, [&](std::unique_ptr<Network> network) {
      if (who) {
        who->apply(*network);
      }
      merger.add(std::move(*network));
    });
  }
  faults.expect_some();
  auto network = std::make_unique<Network>(merger.finish());
  for (const std::string& path : options.graphs) {
    if (path != "-" && is_store(path)) {
      correct(*network, corrections_of(Store(path)), network->relation_types());
    }
  }
  correct(*network, own.corrections, network->relation_types());
  const Reading merged{std::move(network), {}};
  if (!options.joins.empty()) {
    write_file(options.joins, joins_text(merger.joins()));
  }
  deliver(merged, merged.network->relation_types(), options.drawing, targets);
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
      ->required()
      ->type_name("FILE");
  add_output_options(*verb, options->output, "a readable list is printed");
  CLI::Option* const joins =
      verb->add_option("--joins", options->joins,
                       "A file to write: which persons of which articles were taken for one, and why")
          ->type_name("FILE");
  verb->add_option("--who", options->who,
                   "Who is who, as entente identify wrote it of all the graphs; these may be a part of them")
      ->type_name("FILE")
      ->excludes(joins);
  verb->add_flag("--parts", options->parts, "The graphs are parts that merge --who made; persons keep their ids")
      ->excludes(joins);
  verb->add_flag("--strict", options->strict, "Stop at the first graph that cannot be read, instead of skipping it");
  add_relations_file(*verb, options->relations);
  add_drawing_options(*verb, options->drawing);
  verb->footer(Examples);
  verb->callback([options, &chosen] { chosen = [options] { run(*options); }; });
}

}  // namespace entente::cli
