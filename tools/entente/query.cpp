// entente query: who is connected to whom, asked of a saved graph or of an article.
#include <algorithm>
#include <array>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/error.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>

#include "actor_filter.hpp"
#include "answers.hpp"
#include "faults.hpp"
#include "filter_options.hpp"
#include "graph_input.hpp"
#include "graph_output.hpp"
#include "output.hpp"
#include "pipeline_files.hpp"
#include "store_input.hpp"
#include "table_output.hpp"
#include "usage.hpp"
#include "verbs.hpp"

namespace entente::cli {

namespace {

struct QueryOptions {
  std::string graph;
  std::string relations;  // a file of the user's own, "" for none
  FilterOptions filter;
  ActorFilter actors;
  std::string first;   // names of actors as the user typed them
  std::string second;  // may be empty
  unsigned depth = 1;
  bool in = false;
  bool out = false;  // neither, or both: either way
  PathOptions path;
  bool negated = true;
  std::string by = "pagerank";
  std::size_t top = 0;
  TableOptions table;
  OutputOptions part;  // of ego
};

using Options = std::shared_ptr<QueryOptions>;
// Prints the answer.
using Answer = std::function<void(const Question&, const QueryOptions&)>;

void print_rows(Table table, const QueryOptions& options) {
  table.keep(options.top);
  deliver(table, options.table);
}

std::vector<Edge> edges_of(const Question& ask) {
  if (ask.second) {
    return between(ask.network, *ask.first, *ask.second, ask.matcher);
  }
  std::vector<Edge> edges;
  for (auto [edge, end] = boost::edges(ask.network); edge != end; ++edge) {
    const bool of_first = !ask.first || boost::source(*edge, ask.network) == *ask.first ||
                          boost::target(*edge, ask.network) == *ask.first;
    if (of_first && ask.matcher(*edge)) {
      edges.push_back(*edge);
    }
  }
  return edges;
}

std::string no_relation(const Question& ask) {
  if (!ask.first) {
    return "no relations";
  }
  const std::string& name = ask.network[*ask.first].name;
  return !ask.second ? fmt::format("{} has no relations", name)
                     : fmt::format("{} and {} have no relation", name, ask.network[*ask.second].name);
}

// Why nothing is in the timeline.
std::string no_days(const Question& ask) {
  return edges_of(ask).empty() ? no_relation(ask)
                               : "nothing has a date; give one to articles without a date by build --date";
}

void answer_neighbors(const Question& ask, const QueryOptions& options) {
  const Direction direction = options.in == options.out ? Direction::Both : options.in ? Direction::In : Direction::Out;
  print_rows(neighbors_table(ask, *ask.first, {.depth = options.depth, .direction = direction}), options);
}

void answer_path(const Question& ask, const QueryOptions& options) {
  const Paths paths = find_paths(ask.network, *ask.first, *ask.second, ask.types, options.path, ask.matcher);
  const std::string format = table_format(options.table);
  if (format == "text") {
    deliver(paths_text(ask, paths, options.path, terminal_of(options.table)), options.table);
  } else if (format == "json") {
    deliver(paths_json(ask, paths, options.path), options.table);
  } else {
    deliver(paths_table(ask, paths), options.table);
  }
}

// A graph is an answer that can be drawn and asked again.
void answer_ego(const Question& ask, const QueryOptions& options) {
  OutputOptions wanted = options.part;
  if (options.table.json) {
    for (const Target& target : targets_of(wanted, "json")) {
      if (target.format != "json") {
        throw Error(ErrorCode::Usage, target.path,
                    fmt::format("--json writes json, the ending says {}", target.format));
      }
    }
    wanted.format = "json";
  }
  const Network part = ego(ask.network, *ask.first, options.depth, ask.matcher);
  for (const Target& target : targets_of(wanted, "text")) {
    deliver(part, ask.types, target.path, target.format);
  }
}

std::optional<Vertex> named(const Network& network, const std::string& name) {
  return name.empty() ? std::nullopt : std::optional(chosen_actor(network, name));
}

// Refuses two names of one actor, for which every answer would be empty.
void expect_two_actors(const Question& ask, const QueryOptions& options) {
  if (ask.second && ask.first == ask.second) {
    const Actor& actor = ask.network[*ask.first];
    throw Error(ErrorCode::Usage, "",
                fmt::format(R"("{}" and "{}" both mean {} ({}); name two actors)", options.first, options.second,
                            actor.name, actor.id));
  }
}

// Questions about the neighborhood of actors, which a store answers from its indexes.
bool is_near(const std::string& question) {
  constexpr std::array<std::string_view, 5> Near = {"neighbors", "between", "evidence", "timeline", "ego"};
  return std::find(Near.begin(), Near.end(), question) != Near.end();
}

// Loads the graph; of a store only the part that the question needs. The names become ids of actors of the store.
std::unique_ptr<const Network> load(const QueryOptions& options, const std::string& question, std::string& first,
                                    std::string& second, const OwnRelations& own, Faults& faults) {
  if (!is_near(question) || options.depth != 1 || !asks_of_near(options.filter)) {
    return load_reading(options.graph, own, faults).network;
  }
  const AroundRelations needed = question == "ego" ? AroundRelations::AndBetweenNeighbors : AroundRelations::OfActors;
  return load_around(options.graph, first, second, needed, own, faults);
}

void run(const QueryOptions& options, const std::string& question, const Answer& answer) {
  table_format(options.table);  // before anything is read
  const OwnRelations own = open_relations(options.relations);
  Faults faults("article");
  std::string first = options.first;
  std::string second = options.second;
  const std::unique_ptr<const Network> loaded = load(options, question, first, second, own, faults);
  const Network& network = *loaded;
  const RelationTypes& types = network.relation_types();
  RelationFilter filter = filter_of(options.filter, network, types);
  filter.negated = options.negated;
  const RelationMatcher matcher(network, filter, types);
  const Question ask{network, types, matcher, named(network, first), named(network, second)};
  expect_two_actors(ask, options);
  answer(ask, options);
  faults.finish();
}

// Adds one question; returns its subcommand for what is its own.
CLI::App* add(CLI::App& query, const Options& options, Action& chosen, const std::string& name, const char* about,
              Answer answer) {
  CLI::App* const verb = query.add_subcommand(name, about);
  if (name == "ego") {
    add_output_options(*verb, options->part, "a readable list is printed");
    verb->add_flag("--json", options->table.json, "Short for --format json");
  } else {
    add_table_options(*verb, options->table);
  }
  if (name != "path" && name != "ego") {
    add_number(*verb, "-n,--top", options->top, "Print only the first N rows; 0 for all");
  }
  add_filter_options(*verb, options->filter);
  verb->callback([options, &chosen, name, answer = std::move(answer)] {
    chosen = [options, name, answer] { run(*options, name, answer); };
  });
  return verb;
}

// Negated relations connect nobody unless the user asks for them.
void add_negated(CLI::App& verb, const Options& options, const char* about) {
  CLI::Option* const negated = verb.add_flag("--negated")->description(about);
  verb.parse_complete_callback([options, negated] { options->negated = negated->count() > 0; });
}

void add_lists(CLI::App& query, const Options& options, Action& chosen) {
  add_actor_filter(*add(query, options, chosen, "actors", "All actors, the most salient first",
                        [](const Question& ask, const QueryOptions& o) { print_rows(actors_table(ask, o.actors), o); }),
                   options->actors);
  add(query, options, chosen, "relations", "All relations, each with a sentence that says so",
      [](const Question& ask, const QueryOptions& o) {
        print_rows(relations_table(ask, edges_of(ask), no_relation(ask)), o);
      });
  const char* const count_denied = "Count what is said not to hold, too";
  add_negated(*add(query, options, chosen, "components", "Which actors are connected at all",
                   [](const Question& ask, const QueryOptions& o) {
                     print_rows(members_table(ask, components(ask.network, ask.matcher)), o);
                   }),
              options, count_denied);
  add_negated(*add(query, options, chosen, "groups", "Which actors belong together: communities by modularity",
                   [](const Question& ask, const QueryOptions& o) {
                     print_rows(members_table(ask, groups(ask.network, ask.matcher)), o);
                   }),
              options, count_denied);
  CLI::App* const ranking =
      add(query, options, chosen, "rank", "The most central actors",
          [](const Question& ask, const QueryOptions& o) { print_rows(rank_table(ask, *rank_by(o.by)), o); });
  add_choice(*ranking, "--by", options->by, {"pagerank", "betweenness", "degree", "mentions"}, "What counts");
  add_negated(*ranking, options, count_denied);
  add(query, options, chosen, "timeline", "What happened when",
      [](const Question& ask, const QueryOptions& o) { print_rows(timeline_table(ask, no_days(ask)), o); })
      ->add_option("ACTOR", options->first, "Only of this actor")
      ->type_name("");
}

void add_of_one(CLI::App& query, const Options& options, Action& chosen) {
  CLI::App* const near = add(query, options, chosen, "neighbors", "Who is related to an actor", answer_neighbors);
  near->alias("neighbours");
  near->add_option("ACTOR", options->first, "A name, alias or id")->required()->type_name("");
  add_number(*near, "--depth", options->depth, "Within N relations", 1);
  near->add_flag("--out", options->out, "Only relations from it");
  near->add_flag("--in", options->in, "Only relations to it");
  near->add_flag("--both")->description("Relations from it and to it, as without --out and --in");
  CLI::App* const around = add(query, options, chosen, "ego", "An actor's surroundings, as a graph", answer_ego);
  around->add_option("ACTOR", options->first, "A name, alias or id")->required()->type_name("");
  add_number(*around, "--depth", options->depth, "Within N relations", 1);
}

void add_of_two(CLI::App& query, const Options& options, Action& chosen) {
  const auto ends = [&](CLI::App* verb, bool both) {
    verb->add_option("A", options->first, "A name, alias or id")->required()->type_name("");
    verb->add_option("B", options->second, "A name, alias or id")->required(both)->type_name("");
    return verb;
  };
  ends(add(query, options, chosen, "between", "The relations between two actors",
           [](const Question& ask, const QueryOptions& o) {
             print_rows(relations_table(ask, edges_of(ask), no_relation(ask)), o);
           }),
       true);
  ends(add(query, options, chosen, "common", "Who is related to both",
           [](const Question& ask, const QueryOptions& o) {
             print_rows(common_table(ask, *ask.first, *ask.second), o);
           }),
       true);
  ends(add(query, options, chosen, "evidence", "Where it is said: of two actors, of one, or of all",
           [](const Question& ask, const QueryOptions& o) {
             print_rows(evidence_table(ask, edges_of(ask), no_relation(ask)), o);
           }),
       false)
      ->get_option("A")
      ->required(false);
  CLI::App* const path = ends(add(query, options, chosen, "path", "How two actors are connected", answer_path), true);
  constexpr unsigned MostHops = 20;
  path->add_option("--max-hops", options->path.max_hops, "At most N relations")
      ->check(CLI::Range(1U, MostHops).description(""))
      ->type_name("N");
  path->add_flag("--all", options->path.all, "All paths that meet nobody twice, not only the best of the shortest");
  add_number(*path, "--most", options->path.most, "With --all, at most N paths", 1);
  path->add_flag("--directed", options->path.directed, "Only along the direction of relations");
  add_negated(*path, options, "Along what is said not to hold, too");
}

constexpr const char* Examples = R"(
Examples:
  entente query graph.json neighbors putin
  entente query graph.json path lukashenko "Xi Jinping" --all --max-hops 3
  entente query summit.txt rank --by betweenness --json
  entente query week.jsonl actors --kind person --min-mentions 3 --csv
      A graph, or an article that is read on the spot. Actors go by any of their names: a surname means who is
      mentioned most by far, and standard error says so; id:NAME means the actor of that id and no other.)";

}  // namespace

void add_query(CLI::App& app, Action& chosen) {
  CLI::App* const query = app.add_subcommand("query", "Who is connected to whom, in a saved graph or in an article");
  const auto options = std::make_shared<QueryOptions>();
  query
      ->add_option("GRAPH", options->graph,
                   "A graph (.json, .jsonl), a store, an article, a folder, or - for standard input")
      ->required()
      ->type_name("FILE");
  add_relations_file(*query, options->relations);
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
