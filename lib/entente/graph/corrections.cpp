#include <entente/graph/corrections.hpp>

#include <algorithm>
#include <array>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/surface.hpp>
#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/graph/evidence.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

namespace {

struct Rule {
  std::string_view name;
  Correction::Kind kind;
  std::size_t least;  // columns after the first
  std::size_t most;
  std::span<const std::size_t> actors;  // of the columns after the first
  std::span<const std::size_t> types;
  std::string_view usage;
};

constexpr std::array<std::size_t, 1> First = {0};
constexpr std::array<std::size_t, 1> Second = {1};
constexpr std::array<std::size_t, 2> FirstAndSecond = {0, 1};
constexpr std::array<std::size_t, 2> FirstAndThird = {0, 2};
constexpr std::array<std::size_t, 2> SecondAndFourth = {1, 3};

constexpr std::array<Rule, 7> Rules = {
    {{"same", Correction::Kind::Same, 2, 2, FirstAndSecond, {}, "same ACTOR ACTOR"},
     {"apart", Correction::Kind::Apart, 3, 3, First, {}, "apart ACTOR ARTICLE NAME"},
     {"not", Correction::Kind::Not, 1, 1, First, {}, "not ACTOR"},
     {"kind", Correction::Kind::ActorKind, 2, 2, First, {}, "kind ACTOR KIND"},
     {"name", Correction::Kind::Name, 2, 2, First, {}, "name ACTOR NAME"},
     {"strike", Correction::Kind::Strike, 3, 4, FirstAndThird, Second, "strike ACTOR TYPE ACTOR [ARTICLE]"},
     {"retype", Correction::Kind::Retype, 4, 5, FirstAndThird, SecondAndFourth,
      "retype ACTOR TYPE ACTOR TYPE [ARTICLE]"}}};

const Rule* rule_named(std::string_view name) {
  const auto* const rule = std::find_if(Rules.begin(), Rules.end(), [&](const Rule& r) { return r.name == name; });
  return rule == Rules.end() ? nullptr : rule;
}

std::optional<ActorKind> kind_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(ActorKind::Other); ++i) {
    if (actor_kind_name(static_cast<ActorKind>(i)) == name) {
      return static_cast<ActorKind>(i);
    }
  }
  return std::nullopt;
}

void expect_types(const Rule& rule, const Correction& correction, const RelationTypes& types, const RowReader& rows) {
  for (const std::size_t column : rule.types) {
    const std::string& name = correction.values[column];
    if (!types.find(name)) {
      rows.fail(fmt::format("the relation type \"{}\"", name), "one that entente types lists");
    }
  }
}

Correction correction_of(const RowReader& rows, const std::string& where, const RelationTypes* types) {
  const auto columns = rows.columns();
  const Rule* const rule = rule_named(columns[0]);
  if (rule == nullptr) {
    rows.fail(fmt::format("\"{}\"", columns[0]), "same, apart, not, kind, name, strike or retype");
  }
  const bool filled = std::none_of(columns.begin(), columns.end(), [](std::string_view c) { return c.empty(); });
  if (columns.size() - 1 < rule->least || columns.size() - 1 > rule->most || !filled) {
    rows.fail(fmt::format("{} columns", columns.size()), fmt::format("{}, with tabs between", rule->usage));
  }
  Correction correction{.kind = rule->kind, .values = {}, .where = where};
  std::transform(columns.begin() + 1, columns.end(), std::back_inserter(correction.values),
                 [](std::string_view value) { return std::string(value); });
  if (rule->kind == Correction::Kind::ActorKind && !kind_named(columns[2])) {
    rows.fail(fmt::format("the kind \"{}\"", columns[2]), "person, country, organisation, place, group or other");
  }
  if (types != nullptr) {
    expect_types(*rule, correction, *types, rows);
  }
  return correction;
}

std::optional<Vertex> vertex_of(const Network& network, const std::string& id) {
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    if (network[v].id == id) {
      return v;
    }
  }
  return std::nullopt;
}

// How well an actor matches: 2 by its name, 1 by an alias, 0 not at all.
int likeness(const Actor& actor, const std::string& key) {
  const auto is_key = [&](const std::string& name) { return search_key(name) == key; };
  return is_key(actor.name) ? 2 : std::any_of(actor.aliases.begin(), actor.aliases.end(), is_key) ? 1 : 0;
}

std::optional<std::uint32_t> article_of(const Network& network, const std::string& id) {
  const auto& articles = network[boost::graph_bundle].articles;
  const auto at = std::find_if(articles.begin(), articles.end(), [&](const auto& article) { return article.id == id; });
  return at == articles.end() ? std::nullopt : std::optional(static_cast<std::uint32_t>(at - articles.begin()));
}

class Corrector {
 public:
  Corrector(Network& network, const RelationTypes& types) : network_(network), types_(types) {}

