#include "graph.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <span>
#include <unordered_map>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/rank.hpp>
#include <entente/graph/wording.hpp>
#include <entente/output_formats.hpp>
#include <entente/render/page.hpp>

#include "fonts.hpp"
#include "graph_output.hpp"

namespace entente::python {

namespace {

// A float as the number that was meant: 0.87F is 0.870000005 as a double. The formats write as many digits.
double digits(float value, double scale) { return std::round(static_cast<double>(value) * scale) / scale; }
double confidence(float value) { return digits(value, 1e3); }

// None in Python for no day.
std::optional<std::string> row(const Date& day) { return day.empty() ? std::nullopt : std::optional(day); }

std::optional<TimeRow> row(const BoxedOptional<TimeExpression>& time) {
  return time ? std::optional<TimeRow>({time->text, row(time->from), row(time->to)}) : std::nullopt;
}

EvidenceRow row(const Evidence& evidence) {
  return {evidence.article,         evidence.sentence.begin,        evidence.sentence.end, evidence.text,
          evidence.predicate.begin, evidence.predicate.end,         evidence.lemmas,       evidence.speaker,
          row(evidence.time),       confidence(evidence.confidence)};
}

std::string_view gender(ActorGender gender) {
  return gender == ActorGender::Feminine ? "feminine" : gender == ActorGender::Masculine ? "masculine" : "";
}

ActorRow row(const Actor& actor) {
  std::vector<MentionRow> mentions;
  mentions.reserve(actor.mentions.size());
  for (const ActorMention& mention : actor.mentions) {
    mentions.emplace_back(mention.article, mention.text.begin, mention.text.end, mention_form_name(mention.form));
  }
  return {actor.id,
          actor.name,
          actor_kind_name(actor.kind),
          actor.aliases,
          actor.description,
          gender(actor.gender),
          actor.country,
          digits(actor.salience, 1e4),
          std::move(mentions)};
}

[[noreturn]] void unknown(const char* what, const std::string& found, const std::vector<std::string_view>& expected) {
  throw Error(ErrorCode::Usage, what,
              fmt::format("found \"{}\"; expected one of {}", found, fmt::join(expected, ", ")));
}

// The value of an enumeration whose names `name` gives, from 0 to `last`.
template <typename Value, typename Name>
std::vector<Value> named(const char* what, const std::vector<std::string>& words, Value last, Name name) {
  std::vector<Value> values;
  for (const std::string& word : words) {
    int at = 0;
    while (at <= static_cast<int>(last) && name(static_cast<Value>(at)) != word) {
      ++at;
    }
    if (at > static_cast<int>(last)) {
      std::vector<std::string_view> expected;
      for (int i = 0; i <= static_cast<int>(last); ++i) {
        expected.push_back(name(static_cast<Value>(i)));
      }
      unknown(what, word, expected);
    }
    values.push_back(static_cast<Value>(at));
  }
  return values;
}

std::vector<RelationFamily> families(const std::vector<std::string>& words) {
  return named("families", words, RelationFamily::Other, family_name);
}

std::vector<Status> statuses(const std::vector<std::string>& words) {
  return named("statuses", words, LastStatus, status_name);
}

template <typename Value>
Value known(const char* what, const std::string& word, std::optional<Value> value,
            const std::vector<std::string_view>& expected) {
  if (!value) {
    unknown(what, word, expected);
  }
  return *value;
}

Direction direction_named(const std::string& word) {
  const std::optional<Direction> found = word == "both"  ? std::optional(Direction::Both)
                                         : word == "out" ? std::optional(Direction::Out)
                                         : word == "in"  ? std::optional(Direction::In)
                                                         : std::nullopt;
  return known("direction", word, found, {"both", "out", "in"});
}

void expect_format(const std::string& name) {
  if (name != "text" && find_output_format(name) == nullptr) {  // the command line's readable list is no file format
    std::vector<std::string_view> expected = {"text"};
    for (const OutputFormat& format : output_formats()) {
      expected.push_back(format.name);
    }
    unknown("format", name, expected);
  }
}

std::vector<std::vector<std::size_t>> sets(const std::vector<std::vector<Vertex>>& found) {
  return {found.begin(), found.end()};
}

}  // namespace

struct Graph::State {
  State(Network made, Documents kept) : network(std::move(made)), documents(std::move(kept)) {
    for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
      numbers.emplace(&network[*edge], edges.size());
      edges.push_back(*edge);
    }
  }

  const Network network;
  Documents documents;
  std::vector<Edge> edges;  // by the number that Python has for them
  std::unordered_map<const Relation*, std::size_t> numbers;
};

