// Network → Drawing: filter, merge into lines, fold offices, choose the main actors, leave out the weakest lines.
#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include <entente/base/error.hpp>
#include <entente/graph/filter.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/wording.hpp>
#include <entente/render/descriptions.hpp>
#include <entente/render/drawing.hpp>
#include <entente/render/forest.hpp>
#include <entente/render/grouping.hpp>
#include <entente/render/headline.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/main_actors.hpp>
#include <entente/render/sayings.hpp>
#include <entente/render/under_names.hpp>

namespace entente::inline v0_1 {

namespace {

const Vertex Nobody = boost::graph_traits<Network>::null_vertex();

constexpr auto Far = std::numeric_limits<unsigned>::max();  // of distances

using Lines = std::vector<VertexLine>;

// Firmest first: a line with one asserted relation is solid. What is denied or has ended never shares a line with
// others.
Status firmer(Status a, Status b) { return softness(a) <= softness(b) ? a : b; }

// What one says of two actors, whatever its status.
auto said(const Network& network, Edge edge) {
  const Relation& relation = network[edge];
  return std::tuple(boost::source(edge, network), boost::target(edge, network), std::string_view(relation.type),
                    is_untyped(relation.type) ? std::string_view(relation.predicate) : std::string_view());
}

// "President Roe", "the former president Roe": what also holds by some sentence, a picture shows as a fact.
void leave_out_held_again(const Network& network, std::vector<Edge>& relations) {
  std::set<decltype(said(network, Edge()))> held;
  for (const Edge edge : relations) {
    if (network[edge].status == Status::Asserted) {
      held.insert(said(network, edge));
    }
  }
  std::erase_if(relations,
                [&](Edge edge) { return network[edge].status == Status::Ended && held.contains(said(network, edge)); });
}

std::vector<Edge> chosen_relations(const Network& network, const RelationTypes& types, const RenderOptions& options) {
  RelationFilter filter;
  filter.types = options.types;
  filter.families = options.families;
  filter.statuses = options.statuses;
  filter.min_confidence = options.min_confidence;
  const RelationMatcher matches(network, filter, types);
  std::vector<Edge> result;
  const auto [begin, end] = boost::edges(network);
  std::copy_if(begin, end, std::back_inserter(result), [&](Edge edge) {
    return boost::source(edge, network) != boost::target(edge, network) && matches(edge);
  });
  leave_out_held_again(network, result);
  return result;
}

// Adds relations to the labels of a line; the same words are counted together.
void put(VertexLine& line, const std::string& text, Status status, const std::vector<Edge>& relations) {
  auto same = std::find_if(line.labels.begin(), line.labels.end(), [&](const auto& l) { return l.text == text; });
  if (same == line.labels.end()) {
    line.labels.push_back({.text = text, .status = status});
    same = std::prev(line.labels.end());
  }
  same->status = firmer(same->status, status);
  same->relations.insert(same->relations.end(), relations.begin(), relations.end());
  line.status = line.relations.empty() ? status : firmer(line.status, status);
  line.relations.insert(line.relations.end(), relations.begin(), relations.end());
}

void put_all(VertexLine& line, const VertexLine& other) {
  for (const auto& label : other.labels) {
    put(line, label.text, label.status, label.relations);
  }
}

bool same_words(const VertexLine& a, const VertexLine& b) {
  return a.labels.size() == b.labels.size() && std::all_of(a.labels.begin(), a.labels.end(), [&](const auto& label) {
           return std::any_of(b.labels.begin(), b.labels.end(), [&](const auto& l) { return l.text == label.text; });
         });
}

// The relations of one pair and family: to and fro, and those without direction, which join the better founded side.
struct Bundle {
  VertexLine to;
  VertexLine fro;
  VertexLine both;
};

void finish(const Network& network, Bundle&& bundle, Lines& lines) {
  auto& [to, fro, both] = bundle;
  if (!to.relations.empty() && !fro.relations.empty() && same_words(to, fro)) {
    put_all(to, fro);
    to.arrow_at_source = true;
    fro = VertexLine();
  }
  if (to.relations.empty() && fro.relations.empty()) {
    both.arrow_at_target = false;
    lines.push_back(std::move(both));
    return;
  }
  if (!both.relations.empty()) {
    const bool fits_to = different_sentences(network, to.relations) >= different_sentences(network, fro.relations);
    put_all(to.relations.empty() || (!fro.relations.empty() && !fits_to) ? fro : to, both);
  }
  for (auto* line : {&to, &fro}) {
    if (!line->relations.empty()) {
      lines.push_back(std::move(*line));
    }
  }
}

Lines merged(const Network& network, const RelationTypes& types, const std::vector<Edge>& relations) {
  std::map<std::tuple<Vertex, Vertex, RelationFamily, Status>, Bundle> bundles;
  for (const Edge edge : relations) {
    const Relation& relation = network[edge];
    const RelationType& type = types.named(relation.type);
    const auto source = boost::source(edge, network);
    const auto target = boost::target(edge, network);
    const bool apart = relation.status == Status::Negated || relation.status == Status::Ended;
    auto& bundle = bundles[{std::min(source, target), std::max(source, target), type.family,
                            apart ? relation.status : Status::Asserted}];
    auto& line = type.symmetric ? bundle.both : source < target ? bundle.to : bundle.fro;
    line.source = line.relations.empty() ? source : line.source;
    line.target = line.relations.empty() ? target : line.target;
    line.family = type.family;
    put(line, cleaned(relation_label(relation, type)), relation.status, {edge});
  }
  Lines lines;
  for (auto& [key, bundle] : bundles) {
    finish(network, std::move(bundle), lines);
  }
  for (auto& line : lines) {
    sum_up(network, types, line);
  }
  return lines;
}

std::vector<std::size_t> degrees(const Network& network, const Lines& lines) {
  std::vector<std::size_t> result(boost::num_vertices(network));
  for (const auto& line : lines) {
    ++result[line.source];
    ++result[line.target];
  }
  return result;
}

using ActorsByVertex = std::vector<DrawnActor>;

ActorsByVertex described(const Network& network, const RenderOptions& options) {
  ActorsByVertex actors(boost::num_vertices(network));
  auto texts = founded_descriptions(network);
  for (Vertex v = 0; v < actors.size(); ++v) {
    actors[v].vertex = v;
    if (options.offices && !texts[v].empty()) {
      actors[v].offices.push_back(std::move(texts[v]));
    }
  }
  return actors;
}

// How many lines each actor is away from the center; all are 0 without one.
std::vector<unsigned> distances(const Network& network, const Lines& lines, std::size_t center, unsigned depth) {
  std::vector<unsigned> away(boost::num_vertices(network), center == Nobody ? 0 : Far);
  if (center == Nobody) {
    return away;
  }
  away[center] = 0;
  for (unsigned step = 0; step < depth; ++step) {
    bool grew = false;
    for (const auto& line : lines) {
      for (const auto& [from, to] : {std::pair(line.source, line.target), std::pair(line.target, line.source)}) {
        if (away[from] == step && away[to] == Far) {
          away[to] = step + 1;
          grew = true;
        }
      }
    }
    if (!grew) {
      break;
    }
  }
  return away;
}

// What the headline says, then the best founded: evidence, firmness, and the weight of the two actors.
void rank_lines(Drawing& drawing) {
  const auto worth = [&](const DrawnLine& line) {
    const double actors = drawing.actors[line.source].prominence + drawing.actors[line.target].prominence;
    return (static_cast<double>(std::min<std::size_t>(line.evidence, 8)) + 2.0 * actors) /
           (1.0 + 0.25 * (softness(line.status) + (line.claim ? 1 : 0)));
  };
  std::stable_sort(drawing.lines.begin(), drawing.lines.end(), [&](const DrawnLine& a, const DrawnLine& b) {
    return std::pair(a.reported_in_headline, worth(a)) > std::pair(b.reported_in_headline, worth(b));
  });
}

// Keeps what holds the picture together, then the best founded lines.
void leave_out_weak_lines(Drawing& drawing, const RenderOptions& options) {
  const auto room = options.lines.value_or(std::max<std::size_t>(12, drawing.actors.size() * 3 / 2));
  if (room == 0 || drawing.lines.size() <= room) {
    return;
  }
  Forest forest(drawing.actors.size());
  std::vector<bool> keep(drawing.lines.size());
  std::size_t kept = 0;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    keep[i] = forest.join(drawing.lines[i].source, drawing.lines[i].target);
    kept += keep[i] ? 1 : 0;
  }
  for (std::size_t i = 0; i < keep.size() && kept < room; ++i) {
    kept += keep[i] ? 0 : 1;
    keep[i] = true;
  }
  std::vector<DrawnLine> lines;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    if (keep[i]) {
      lines.push_back(std::move(drawing.lines[i]));
    }
  }
  drawing.weak += drawing.lines.size() - lines.size();
  drawing.lines = std::move(lines);
}