  void apply(const Correction& correction) {
    const auto& values = correction.values;
    const std::optional<Vertex> actor = meant(values[0]);
    if (!actor) {
      return;
    }
    switch (correction.kind) {
      case Correction::Kind::Same:
        same(*actor, meant(values[1]));
        break;
      case Correction::Kind::Apart:
        apart(*actor, article_of(network_, values[1]), values[2]);
        break;
      case Correction::Kind::Not:
        drop(*actor);
        break;
      case Correction::Kind::ActorKind:
        network_[*actor].kind = *kind_named(values[1]);
        break;
      case Correction::Kind::Name:
        rename(network_[*actor], values[1]);
        break;
      case Correction::Kind::Strike:
        strike(*actor, meant(values[2]), values);
        break;
      case Correction::Kind::Retype:
        retype(*actor, meant(values[2]), values);
        break;
    }
  }

  bool changed() const { return changed_; }

  // The network without the dropped actors and relations.
  Network finish() {
    Network result;
    result[boost::graph_bundle] = network_[boost::graph_bundle];
    std::vector<Vertex> places(boost::num_vertices(network_));
    for (Vertex v = 0; v < boost::num_vertices(network_); ++v) {
      if (!dropped_.contains(v)) {
        places[v] = boost::add_vertex(std::move(network_[v]), result);
      }
    }
    for (auto [edge, end] = boost::edges(network_); edge != end; ++edge) {
      const Vertex source = boost::source(*edge, network_);
      const Vertex target = boost::target(*edge, network_);
      if (!dropped_.contains(source) && !dropped_.contains(target) && !network_[*edge].evidence.empty()) {
        boost::add_edge(places[source], places[target], std::move(network_[*edge]), result);
      }
    }
    return result;
  }

 private:
  // Names are compared only if no actor has the id, because a large network has many names.
  std::optional<Vertex> meant(const std::string& value) const {
    std::optional<Vertex> best = vertex_of(network_, value);
    const std::string key = search_key(value);
    if (best && !dropped_.contains(*best)) {
      return best;
    }
    best.reset();
    std::pair<int, std::size_t> most{0, 0};
    for (Vertex v = 0; v < boost::num_vertices(network_); ++v) {
      const std::pair<int, std::size_t> found{likeness(network_[v], key), network_[v].mentions.size()};
      if (!dropped_.contains(v) && !key.empty() && found.first > 0 && found > most) {
        most = found;
        best = v;
      }
    }
    return best;
  }

  void drop(Vertex v) {
    dropped_.insert(v);
    changed_ = true;
    say_as(network_[v].id, "");
  }