Graph::Graph(Network network, Documents documents)
    : state_(std::make_shared<State>(std::move(network), std::move(documents))) {}

Graph Graph::from_json(std::string_view json, const std::string& where) { return Graph(read_json(json, where)); }

Graph Graph::merged(const std::vector<Graph>& graphs) {
  if (graphs.size() == 1) {
    return graphs.front();
  }
  NetworkMerger merger(MergePersons::Identified);
  std::vector<Document> documents;
  for (const Graph& graph : graphs) {
    merger.add(graph.state_->network);
    if (const Documents& kept = graph.state_->documents) {
      documents.insert(documents.end(), kept->begin(), kept->end());
    }
  }
  return Graph(merger.finish(), std::make_shared<const std::vector<Document>>(std::move(documents)));
}

std::size_t Graph::actor_count() const { return boost::num_vertices(state_->network); }
std::size_t Graph::relation_count() const { return state_->edges.size(); }

std::vector<ArticleRow> Graph::articles() const {
  std::vector<ArticleRow> rows;
  for (const ArticleRecord& article : state_->network[boost::graph_bundle].articles) {
    rows.emplace_back(article.id, article.title, article.date, article.source, article.outlet);
  }
  return rows;
}

std::vector<ActorRow> Graph::actors() const {
  std::vector<ActorRow> rows;
  rows.reserve(actor_count());
  for (auto [vertex, end] = boost::vertices(state_->network); vertex != end; ++vertex) {
    rows.push_back(row(state_->network[*vertex]));
  }
  return rows;
}

std::vector<RelationRow> Graph::relations() const {
  const Network& network = state_->network;
  const RelationTypes& types = network.relation_types();
  std::vector<RelationRow> rows;
  rows.reserve(relation_count());
  for (const Edge& edge : state_->edges) {
    const Relation& relation = network[edge];
    const RelationType& type = types.named(relation.type);
    std::vector<EvidenceRow> evidence;
    evidence.reserve(relation.evidence.size());
    std::transform(relation.evidence.begin(), relation.evidence.end(), std::back_inserter(evidence),
                   [](const Evidence& place) { return row(place); });
    rows.emplace_back(boost::source(edge, network), boost::target(edge, network), relation.type,
                      relation_label(relation, type), family_name(type.family), type.symmetric, relation.predicate,
                      status_name(relation.status), relation.speaker, row(relation.time),
                      confidence(relation.confidence), std::move(evidence));
  }
  return rows;
}

std::size_t Graph::find(const std::string& name) const { return find_actor(state_->network, name); }

std::vector<std::size_t> Graph::namesakes(const std::string& name) const {
  const ActorChoice choice = choose_actor(state_->network, name);
  std::vector<std::size_t> found = {choice.actor};
  found.insert(found.end(), choice.others.begin(), choice.others.end());
  return found;
}

RelationMatcher Graph::matcher(const Filter& filter) const {
  RelationFilter chosen{.types = filter.types,
                        .families = families(filter.families),
                        .statuses = statuses(filter.statuses),
                        .negated = filter.negated,
                        .min_confidence = static_cast<float>(filter.min_confidence),
                        .speaker = filter.speaker,
                        .article = filter.article,
                        .since = filter.since,
                        .until = filter.until};
  return {state_->network, std::move(chosen)};
}

Vertex Graph::vertex(std::size_t actor) const {
  if (actor >= actor_count()) {
    throw Error(ErrorCode::Usage, "actor", fmt::format("found number {}; there are {}", actor, actor_count()));
  }
  return actor;
}

std::vector<std::size_t> Graph::numbers(const std::vector<Edge>& edges) const {
  std::vector<std::size_t> found;
  found.reserve(edges.size());
  for (const Edge& edge : edges) {
    found.push_back(state_->numbers.at(&state_->network[edge]));
  }
  return found;
}

std::vector<std::size_t> Graph::matching(const Filter& filter) const {
  const RelationMatcher passes = matcher(filter);
  std::vector<std::size_t> found;
  for (std::size_t i = 0; i < state_->edges.size(); ++i) {
    if (passes(state_->edges[i])) {
      found.push_back(i);
    }
  }
  return found;
}

std::vector<NeighborRow> Graph::neighbors(std::size_t actor, unsigned depth, const std::string& direction,
                                          const Filter& filter) const {
  const NeighborOptions options{.depth = depth, .direction = direction_named(direction)};
  std::vector<NeighborRow> rows;
  for (const Neighbor& found : entente::neighbors(state_->network, vertex(actor), options, matcher(filter))) {
    rows.emplace_back(found.actor, found.distance, numbers(found.edges));
  }
  return rows;
}