void weigh_actors(const Network& network, const std::vector<std::size_t>& degree, std::vector<DrawnActor>& actors) {
  const auto weight = [&](const DrawnActor& actor) {
    return std::pair(network[actor.vertex].salience, degree[actor.vertex]);
  };
  std::stable_sort(actors.begin(), actors.end(),
                   [&](const DrawnActor& a, const DrawnActor& b) { return weight(a) > weight(b); });
  const auto most = actors.empty() ? 0.0F : network[actors.front().vertex].salience;
  for (auto& actor : actors) {
    actor.prominence = most > 0.0F ? std::sqrt(std::max(0.0F, network[actor.vertex].salience) / most) : 0.4;
  }
}

bool related(const Network& network, Vertex v) {
  const auto other = [&](Vertex u) { return u != v; };
  const auto [next, end] = boost::adjacent_vertices(v, network);
  const auto [before, last] = boost::inv_adjacent_vertices(v, network);
  return std::any_of(next, end, other) || std::any_of(before, last, other);
}

// All that can be drawn where no relation is known: who is spoken of, and how often.
Drawing actors_alone(const Network& network, ActorsByVertex actors, std::size_t top) {
  Drawing drawing;
  drawing.actors = std::move(actors);
  weigh_actors(network, std::vector<std::size_t>(drawing.actors.size()), drawing.actors);
  const auto room = top == 0 ? drawing.actors.size() : std::min(top, drawing.actors.size());
  drawing.minor = drawing.actors.size() - room;
  drawing.actors.resize(room);
  for (auto& actor : drawing.actors) {
    actor.mentions = network[actor.vertex].mentions.size();
  }
  return drawing;
}

