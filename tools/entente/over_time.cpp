// entente tally, timeline and diff: facts over time.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/graph/over_time.hpp>
#include <entente/graph/query.hpp>
#include <entente/render/timeline_picture.hpp>

#include "answers.hpp"
#include "faults.hpp"
#include "filter_options.hpp"
#include "graph_input.hpp"
#include "pipeline_files.hpp"
#include "store.hpp"
#include "store_input.hpp"
#include "table_output.hpp"
#include "usage.hpp"

namespace entente::cli {

namespace {

struct OverTimeOptions {
  std::string graph;
  std::string relations;
  std::string first;
  std::string second;
  std::string before;
  std::string after;
  FilterOptions filter;
  std::size_t top = 0;
  TableOptions table;
};

using Options = std::shared_ptr<OverTimeOptions>;

void show(Table table, const OverTimeOptions& options) {
  table.keep(options.top);
  deliver(table, options.table);
}

bool is_picture(const OverTimeOptions& options) { return options.table.output.ends_with(".svg"); }

std::optional<Vertex> named(const Network& network, const std::string& name) {
  return name.empty() ? std::nullopt : std::optional(chosen_actor(network, name));
}

void ask(const OverTimeOptions& options, const std::function<void(const Question&, const OverTimeOptions&)>& answer) {
  if (!is_picture(options)) {
    table_format(options.table);  // before anything is read
  }
  const OwnRelations own = open_relations(options.relations);
  Faults faults("article");
  std::string first = options.first;
  std::string second = options.second;
  const std::unique_ptr<const Network> network =
      asks_of_near(options.filter) ? load_around(options.graph, first, second, AroundRelations::OfActors, own, faults)
                                   : load_reading(options.graph, own, faults).network;
  const RelationTypes& types = network->relation_types();
  const RelationMatcher matcher(*network, filter_of(options.filter, *network, types), types);
  answer({*network, types, matcher, named(*network, first), named(*network, second)}, options);
  faults.finish();
}

// "visits 3 · visits (planned) 1", "2024-01 3 · 2024-02 1".
template <typename Map, typename Name>
Cell counts_cell(const Map& counts, const Name& name) {
  std::string shown;
  std::string json;
  for (const auto& [key, count] : counts) {
    shown += fmt::format("{}{} {}", shown.empty() ? "" : " · ", name(key), count);
    json += fmt::format("{}\"{}\": {}", json.empty() ? "" : ", ", name(key), count);
  }
  json = "{" + json + "}";
  return {shown, json, json};
}

void answer_tally(const Question& question, const OverTimeOptions& options) {
  const Network& network = question.network;
  const Vertex a = *question.first;
  const Vertex b = *question.second;
  Table table({"source", "type", "target", "reports", "articles", "statuses", "contradicted", "first", "last", "months",
               "sources"},
              fmt::format("{} and {} have no relation", network[a].name, network[b].name));
  for (const TallyRow& row : tally(network, a, b, question.matcher)) {
    const auto text = [](const std::string& key) { return key; };
    table.add({named_cell(network[row.source].name, network[row.source].id),
               text_cell(row.type),
               named_cell(network[row.target].name, network[row.target].id),
               whole_cell(row.reports),
               whole_cell(row.articles),
               counts_cell(row.statuses, [](Status status) { return std::string(status_name(status)); }),
               {row.contradicted ? "yes" : "", row.contradicted ? "true" : "false", row.contradicted ? "yes" : ""},
               text_cell(row.first),
               text_cell(row.last),
               counts_cell(row.months, text),
               counts_cell(row.sources, text)});
  }
  show(std::move(table), options);
}

void answer_timeline(const Question& question, const OverTimeOptions& options) {
  constexpr std::size_t UsualRows = 20;
  const Network& network = question.network;
  const std::optional<Vertex> actor = question.first;
  if (!is_picture(options)) {
    show(timeline_table(question, "nothing has a date; give one to articles without a date by build --date"), options);
    return;
  }
  write_file(options.table.output, render_timeline(network, question.types, timeline(network, actor, question.matcher),
                                                   {.rows = options.top == 0 ? UsualRows : options.top,
                                                    .heading = actor ? network[*actor].name : ""}));
}

std::string_view change_name(Change::Kind kind) {
  switch (kind) {
    case Change::Kind::New:
      return "new";
    case Change::Kind::Gone:
      return "gone";
    case Change::Kind::More:
      return "more";
    case Change::Kind::Less:
      break;
  }
  return "less";
}

void answer_diff(const Question& question, const OverTimeOptions& options) {
  const Network& network = question.network;
  Table table({"change", "source", "type", "target", "status", "before", "after", "text"},
              "nothing changed between the two periods");
  for (const Change& change :
       changes(network, period_of(options.before), period_of(options.after), question.first, question.matcher)) {
    const Relation& relation = network[change.edge];
    const Actor& source = network[boost::source(change.edge, network)];
    const Actor& target = network[boost::target(change.edge, network)];
    table.add({text_cell(change_name(change.kind)), named_cell(source.name, source.id),
               text_cell(is_untyped(relation.type) ? relation.predicate : relation.type),
               named_cell(target.name, target.id), text_cell(status_name(relation.status)), whole_cell(change.before),
               whole_cell(change.after), text_cell(relation.evidence.front().text)});
  }
  show(std::move(table), options);
}

CLI::App* add(CLI::App& app, const Options& options, Action& chosen, const char* name, const char* about,
              void (*answer)(const Question&, const OverTimeOptions&), const char* examples) {
  CLI::App* const verb = app.add_subcommand(name, about);
  verb->add_option("GRAPH", options->graph,
                   "A store, a graph (.json, .jsonl), an article, a folder, or - for standard input")
      ->required()
      ->type_name("FILE");
  add_table_options(*verb, options->table);
  add_number(*verb, "-n,--top", options->top, "Only the first N rows; 0 for all");
  add_filter_options(*verb, options->filter);
  add_relations_file(*verb, options->relations);
  verb->footer(examples);
  verb->callback([options, &chosen, answer] { chosen = [options, answer] { ask(*options, answer); }; });
  return verb;
}

}  // namespace

void add_over_time(CLI::App& app, Action& chosen) {
  const auto options = std::make_shared<OverTimeOptions>();
  CLI::App* const tallies = add(app, options, chosen, "tally",
                                "What the relations of two actors add up to, by type, status, month and source",
                                answer_tally, "\nExample:\n  entente tally news.db norway russia");
  tallies->add_option("A", options->first, "A name, alias or id")->required()->type_name("");
  tallies->add_option("B", options->second, "A name, alias or id")->required()->type_name("");
  CLI::App* const line =
      add(app, options, chosen, "timeline", "What happened when: as a table, JSON or a picture", answer_timeline,
          "\nExample:\n  entente timeline news.db \"Jonas Gahr Støre\" -o støre.svg");
  line->add_option("ACTOR", options->first, "Only of this actor")->type_name("");
  line->get_option("--output")
      ->description("The file to write; its ending picks the form: a picture (.svg), or as --format");
  CLI::App* const difference =
      add(app, options, chosen, "diff", "Which relations are new, gone, more or less often told in one of two periods",
          answer_diff, "\nExample:\n  entente diff news.db norway --before 2024-01..2024-03 --after 2024-04");
  difference->add_option("ACTOR", options->first, "Only of this actor")->type_name("");
  const char* const about = "A year, a month, a day, or two of these with .. between";
  difference->add_option("--before", options->before, about)->required()->type_name("PERIOD");
  difference->add_option("--after", options->after, about)->required()->type_name("PERIOD");
}

}  // namespace entente::cli
