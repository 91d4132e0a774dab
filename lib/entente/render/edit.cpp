// Network → Drawing: filter, merge into lines, fold offices, choose the main actors, leave out the weakest lines.
#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <string_view>
#include <tuple>

#include <entente/base/error.hpp>
#include <entente/graph/filter.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/wording.hpp>
#include <entente/render/drawing.hpp>
#include <entente/render/grouping.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/office_label.hpp>
#include <entente/render/style.hpp>

namespace entente {

namespace {

const Vertex Nobody = boost::graph_traits<Network>::null_vertex();

constexpr auto Far = std::numeric_limits<unsigned>::max();  // of distances

using Lines = std::vector<DrawnLine>;  // until the end, source and target are vertices

// Firmest first: a line with one asserted relation is solid. What is denied or has ended never shares a line with
// others.
int softness(Status status) {
  switch (status) {
    case Status::Asserted:
      return 0;
    case Status::Planned:
      return 1;
    case Status::Requested:
      return 2;
    case Status::Possible:
      return 3;
    case Status::Negated:
    case Status::Ended:
      return 4;
  }
  return 4;
}

Status firmer(Status a, Status b) { return softness(a) <= softness(b) ? a : b; }

// What one says of two actors, whatever its status.
auto said(const Network& network, Edge edge) {
  const Relation& relation = network[edge];
  return std::tuple(boost::source(edge, network), boost::target(edge, network), std::string_view(relation.type),
                    relation.type == "other" ? std::string_view(relation.predicate) : std::string_view());
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

// Adds a relation to the labels of a line; the same words are counted together.
void put(DrawnLine& line, Edge edge, const Relation& relation, const std::string& text) {
  const auto evidence = std::max<std::size_t>(relation.evidence.size(), 1);
  const auto same = std::find_if(line.labels.begin(), line.labels.end(), [&](const auto& l) { return l.text == text; });
  if (same == line.labels.end()) {
    line.labels.push_back({text, relation.status, evidence});
  } else {
    same->status = firmer(same->status, relation.status);
    same->evidence += evidence;
  }
  line.status = line.relations.empty() ? relation.status : firmer(line.status, relation.status);
  line.evidence += evidence;
  line.relations.push_back(edge);
}

void put_all(DrawnLine& line, const DrawnLine& other) {
  for (const auto& label : other.labels) {
    const auto same =
        std::find_if(line.labels.begin(), line.labels.end(), [&](const auto& l) { return l.text == label.text; });
    if (same == line.labels.end()) {
      line.labels.push_back(label);
    } else {
      same->status = firmer(same->status, label.status);
      same->evidence += label.evidence;
    }
  }
  line.status = firmer(line.status, other.status);
  line.evidence += other.evidence;
  line.relations.insert(line.relations.end(), other.relations.begin(), other.relations.end());
}

bool same_words(const DrawnLine& a, const DrawnLine& b) {
  return a.labels.size() == b.labels.size() && std::all_of(a.labels.begin(), a.labels.end(), [&](const auto& label) {
           return std::any_of(b.labels.begin(), b.labels.end(), [&](const auto& l) { return l.text == label.text; });
         });
}

// The relations of one pair and family: to and fro, and those without direction, which join the better founded side.
struct Bundle {
  DrawnLine to;
  DrawnLine fro;
  DrawnLine both;
};

void finish(Bundle&& bundle, Lines& lines) {
  auto& [to, fro, both] = bundle;
  if (!to.relations.empty() && !fro.relations.empty() && same_words(to, fro)) {
    put_all(to, fro);
    to.arrow_at_source = true;
    fro = DrawnLine();
  }
  if (to.relations.empty() && fro.relations.empty()) {
    both.arrow_at_target = false;
    lines.push_back(std::move(both));
    return;
  }
  if (!both.relations.empty()) {
    put_all(to.evidence >= fro.evidence ? to : fro, both);
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
    const RelationType& type = types.types.at(types.find(relation.type));
    const auto source = boost::source(edge, network);
    const auto target = boost::target(edge, network);
    const bool apart = relation.status == Status::Negated || relation.status == Status::Ended;
    auto& bundle = bundles[{std::min(source, target), std::max(source, target), type.family,
                            apart ? relation.status : Status::Asserted}];
    auto& line = type.symmetric ? bundle.both : source < target ? bundle.to : bundle.fro;
    line.source = line.relations.empty() ? source : line.source;
    line.target = line.relations.empty() ? target : line.target;
    line.family = type.family;
    put(line, edge, relation, cleaned(relation_label(relation, type)));
  }
  Lines lines;
  for (auto& [key, bundle] : bundles) {
    finish(std::move(bundle), lines);
  }
  for (auto& line : lines) {
    std::stable_sort(line.labels.begin(), line.labels.end(), [](const LineLabel& a, const LineLabel& b) {
      return std::pair(softness(a.status), b.evidence) < std::pair(softness(b.status), a.evidence);
    });
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

bool mentions(const std::string& description, const Actor& actor) {
  return description.find(actor.name) != std::string::npos;
}

bool may_stand_under_name(const DrawnLine& line, const Network& network) {
  const auto& words = picture_style().under_name;
  const bool told = line.status == Status::Asserted || line.status == Status::Ended;
  return told && line.family == RelationFamily::Belonging &&
         std::all_of(line.relations.begin(), line.relations.end(), [&](Edge edge) {
           return boost::source(edge, network) == line.source &&
                  std::find(words.begin(), words.end(), network[edge].type) != words.end();
         });
}

using Offices = std::vector<DrawnActor>;  // by vertex

Offices described(const Network& network, const RenderOptions& options) {
  Offices offices(boost::num_vertices(network));
  for (Vertex v = 0; v < offices.size(); ++v) {
    offices[v].vertex = v;
    if (auto text = cleaned(network[v].description); options.offices && !text.empty()) {
      offices[v].offices.push_back(std::move(text));
    }
  }
  return offices;
}

// A line of belonging goes under the name of its source where the source keeps another line, so that it stays in the
// picture, and the target does too or is the lesser of the two. The actor asked for keeps all its lines.
void fold_offices(const Network& network, const RelationTypes& types, std::size_t centre, Lines& lines,
                  Offices& offices) {
  constexpr std::size_t MostOffices = 2;
  auto degree = degrees(network, lines);
  std::erase_if(lines, [&](const DrawnLine& line) {
    const Actor& source = network[line.source];
    const Actor& target = network[line.target];
    auto& holder = offices[line.source];
    if (!may_stand_under_name(line, network) || line.source == centre || line.target == centre ||
        degree[line.source] < 2 || (degree[line.target] < 2 && target.salience > source.salience)) {
      return false;
    }
    if (!mentions(source.description, target)) {
      if (holder.offices.size() >= MostOffices) {
        return false;
      }
      const auto& type = types.types.at(types.find(network[line.relations.front()].type));
      holder.offices.push_back(office_label(type, line.status, cleaned(target.name)));
    }
    holder.told.insert(holder.told.end(), line.relations.begin(), line.relations.end());
    --degree[line.source];
    --degree[line.target];
    return true;
  });
}

// How many lines each actor is away from the centre; all are 0 without one.
std::vector<unsigned> distances(const Network& network, const Lines& lines, std::size_t centre, unsigned depth) {
  std::vector<unsigned> away(boost::num_vertices(network), centre == Nobody ? 0 : Far);
  if (centre == Nobody) {
    return away;
  }
  away[centre] = 0;
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

float lesser_salience(const Network& network, const DrawnLine& line) {
  return std::min(network[line.source].salience, network[line.target].salience);
}

// The most salient actors that have a line among themselves: lines whose lesser end is the most salient come first,
// and bring their ends with them until there are enough.
std::vector<bool> main_actors(const Network& network, const Lines& lines, std::size_t centre, std::size_t top) {
  std::vector<bool> chosen(boost::num_vertices(network));
  std::vector<const DrawnLine*> order;
  for (const auto& line : lines) {
    order.push_back(&line);
  }
  const auto key = [&](const DrawnLine* line) {
    const bool near = line->source == centre || line->target == centre;
    return std::tuple(!near,
                      near ? -std::min(1.0F, network[line->source].salience + network[line->target].salience)
                           : -lesser_salience(network, *line),
                      -static_cast<double>(line->evidence));
  };
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
  std::size_t room = top == 0 ? std::numeric_limits<std::size_t>::max() : top;
  for (const auto* line : order) {
    const std::size_t fresh = (chosen[line->source] ? 0U : 1U) + (chosen[line->target] ? 0U : 1U);
    if (fresh <= room) {
      chosen[line->source] = chosen[line->target] = true;
      room -= fresh;
    }
  }
  return chosen;
}

class Forest {
 public:
  explicit Forest(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), std::size_t{0}); }
  // True where the two were not connected before.
  bool join(std::size_t a, std::size_t b) {
    a = root(a);
    b = root(b);
    parent_[a] = b;
    return a != b;
  }

 private:
  std::size_t root(std::size_t at) {
    while (parent_[at] != at) {
      at = parent_[at] = parent_[parent_[at]];
    }
    return at;
  }
  std::vector<std::size_t> parent_;
};

// Best founded first: evidence, firmness, and the weight of the two actors.
void rank_lines(Drawing& drawing) {
  const auto worth = [&](const DrawnLine& line) {
    const double actors = drawing.actors[line.source].prominence + drawing.actors[line.target].prominence;
    return (static_cast<double>(std::min<std::size_t>(line.evidence, 8)) + 2.0 * actors) /
           (1.0 + 0.25 * softness(line.status));
  };
  std::stable_sort(drawing.lines.begin(), drawing.lines.end(),
                   [&](const DrawnLine& a, const DrawnLine& b) { return worth(a) > worth(b); });
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
  Lines lines;
  for (std::size_t i = 0; i < keep.size(); ++i) {
    if (keep[i]) {
      lines.push_back(std::move(drawing.lines[i]));
    }
  }
  drawing.weak = drawing.lines.size() - lines.size();
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

// The count to which an actor belongs that is not drawn.
std::size_t& left_out_as(Drawing& drawing, const Network& network, Vertex v, std::size_t lines, unsigned away) {
  if (lines == 0) {
    return related(network, v) ? drawing.unasked : drawing.isolated;
  }
  return away == Far ? drawing.far : drawing.minor;
}

}  // namespace

Drawing edit(const Network& network, const RelationTypes& types, const RenderOptions& options) {
  if (options.grouping != RenderGrouping::Off && options.engine != RenderEngine::Dot) {
    throw Error(ErrorCode::Usage, "groups", "only the engine dot can draw them");
  }
  const auto centre = options.around.empty() ? Nobody : find_actor(network, options.around);
  auto lines = merged(network, types, chosen_relations(network, types, options));
  const auto all = boost::num_vertices(network);
  const auto reach = degrees(network, lines);

  const auto away = distances(network, lines, centre, options.depth);
  std::erase_if(lines, [&](const DrawnLine& line) { return std::max(away[line.source], away[line.target]) == Far; });
  auto offices = described(network, options);
  if (options.offices) {
    fold_offices(network, types, centre, lines, offices);
  }
  auto chosen = main_actors(network, lines, centre, options.top);
  if (centre != Nobody) {
    chosen[centre] = true;
  }

  Drawing drawing;
  std::vector<std::size_t> place(all);
  for (Vertex v = 0; v < all; ++v) {
    if (chosen[v]) {
      drawing.actors.push_back(std::move(offices[v]));
    } else {
      ++left_out_as(drawing, network, v, reach[v], away[v]);
    }
  }
  weigh_actors(network, reach, drawing.actors);
  for (std::size_t i = 0; i < drawing.actors.size(); ++i) {
    place[drawing.actors[i].vertex] = i;
  }
  for (auto& line : lines) {
    if (chosen[line.source] && chosen[line.target]) {
      line.source = place[line.source];
      line.target = place[line.target];
      drawing.lines.push_back(std::move(line));
    }
  }
  if (options.grouping == RenderGrouping::Country) {
    drawing.groups = grouped_by_country(network, drawing.actors);
  }
  rank_lines(drawing);
  leave_out_weak_lines(drawing, options);
  return drawing;
}

}  // namespace entente
