#include "answers.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <iterator>
#include <set>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <entente/formats/json_text.hpp>
#include <entente/graph/wording.hpp>

#include "listing.hpp"

namespace entente::cli {

namespace {

Cell actor_cell(const Network& network, Vertex v) { return named_cell(network[v].name, network[v].id); }

Cell actors_cell(const Network& network, const std::vector<Vertex>& actors) {
  std::vector<std::string> names;
  std::vector<std::string> ids;
  for (const Vertex v : actors) {
    names.push_back(network[v].name);
    ids.push_back(network[v].id);
  }
  return list_cell(names, ids);
}

// "meets", "rises with"
Cell type_cell(const Question& ask, const Relation& relation) {
  const RelationType& type = ask.types.named(relation.type);
  return named_cell(plain_label(relation, type), relation.type);
}

Cell status_cell(const Relation& relation) {
  const std::string_view name = status_name(relation.status);
  return named_cell(relation.status == Status::Asserted ? "" : name, name);
}

Cell time_cell(const BoxedOptional<TimeExpression>& time) { return text_cell(time ? time->text : ""); }

// The first evidence that passes the filter.
const Evidence& evidence_of(const Question& ask, const Relation& relation) {
  const auto found = std::find_if(relation.evidence.begin(), relation.evidence.end(),
                                  [&](const Evidence& evidence) { return ask.matcher.matches(evidence); });
  return found == relation.evidence.end() ? relation.evidence.front() : *found;
}

std::string label(const Question& ask, const Edge& edge) {
  const Relation& relation = ask.network[edge];
  return type_cell(ask, relation).shown +
         (relation.status == Status::Asserted ? std::string() : fmt::format(" ({})", status_name(relation.status)));
}

// "→ visits, ← accuses, meets": the relations of one actor to another, as they look from the one.
Cell relations_cell(const Question& ask, const std::vector<Edge>& edges, Vertex seen_from) {
  std::vector<std::string> shown;
  std::vector<std::string> types;
  for (const Edge& edge : edges) {
    const bool symmetric = ask.types.named(ask.network[edge].type).symmetric;
    const bool out = boost::source(edge, ask.network) == seen_from;
    std::string text = (symmetric ? "" : out ? "→ " : "← ") + label(ask, edge);
    if (std::find(shown.begin(), shown.end(), text) == shown.end()) {
      shown.push_back(std::move(text));
    }
    types.push_back(ask.network[edge].type);
  }
  return list_cell(shown, types);
}

// The number of the relation among those from its source to its target, as in the graph's JSON.
std::uint64_t key_of(const Network& network, const Edge& edge) {
  std::uint64_t key = 0;
  for (auto [other, end] = boost::out_edges(boost::source(edge, network), network); other != end && *other != edge;
       ++other) {
    key += boost::target(*other, network) == boost::target(edge, network) ? 1 : 0;
  }
  return key;
}

// All that says so and passes the filter, as objects.
std::string sentences_json(const Question& ask, const Relation& relation) {
  const auto& articles = ask.network[boost::graph_bundle].articles;
  std::string text = "[";
  for (const Evidence& evidence : relation.evidence) {
    if (!ask.matcher.matches(evidence)) {
      continue;
    }
    text += text.size() == 1 ? "" : ", ";
    JsonObject object(text);
    object.text("article", articles[evidence.article].id)
        .whole("begin", evidence.sentence.begin)
        .whole("end", evidence.sentence.end)
        .text_or_null("speaker", evidence.speaker)
        .text("text", evidence.text);
  }
  return text + "]";
}

std::vector<Column> relation_columns() {
  return {"source",
          {"source_name", Reader::Programs},
          "type",
          {"label", Reader::Programs},
          "target",
          {"target_name", Reader::Programs},
          {"key", Reader::Programs},
          "status",
          {"speaker", Reader::Programs},
          {"predicate", Reader::Programs},
          "time",
          {"from", Reader::Programs},
          {"to", Reader::Programs},
          "confidence",
          {"evidence", Reader::Programs},
          {"article", Reader::Programs},
          {"begin", Reader::Programs},
          {"end", Reader::Programs},
          {"sentences", Reader::Json},
          "text"};
}

std::vector<Cell> relation_cells(const Question& ask, const Edge& edge) {
  const Relation& relation = ask.network[edge];
  const Evidence& first = evidence_of(ask, relation);
  const Vertex source = boost::source(edge, ask.network);
  const Vertex target = boost::target(edge, ask.network);
  return {actor_cell(ask.network, source),
          text_cell(ask.network[source].name),
          type_cell(ask, relation),
          text_cell(type_cell(ask, relation).shown),
          actor_cell(ask.network, target),
          text_cell(ask.network[target].name),
          whole_cell(key_of(ask.network, edge)),
          status_cell(relation),
          text_cell(relation.speaker),
          text_cell(relation.predicate),
          time_cell(relation.time),
          text_cell(relation.time ? relation.time->from : ""),
          text_cell(relation.time ? relation.time->to : ""),
          number_cell(relation.confidence, 2),
          whole_cell(relation.evidence.size()),
          text_cell(ask.network[boost::graph_bundle].articles[first.article].id),
          whole_cell(first.sentence.begin),
          whole_cell(first.sentence.end),
          json_cell(sentences_json(ask, relation)),
          text_cell(first.text)};
}

std::string_view gender_name(ActorGender gender) {
  constexpr std::array<std::string_view, 3> Names = {"", "feminine", "masculine"};
  return Names.at(static_cast<std::size_t>(gender));
}

Cell name_cell(const Question& ask, Vertex v) { return text_cell(ask.network[v].name); }

std::uint64_t articles_of(const Actor& actor) {
  std::set<std::uint32_t> articles;
  for (const ActorMention& mention : actor.mentions) {
    articles.insert(mention.article);
  }
  return articles.size();
}

}  // namespace

Table actors_table(const Question& ask, const ActorFilter& filter) {
  Table table({"id",
               "name",
               "type",
               {"gender", Reader::Programs},
               {"country", Reader::Programs},
               "mentions",
               {"articles", Reader::Programs},
               "relations",
               "salience",
               "description",
               "aliases"},
              filter.asks() ? "no such actors" : "no actors");
  const auto passing = [&](const auto& range) {
    return static_cast<std::uint64_t>(std::count_if(range.first, range.second, std::cref(ask.matcher)));
  };
  for (const Vertex v : by_salience(ask.network)) {
    const Actor& actor = ask.network[v];
    if (!filter.takes(ask.network, v, ask.matcher)) {
      continue;
    }
    table.add({text_cell(actor.id), text_cell(actor.name), text_cell(actor_kind_name(actor.kind)),
               text_cell(gender_name(actor.gender)), text_cell(actor.country), whole_cell(actor.mentions.size()),
               whole_cell(articles_of(actor)),
               whole_cell(passing(boost::out_edges(v, ask.network)) + passing(boost::in_edges(v, ask.network))),
               number_cell(actor.salience, 4), text_cell(actor.description), list_cell(actor.aliases, actor.aliases)});
  }
  return table;
}

Table relations_table(const Question& ask, const std::vector<Edge>& edges, std::string none) {
  Table table(relation_columns(), std::move(none));
  for (const Edge& edge : edges) {
    table.add(relation_cells(ask, edge));
  }
  return table;
}

Table neighbors_table(const Question& ask, Vertex actor, const NeighborOptions& options) {
  Table table({"actor", {"name", Reader::Programs}, "distance", "types", "via", "text"},
              fmt::format("{} has no neighbors", ask.network[actor].name));
  for (const Neighbor& neighbor : neighbors(ask.network, actor, options, ask.matcher)) {
    std::vector<Vertex> via;
    for (const Edge& edge : neighbor.edges) {
      const Vertex source = boost::source(edge, ask.network);
      const Vertex other = source == neighbor.actor ? boost::target(edge, ask.network) : source;
      if (other != actor && std::find(via.begin(), via.end(), other) == via.end()) {
        via.push_back(other);
      }
    }
    // Seen from the one who is nearer: the other end.
    const Edge& first = neighbor.edges.front();
    const Vertex seen_from = boost::source(first, ask.network) == neighbor.actor ? boost::target(first, ask.network)
                                                                                 : boost::source(first, ask.network);
    table.add({actor_cell(ask.network, neighbor.actor), name_cell(ask, neighbor.actor), whole_cell(neighbor.distance),
               relations_cell(ask, neighbor.edges, neighbor.distance == 1 ? actor : seen_from),
               actors_cell(ask.network, via), text_cell(evidence_of(ask, ask.network[first]).text)});
  }
  return table;
}

Table common_table(const Question& ask, Vertex a, Vertex b) {
  const std::string& first = ask.network[a].name;
  const std::string& second = ask.network[b].name;
  Table table({"actor", {"name", Reader::Programs}, "to_first", "to_second", "text"},
              fmt::format("nobody is related to both {} and {}", first, second));
  for (const CommonActor& entry : common(ask.network, a, b, ask.matcher)) {
    table.add({actor_cell(ask.network, entry.actor), name_cell(ask, entry.actor),
               relations_cell(ask, entry.to_first, entry.actor), relations_cell(ask, entry.to_second, entry.actor),
               text_cell(evidence_of(ask, ask.network[entry.to_first.front()]).text)});
  }
  return table;
}

Table members_table(const Question& ask, const std::vector<std::vector<Vertex>>& sets) {
  Table table({"size", "actors", {"names", Reader::Programs}}, "no actors");
  for (const std::vector<Vertex>& members : sets) {
    const Cell actors = actors_cell(ask.network, members);
    std::vector<std::string> names;
    std::transform(members.begin(), members.end(), std::back_inserter(names),
                   [&](Vertex v) { return ask.network[v].name; });
    table.add({whole_cell(members.size()), actors, list_cell(names, names)});
  }
  return table;
}

Table rank_table(const Question& ask, RankBy by) {
  constexpr int Digits = 4;
  const bool counts = by == RankBy::Degree || by == RankBy::Mentions;
  Table table({"rank", "score", "actor", {"name", Reader::Programs}, "description"}, "no actors");
  std::uint64_t place = 0;
  for (const RankedActor& ranked : rank(ask.network, by, ask.matcher)) {
    table.add({whole_cell(++place),
               counts ? whole_cell(static_cast<std::uint64_t>(ranked.score)) : number_cell(ranked.score, Digits),
               actor_cell(ask.network, ranked.actor), name_cell(ask, ranked.actor),
               text_cell(ask.network[ranked.actor].description)});
  }
  return table;
}

Table timeline_table(const Question& ask, std::string none) {
  Table table({"from",
               "to",
               "date_of",
               "source",
               {"source_name", Reader::Programs},
               "type",
               "target",
               {"target_name", Reader::Programs},
               "status",
               {"speaker", Reader::Programs},
               {"confidence", Reader::Programs},
               {"article", Reader::Programs},
               {"begin", Reader::Programs},
               {"end", Reader::Programs},
               "text"},
              std::move(none));
  for (const TimelineEntry& entry : timeline(ask.network, ask.first, ask.matcher)) {
    const Relation& relation = ask.network[entry.edge];
    const Evidence& evidence = relation.evidence[entry.evidence];
    const Vertex source = boost::source(entry.edge, ask.network);
    const Vertex target = boost::target(entry.edge, ask.network);
    table.add({text_cell(entry.from), named_cell(entry.to == entry.from ? "" : entry.to, entry.to),
               text_cell(entry.of_article ? "article" : "event"), actor_cell(ask.network, source),
               name_cell(ask, source), type_cell(ask, relation), actor_cell(ask.network, target),
               name_cell(ask, target), status_cell(relation), text_cell(evidence.speaker),
               number_cell(evidence.confidence, 2),
               text_cell(ask.network[boost::graph_bundle].articles[evidence.article].id),
               whole_cell(evidence.sentence.begin), whole_cell(evidence.sentence.end), text_cell(evidence.text)});
  }
  return table;
}

Table evidence_table(const Question& ask, const std::vector<Edge>& edges, std::string none) {
  Table table({"article",
               "begin",
               "end",
               "source",
               {"source_name", Reader::Programs},
               "type",
               "target",
               {"target_name", Reader::Programs},
               {"key", Reader::Programs},
               "status",
               "speaker",
               {"predicate", Reader::Programs},
               "time",
               {"from", Reader::Programs},
               {"to", Reader::Programs},
               "confidence",
               "text"},
              std::move(none));
  const auto& articles = ask.network[boost::graph_bundle].articles;
  for (const Edge& edge : edges) {
    const Relation& relation = ask.network[edge];
    for (const Evidence& evidence : relation.evidence) {
      if (ask.matcher.matches(evidence)) {
        const Vertex source = boost::source(edge, ask.network);
        const Vertex target = boost::target(edge, ask.network);
        table.add({text_cell(articles[evidence.article].id), whole_cell(evidence.sentence.begin),
                   whole_cell(evidence.sentence.end), actor_cell(ask.network, source), name_cell(ask, source),
                   type_cell(ask, relation), actor_cell(ask.network, target), name_cell(ask, target),
                   whole_cell(key_of(ask.network, edge)), status_cell(relation), text_cell(evidence.speaker),
                   text_cell(evidence.lemmas), time_cell(evidence.time),
                   text_cell(evidence.time ? evidence.time->from : ""),
                   text_cell(evidence.time ? evidence.time->to : ""), number_cell(evidence.confidence, 2),
                   text_cell(evidence.text)});
      }
    }
  }
  return table;
}

Table paths_table(const Question& ask, const Paths& paths) {
  std::vector<Column> columns = relation_columns();
  columns.insert(columns.begin(), {"path", "step"});
  Table table(std::move(columns), "no path");
  for (std::size_t p = 0; p < paths.paths.size(); ++p) {
    const std::vector<Edge>& edges = paths.paths[p].edges;
    for (std::size_t step = 0; step < edges.size(); ++step) {
      std::vector<Cell> cells = relation_cells(ask, edges[step]);
      cells.insert(cells.begin(), {whole_cell(p + 1), whole_cell(step + 1)});
      table.add(std::move(cells));
    }
  }
  return table;
}

std::string paths_text(const Question& ask, const Paths& paths, const PathOptions& options, const Terminal& terminal) {
  const Network& network = ask.network;
  if (paths.paths.empty()) {
    return fmt::format("no path from {} to {} within {} hops ({} actors reachable)\n", network[*ask.first].name,
                       network[*ask.second].name, options.max_hops, paths.reachable);
  }
  constexpr std::size_t Indent = 6;
  const std::size_t room = terminal.columns == 0 ? std::string::npos : terminal.columns - Indent;
  std::string text;
  for (const Path& path : paths.paths) {
    text += text.empty() ? "" : "\n";
    for (const Vertex v : path.actors) {
      text += (v == path.actors.front() ? "" : " – ") + network[v].name;
    }
    text += fmt::format("  {:.2f}\n", path.confidence);
    for (const Edge& edge : path.edges) {
      text += fmt::format("  {}\n      {}\n", read_aloud(network, edge, ask.types),
                          shortened(evidence_of(ask, network[edge]).text, room));
    }
  }
  if (paths.cut) {
    text += fmt::format("\nand more: only the first {} are shown\n", paths.paths.size());
  }
  return text;
}

std::string paths_json(const Question& ask, const Paths& paths, const PathOptions& options) {
  const Network& network = ask.network;
  Table table({"actors", "confidence", "steps"}, "");
  for (const Path& path : paths.paths) {
    std::string json = relations_table(ask, path.edges, "").json();
    json.pop_back();
    table.add({actors_cell(network, path.actors), number_cell(path.confidence, 3), json_cell(std::move(json))});
  }
  std::string list = table.json();
  list.pop_back();
  std::string text;
  {
    JsonObject object(text);
    object.whole("max_hops", options.max_hops).whole("reachable", paths.reachable);
    object.key("cut");
    text += paths.cut ? "true" : "false";
    object.key("paths");
    text += list;
  }
  return text + "\n";
}

}  // namespace entente::cli