std::vector<std::size_t> Graph::between(std::size_t a, std::size_t b, const Filter& filter) const {
  return numbers(entente::between(state_->network, vertex(a), vertex(b), matcher(filter)));
}

std::vector<CommonRow> Graph::common(std::size_t a, std::size_t b, const Filter& filter) const {
  std::vector<CommonRow> rows;
  for (const CommonActor& found : entente::common(state_->network, vertex(a), vertex(b), matcher(filter))) {
    rows.emplace_back(found.actor, numbers(found.to_first), numbers(found.to_second));
  }
  return rows;
}

std::vector<PathRow> Graph::paths(std::size_t from, std::size_t to, unsigned max_hops, bool directed, bool all,
                                  std::size_t most, const Filter& filter) const {
  const PathOptions options{.max_hops = max_hops, .directed = directed, .all = all, .most = most};
  const Paths found = find_paths(state_->network, vertex(from), vertex(to), options, matcher(filter));
  std::vector<PathRow> rows;
  for (const Path& path : found.paths) {
    rows.emplace_back(path.actors, numbers(path.edges), path.confidence);
  }
  return rows;
}

std::vector<std::pair<std::size_t, double>> Graph::rank(const std::string& by, const Filter& filter) const {
  const RankBy chosen = known("by", by, rank_by(by), {"pagerank", "betweenness", "degree", "mentions"});
  std::vector<std::pair<std::size_t, double>> rows;
  for (const RankedActor& ranked : entente::rank(state_->network, chosen, matcher(filter))) {
    rows.emplace_back(ranked.actor, ranked.score);
  }
  return rows;
}

std::vector<std::vector<std::size_t>> Graph::components(const Filter& filter) const {
  return sets(entente::components(state_->network, matcher(filter)));
}

std::vector<std::vector<std::size_t>> Graph::groups(const Filter& filter) const {
  return sets(entente::groups(state_->network, matcher(filter)));
}

std::vector<TimelineRow> Graph::timeline(std::optional<std::size_t> actor, const Filter& filter) const {
  const std::optional<Vertex> of = actor ? std::optional(vertex(*actor)) : std::nullopt;
  std::vector<TimelineRow> rows;
  for (const TimelineEntry& entry : entente::timeline(state_->network, of, matcher(filter))) {
    rows.emplace_back(entry.from, entry.to, entry.of_article, numbers({entry.edge}).front(), entry.evidence);
  }
  return rows;
}

Graph Graph::subgraph(const std::vector<std::size_t>& actors, const Filter& filter) const {
  std::vector<Vertex> chosen;
  std::transform(actors.begin(), actors.end(), std::back_inserter(chosen), [&](std::size_t a) { return vertex(a); });
  return Graph(entente::subgraph(state_->network, chosen, matcher(filter)), state_->documents);
}

Graph Graph::ego(std::size_t actor, unsigned depth, const Filter& filter) const {
  return Graph(entente::ego(state_->network, vertex(actor), depth, matcher(filter)), state_->documents);
}

std::string Graph::json(bool one_line) const {
  return write_json(state_->network, one_line ? JsonLayout::Line : JsonLayout::Rows);
}

std::string Graph::write(const std::string& format, const RenderOptions& options) const {
  RenderOptions picture = options;
  if (const auto drawn = render_format(format); drawn == RenderFormat::Html) {
    const Documents& kept = state_->documents;
    return render_page(state_->network, kept ? std::span<const Document>(*kept) : std::span<const Document>(), picture);
  } else if (drawn) {
    if (drawn == RenderFormat::Png || drawn == RenderFormat::Pdf) {
      load_fonts();
    }
    picture.format = *drawn;
    return render(state_->network, picture);
  }
  expect_format(format);
  return cli::write_network(state_->network, state_->network.relation_types(), format);
}

void Graph::save(const std::string& path, const std::string& format, const RenderOptions& options) const {
  if (render_format(format)) {
    write_file(path, write(format, options));
  } else {
    expect_format(format);
    cli::deliver(state_->network, state_->network.relation_types(), path, format);
  }
}

void apply(const PictureWords& words, RenderOptions& options) {
  options.theme = known("theme", words.theme, render_theme(words.theme), {"auto", "light", "dark"});
  options.page = known("page", words.page, render_page(words.page), {"auto", "portrait", "landscape"});
  const auto engines = render_engine_names();
  options.engine = known("engine", words.engine, render_engine(words.engine), {engines.begin(), engines.end()});
  options.grouping = known("group", words.group, render_grouping(words.group), {"none", "country"});
  options.families = families(words.families);
  options.statuses = statuses(words.statuses);
}

}  // namespace entente::python
