// entente query: who is connected to whom, asked of a saved graph or of an article.
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>

#include "answers.hpp"
#include "faults.hpp"
#include "filter_options.hpp"
#include "graph_input.hpp"
#include "graph_output.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "usage.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct QueryOptions {
  std::string graph;
  std::string relations;  // the user's own relation types, "" for none
  FilterOptions filter;
  std::string first;   // names of actors as the user typed them
  std::string second;  // may be empty
  unsigned depth = 1;
  bool in = false;
  bool out = false;  // neither, or both: either way
  PathOptions path;
  bool negated = true;
  std::string by = "pagerank";
  std::size_t top = 0;
  std::string output;  // of ego
  bool json = false;
};

using Options = std::shared_ptr<QueryOptions>;
using Answer = std::function<std::string(const Question&, const QueryOptions&)>;

std::string shown(Table table, const QueryOptions& options) {
  table.keep(options.top);
  return options.json ? table.json() : table.text(terminal());
}

Vertex first(const Question& ask, const QueryOptions& options) { return find_actor(ask.network, options.first); }
Vertex second(const Question& ask, const QueryOptions& options) { return find_actor(ask.network, options.second); }

std::vector<Edge> all_edges(const Question& ask) {
  std::vector<Edge> edges;
  for (auto [edge, end] = boost::edges(ask.network); edge != end; ++edge) {
    if (ask.matcher(*edge)) {
      edges.push_back(*edge);
    }
  }
  return edges;
}

std::vector<Edge> edges_of(const Question& ask, const QueryOptions& options) {
  if (!options.second.empty()) {
    return between(ask.network, first(ask, options), second(ask, options), ask.matcher);
  }
  const Vertex actor = first(ask, options);
  std::vector<Edge> edges;
  for (const Edge& edge : all_edges(ask)) {
    if (boost::source(edge, ask.network) == actor || boost::target(edge, ask.network) == actor) {
      edges.push_back(edge);
    }
  }
  return edges;
}

std::string no_relation(const Question& ask, const QueryOptions& options) {
  const std::string& name = ask.network[first(ask, options)].name;
  return options.second.empty()
             ? fmt::format("{} has no relations", name)
             : fmt::format("{} and {} have no relation", name, ask.network[second(ask, options)].name);
}

std::string answer_neighbors(const Question& ask, const QueryOptions& options) {
  const Direction direction = options.in == options.out ? Direction::Both : options.in ? Direction::In : Direction::Out;
  return shown(neighbors_table(ask, first(ask, options), {.depth = options.depth, .direction = direction}), options);
}

std::string answer_path(const Question& ask, const QueryOptions& options) {
  const Vertex from = first(ask, options);
  const Vertex to = second(ask, options);
  const Paths paths = find_paths(ask.network, from, to, ask.types, options.path, ask.matcher);
  return options.json ? paths_json(ask, paths, options.path) : paths_text(ask, paths, from, to, options.path);
}

// A graph is an answer that can be drawn and asked again.
std::string answer_ego(const Question& ask, const QueryOptions& options) {
  const Network part = ego(ask.network, first(ask, options), options.depth, ask.matcher);
  std::string format = choose_format("", options.output);
  if (options.json && format != "json" && !options.output.empty()) {
    throw Error(ErrorCode::Usage, options.output, fmt::format("--json writes json, the ending says {}", format));
  }
  format = options.json ? "json" : format;
  if (options.output.empty()) {
    return write_network(part, ask.types, format);
  }
  deliver(part, ask.types, options.output, format);
  return {};
}

// Two names of one actor would be answered as if nothing connected the two.
void expect_two_actors(const Network& network, const QueryOptions& options) {
  if (options.second.empty()) {
    return;
  }
  const Vertex actor = find_actor(network, options.first);
  if (actor == find_actor(network, options.second)) {
    throw Error(ErrorCode::Usage, "",
                fmt::format(R"("{}" and "{}" both mean {} ({}); name two actors)", options.first, options.second,
                            network[actor].name, network[actor].id));
  }
}

void run(const QueryOptions& options, const Answer& answer) {
  const RelationTypes types = open_types(options.relations);
  Faults faults("article");
  const std::unique_ptr<const Network> network = load_network(options.graph, faults);
  RelationFilter filter = filter_of(options.filter, *network);
  filter.negated = options.negated;
  const RelationMatcher matcher(*network, filter, types);
  expect_two_actors(*network, options);
  tell_namesakes(*network, options.first);
  tell_namesakes(*network, options.second);
  print(answer({*network, types, matcher}, options));
  faults.finish();
}

// Adds one question; returns its subcommand for what is its own.
CLI::App* add(CLI::App& query, const Options& options, Action& chosen, const std::string& name, const char* about,
              Answer answer) {
  CLI::App* const verb = query.add_subcommand(name, about);
  verb->add_flag("--json", options->json, "Print JSON");
  if (name != "path" && name != "ego") {
    add_number(*verb, "--top", options->top, "Print only the first so many rows; 0 for all");
  }
  add_filter_options(*verb, options->filter);
  verb->callback(
      [options, &chosen, answer = std::move(answer)] { chosen = [options, answer] { run(*options, answer); }; });
  return verb;
}

// What is said not to hold connects nobody, unless the user asks for it.
void add_negated(CLI::App& verb, const Options& options, const char* about) {
  CLI::Option* const negated = verb.add_flag("--negated")->description(about);
  verb.parse_complete_callback([options, negated] { options->negated = negated->count() > 0; });
}