bool asks_for_some(const RenderOptions& options) {
  return !options.types.empty() || !options.families.empty() || !options.statuses.empty() ||
         options.min_confidence > 0.0F;
}

// Who is left out without any relation, the most prominent first.
std::vector<Vertex> most_salient(const Network& network, std::vector<Vertex> isolated) {
  constexpr std::size_t Most = 3;
  std::stable_sort(isolated.begin(), isolated.end(),
                   [&](Vertex a, Vertex b) { return network[a].salience > network[b].salience; });
  isolated.resize(std::min(isolated.size(), Most));
  return isolated;
}

struct LeftOut {
  Vertex actor = 0;
  std::size_t lines = 0;
  unsigned away = 0;
  bool news = false;
};

// The count to which an actor belongs that is not drawn.
std::size_t& left_out_as(Drawing& drawing, const Network& network, const LeftOut& one) {
  if (one.lines == 0) {
    return related(network, one.actor) ? drawing.unasked : drawing.isolated;
  }
  return one.away == Far ? drawing.far : one.news ? drawing.minor : drawing.background;
}

// By vertex, whether it has relations other than offices and belonging.
std::vector<bool> having_news(const Network& network, const Lines& lines) {
  std::vector<bool> news(boost::num_vertices(network));
  for (const auto& line : lines) {
    if (line.reported_in_headline || !tells_belonging(network, line)) {
      news[line.source] = news[line.target] = true;
    }
  }
  return news;
}

}  // namespace

Drawing edit(const Network& network, const RelationTypes& types, const RenderOptions& options) {
  if (options.grouping != RenderGrouping::Off && options.engine != RenderEngine::Dot) {
    throw Error(ErrorCode::Usage, "groups", "only the engine dot can draw them");
  }
  const auto center = options.around.empty() ? Nobody : find_actor(network, options.around);
  auto lines = merged(network, types, chosen_relations(network, types, options));
  const auto doubtful = leave_out_doubtful(network, lines);
  const auto all = boost::num_vertices(network);
  const auto reach = degrees(network, lines);
  if (lines.empty() && center == Nobody && !asks_for_some(options)) {
    return actors_alone(network, described(network, options), options.top);
  }

  const auto away = distances(network, lines, center, options.depth);
  std::erase_if(lines, [&](const VertexLine& line) { return std::max(away[line.source], away[line.target]) == Far; });
  Drawing drawing;
  drawing.filtered = asks_for_some(options);
  drawing.weak = doubtful;
  mark_headline(network, lines);
  auto offices = described(network, options);
  if (options.offices) {
    move_under_names(network, types, center, lines, offices);
  }
  const auto news = having_news(network, lines);
  const bool whole = center == Nobody && !drawing.filtered;
  auto chosen =
      main_actors(network, lines, {.top = options.top, .center = center, .news_first = whole && options.top != 0});
  std::erase_if(lines, [&](const VertexLine& line) { return !chosen[line.source] || !chosen[line.target]; });
  if (whole) {
    join_by_headline(network, lines);
  }
  for (const auto& line : lines) {
    chosen[line.source] = chosen[line.target] = true;  // whom the headline names too
  }
  if (center != Nobody) {
    chosen[center] = true;
  }

  std::vector<std::size_t> place(all);
  std::vector<Vertex> isolated;
  for (Vertex v = 0; v < all; ++v) {
    if (chosen[v]) {
      drawing.actors.push_back(std::move(offices[v]));
    } else {
      auto& count = left_out_as(drawing, network, {v, reach[v], away[v], news[v] || !whole});
      ++count;
      if (&count == &drawing.isolated) {
        isolated.push_back(v);
      }
    }
  }
  drawing.isolated_first = most_salient(network, std::move(isolated));
  weigh_actors(network, reach, drawing.actors);
  for (std::size_t i = 0; i < drawing.actors.size(); ++i) {
    place[drawing.actors[i].vertex] = i;
  }
  for (auto& line : lines) {
    drawing.lines.push_back({std::move(static_cast<LineContent&>(line)), place[line.source], place[line.target]});
  }
  if (options.grouping == RenderGrouping::Country) {
    drawing.groups = grouped_by_country(network, drawing.actors);
  }
  rank_lines(drawing);
  leave_out_weak_lines(drawing, options);
  return drawing;
}

}  // namespace entente