  static void rename(Actor& actor, const std::string& name) {
    actor.aliases.push_back(std::exchange(actor.name, name));
    std::sort(actor.aliases.begin(), actor.aliases.end());
    actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()), actor.aliases.end());
    std::erase(actor.aliases, name);
  }

  // Statements of one actor become the other's.
  void say_as(const std::string& from, const std::string& to) {
    for (auto [edge, end] = boost::edges(network_); edge != end; ++edge) {
      for (Evidence& evidence : network_[*edge].evidence) {
        if (evidence.speaker == from) {
          evidence.speaker = to;
        }
      }
    }
  }

  void same(Vertex kept, std::optional<Vertex> other) {
    if (!other || *other == kept) {
      return;
    }
    const std::string from = network_[*other].id;
    move_edges(*other, kept, {});
    Actor& actor = network_[kept];
    Actor& gone = network_[*other];
    actor.aliases.push_back(gone.name);
    actor.aliases.insert(actor.aliases.end(), gone.aliases.begin(), gone.aliases.end());
    std::sort(actor.aliases.begin(), actor.aliases.end());
    actor.aliases.erase(std::unique(actor.aliases.begin(), actor.aliases.end()), actor.aliases.end());
    std::erase(actor.aliases, actor.name);
    actor.mentions.insert(actor.mentions.end(), gone.mentions.begin(), gone.mentions.end());
    std::sort(actor.mentions.begin(), actor.mentions.end(), [](const ActorMention& a, const ActorMention& b) {
      return std::tuple(a.article, a.text, a.form) < std::tuple(b.article, b.text, b.form);
    });
    actor.salience = rounded_salience(static_cast<double>(actor.salience) + static_cast<double>(gone.salience));
    actor.description = actor.description.empty() ? gone.description : actor.description;
    const std::string to = actor.id;
    drop(*other);
    say_as(from, to);
  }

  void apart(Vertex actor, std::optional<std::uint32_t> article, const std::string& name) {
    if (!article) {
      return;
    }
    Actor other;
    other.name = name;
    other.kind = network_[actor].kind;
    other.id = slug(name);
    if (vertex_of(network_, other.id)) {
      other.id += "~" + network_[boost::graph_bundle].articles[*article].id;
    }
    const auto in_article = [&](const ActorMention& mention) { return mention.article == *article; };
    auto& mentions = network_[actor].mentions;
    std::copy_if(mentions.begin(), mentions.end(), std::back_inserter(other.mentions), in_article);
    std::erase_if(mentions, in_article);
    const std::optional<Vertex> known = vertex_of(network_, other.id);
    move_edges(actor, known ? *known : boost::add_vertex(std::move(other), network_), article);
  }

  // Relations of one actor become the other's: all of their evidence, or that of one article.
  void move_edges(Vertex from, Vertex to, std::optional<std::uint32_t> article) {
    changed_ = true;
    std::vector<std::pair<Edge, bool>> edges;
    for (auto [edge, end] = boost::out_edges(from, network_); edge != end; ++edge) {
      edges.emplace_back(*edge, true);
    }
    for (auto [edge, end] = boost::in_edges(from, network_); edge != end; ++edge) {
      edges.emplace_back(*edge, false);
    }
    for (const auto& [edge, out] : edges) {
      Relation moved = taken(edge, article);
      const Vertex far = out ? boost::target(edge, network_) : boost::source(edge, network_);
      if (!moved.evidence.empty() && far != to) {
        boost::add_edge(out ? to : far, out ? far : to, std::move(moved), network_);
      }
    }
  }

  // Removes the evidence of a relation, all of it or that of one article, and returns it.
  Relation taken(Edge edge, std::optional<std::uint32_t> article) {
    changed_ = true;
    Relation moved = network_[edge];
    const auto stays = [&](const Evidence& e) { return article && e.article != *article; };
    std::erase_if(moved.evidence, stays);
    std::erase_if(network_[edge].evidence, [&](const Evidence& e) { return !stays(e); });
    return moved;
  }

  // The relations of that type from one to the other; in both directions for a symmetric type.
  std::vector<Edge> edges_between(Vertex a, Vertex b, const std::string& type) const {
    const bool symmetric = types_.named(type).symmetric;
    std::vector<Edge> edges;
    for (auto [edge, end] = boost::edges(network_); edge != end; ++edge) {
      const Vertex source = boost::source(*edge, network_);
      const Vertex target = boost::target(*edge, network_);
      const bool fits = (source == a && target == b) || (source == b && target == a && symmetric);
      if (fits && network_[*edge].type == type) {
        edges.push_back(*edge);
      }
    }
    return edges;
  }

  // Calls `change` with each relation that a row selects, and with the article if the row names one.
  template <typename Change>
  void change(Vertex a, std::optional<Vertex> b, const std::vector<std::string>& values, std::size_t article_column,
              Change change) {
    const bool names_article = values.size() > article_column;
    const auto article = names_article ? article_of(network_, values[article_column]) : std::nullopt;
    if (!b || (names_article && !article)) {
      return;
    }
    for (const Edge edge : edges_between(a, *b, values[1])) {
      change(edge, article);
    }
  }

  void strike(Vertex a, std::optional<Vertex> b, const std::vector<std::string>& values) {
    constexpr std::size_t ArticleColumn = 3;
    change(a, b, values, ArticleColumn, [&](Edge edge, auto article) { taken(edge, article); });
  }

  void retype(Vertex a, std::optional<Vertex> b, const std::vector<std::string>& values) {
    constexpr std::size_t TypeColumn = 3;
    constexpr std::size_t ArticleColumn = 4;
    change(a, b, values, ArticleColumn, [&](Edge edge, auto article) {
      Relation moved = taken(edge, article);
      moved.type = values[TypeColumn];
      if (!moved.evidence.empty()) {
        boost::add_edge(boost::source(edge, network_), boost::target(edge, network_), std::move(moved), network_);
      }
    });
  }

  Network& network_;
  const RelationTypes& types_;
  std::set<Vertex> dropped_;
  bool changed_ = false;
};

}  // namespace

std::span<const std::size_t> actor_columns(const Correction& correction) {
  const auto* const rule =
      std::find_if(Rules.begin(), Rules.end(), [&](const Rule& r) { return r.kind == correction.kind; });
  return rule->actors;
}

std::vector<Correction> read_corrections(std::string_view bytes, const std::string& where, const RelationTypes* types) {
  std::vector<Correction> corrections;
  RowReader rows(where, bytes);
  while (rows.next()) {
    corrections.push_back(correction_of(rows, where, types));
  }
  return corrections;
}

std::vector<Correction> corrections_among(std::string_view user_relations, const std::string& where,
                                          const RelationTypes& types) {
  std::vector<Correction> corrections;
  RowReader rows(where, user_relations);
  while (rows.next()) {
    if (rule_named(rows.columns().front()) != nullptr) {
      corrections.push_back(correction_of(rows, where, &types));
    }
  }
  return corrections;
}

std::string without_corrections(std::string_view user_relations) {
  std::string rest;
  while (!user_relations.empty()) {
    const std::size_t end = std::min(user_relations.find('\n'), user_relations.size());
    const std::string_view line = user_relations.substr(0, end);
    if (rule_named(trimmed(line.substr(0, line.find('\t')))) == nullptr) {
      rest += line;
    }
    rest += '\n';
    user_relations.remove_prefix(std::min(end + 1, user_relations.size()));
  }
  return rest;
}

void correct(Network& network, const std::vector<Correction>& corrections, const RelationTypes& types) {
  Corrector corrector(network, types);
  for (const Correction& correction : corrections) {
    corrector.apply(correction);
  }
  if (!corrector.changed()) {
    return;
  }
  // Folds relations that have become the same, and sums up all evidence again.
  NetworkMerger merger(types, MergePersons::Decided);
  merger.add(corrector.finish());
  network = merger.finish();
}

}  // namespace entente