void add_lists(CLI::App& query, const Options& options, Action& chosen) {
  add(query, options, chosen, "actors", "All actors, the most salient first",
      [](const Question& ask, const QueryOptions& o) { return shown(actors_table(ask), o); });
  add(query, options, chosen, "relations", "All relations, each with a sentence that says so",
      [](const Question& ask, const QueryOptions& o) {
        return shown(relations_table(ask, all_edges(ask), "no relations"), o);
      });
  const char* const count_denied = "Count what is said not to hold, too";
  add_negated(*add(query, options, chosen, "components", "Which actors are connected at all",
                   [](const Question& ask, const QueryOptions& o) {
                     return shown(members_table(ask, components(ask.network, ask.matcher)), o);
                   }),
              options, count_denied);
  add_negated(*add(query, options, chosen, "groups", "Which actors belong together: communities by modularity",
                   [](const Question& ask, const QueryOptions& o) {
                     return shown(members_table(ask, groups(ask.network, ask.matcher)), o);
                   }),
              options, count_denied);
  CLI::App* const ranking =
      add(query, options, chosen, "rank", "Who stands in the middle",
          [](const Question& ask, const QueryOptions& o) { return shown(rank_table(ask, *rank_by(o.by)), o); });
  ranking->add_option("--by", options->by, "pagerank, betweenness, degree or mentions")
      ->check(CLI::IsMember({"pagerank", "betweenness", "degree", "mentions"}));
  add_negated(*ranking, options, count_denied);
  add(query, options, chosen, "timeline", "What happened when", [](const Question& ask, const QueryOptions& o) {
    return shown(timeline_table(ask, o.first.empty() ? std::nullopt : std::optional(first(ask, o))), o);
  })->add_option("ACTOR", options->first, "Only of this actor");
}

void add_of_one(CLI::App& query, const Options& options, Action& chosen) {
  CLI::App* const near = add(query, options, chosen, "neighbors", "Who is related to an actor", answer_neighbors);
  near->add_option("ACTOR", options->first, "A name, alias or id")->required();
  add_number(*near, "--depth", options->depth, "Within so many relations", 1);
  near->add_flag("--out", options->out, "Only relations from it");
  near->add_flag("--in", options->in, "Only relations to it");
  near->add_flag("--both")->description("Relations from it and to it, as without --out and --in");
  CLI::App* const around = add(query, options, chosen, "ego", "An actor's surroundings, as a graph", answer_ego);
  around->add_option("ACTOR", options->first, "A name, alias or id")->required();
  add_number(*around, "--depth", options->depth, "Within so many relations", 1);
  around->add_option("-o,--output", options->output, "The file to write; its ending picks the format");
}

void add_of_two(CLI::App& query, const Options& options, Action& chosen) {
  const auto ends = [&](CLI::App* verb, bool both) {
    verb->add_option("A", options->first, "A name, alias or id")->required();
    verb->add_option("B", options->second, "A name, alias or id")->required(both);
    return verb;
  };
  ends(add(query, options, chosen, "between", "The relations between two actors",
           [](const Question& ask, const QueryOptions& o) {
             return shown(relations_table(ask, edges_of(ask, o), no_relation(ask, o)), o);
           }),
       true);
  ends(add(query, options, chosen, "common", "Who is related to both",
           [](const Question& ask, const QueryOptions& o) {
             return shown(common_table(ask, first(ask, o), second(ask, o)), o);
           }),
       true);
  ends(add(query, options, chosen, "evidence", "Where it is said: of one actor, or of two",
           [](const Question& ask, const QueryOptions& o) {
             return shown(evidence_table(ask, edges_of(ask, o), no_relation(ask, o)), o);
           }),
       false);
  CLI::App* const path = ends(add(query, options, chosen, "path", "How two actors are connected", answer_path), true);
  constexpr unsigned MostHops = 20;
  path->add_option("--max-hops", options->path.max_hops, "At most so many relations")->check(CLI::Range(1U, MostHops));
  path->add_flag("--all", options->path.all, "All paths that meet nobody twice, not only the best of the shortest");
  add_number(*path, "--most", options->path.most, "With --all, at most so many paths", 1);
  path->add_flag("--directed", options->path.directed, "Only along the direction of relations");
  add_negated(*path, options, "Along what is said not to hold, too");
}

constexpr const char* Examples = R"(
Examples:
  entente query graph.json neighbors putin
  entente query graph.json path lukashenko "Xi Jinping" --all --max-hops 3
  entente query summit.txt rank --by betweenness --json
      A graph, or an article that is read on the spot. Actors go by any of their names.)";

}  // namespace

void add_query(CLI::App& app, Action& chosen) {
  CLI::App* const query = app.add_subcommand("query", "Who is connected to whom, in a saved graph or in an article");
  const auto options = std::make_shared<QueryOptions>();
  query->add_option("GRAPH", options->graph, "A graph (.json), an article, a folder, or - for standard input")
      ->required();
  add_types_file(*query, options->relations);
  query->require_subcommand(0, 1);
  query->callback([query] {
    if (query->get_subcommands().empty()) {
      throw CLI::RequiredError("A question (query GRAPH actors, relations, path A B …)");
    }
  });
  query->footer(Examples);
  add_lists(*query, options, chosen);
  add_of_one(*query, options, chosen);
  add_of_two(*query, options, chosen);
}

}  // namespace entente::cli
