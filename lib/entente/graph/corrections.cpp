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

namespace entente::inline v0_1 {

namespace {

struct Rule {
  std::string_view name;
  Correction::Kind kind;
  std::size_t least;  // columns after the first
  std::size_t most;
  std::string_view usage;
};

constexpr std::array<Rule, 6> Rules = {
    {{"same", Correction::Kind::Same, 2, 2, "same ACTOR ACTOR"},
     {"apart", Correction::Kind::Apart, 3, 3, "apart ACTOR ARTICLE NAME"},
     {"not", Correction::Kind::Not, 1, 1, "not ACTOR"},
     {"kind", Correction::Kind::ActorKind, 2, 2, "kind ACTOR KIND"},
     {"name", Correction::Kind::Name, 2, 2, "name ACTOR NAME"},
     {"strike", Correction::Kind::Strike, 3, 4, "strike ACTOR TYPE ACTOR [ARTICLE]"}}};

std::optional<ActorKind> kind_named(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(ActorKind::Other); ++i) {
    if (actor_kind_name(static_cast<ActorKind>(i)) == name) {
      return static_cast<ActorKind>(i);
    }
  }
  return std::nullopt;
}

Correction correction_of(RowReader& rows, const std::string& where) {
  const auto columns = rows.columns();
  const auto* const rule =
      std::find_if(Rules.begin(), Rules.end(), [&](const Rule& r) { return r.name == columns[0]; });
  if (rule == Rules.end()) {
    rows.fail(fmt::format("found \"{}\"; expected same, apart, not, kind, name or strike", columns[0]));
  }
  if (columns.size() - 1 < rule->least || columns.size() - 1 > rule->most) {
    rows.fail(fmt::format("found {} columns; expected {}, with tabs between", columns.size(), rule->usage));
  }
  Correction correction{.kind = rule->kind, .values = {}, .where = where};
  std::transform(columns.begin() + 1, columns.end(), std::back_inserter(correction.values),
                 [](std::string_view value) { return std::string(value); });
  if (rule->kind == Correction::Kind::ActorKind && !kind_named(columns[2])) {
    rows.fail(fmt::format("found the kind \"{}\"; expected person, country, organisation, place, group or other",
                          columns[2]));
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
    const std::optional<Vertex> actor = vertex_of(network_, values[0]);
    if (!actor || dropped_.contains(*actor)) {
      return;
    }
    switch (correction.kind) {
      case Correction::Kind::Same:
        same(*actor, vertex_of(network_, values[1]));
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
        strike(*actor, vertex_of(network_, values[2]), values);
        break;
    }
  }

  bool changed() const { return changed_; }

  // The network without what was dropped.
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

  // What one says is said by the other.
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
    if (!other || *other == kept || dropped_.contains(*other)) {
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
      Relation moved = network_[edge];
      if (article) {
        std::erase_if(moved.evidence, [&](const Evidence& e) { return e.article != *article; });
        std::erase_if(network_[edge].evidence, [&](const Evidence& e) { return e.article == *article; });
      } else {
        network_[edge].evidence.clear();
      }
      const Vertex far = out ? boost::target(edge, network_) : boost::source(edge, network_);
      if (!moved.evidence.empty() && far != to) {
        boost::add_edge(out ? to : far, out ? far : to, std::move(moved), network_);
      }
    }
  }

  void strike(Vertex a, std::optional<Vertex> b, const std::vector<std::string>& values) {
    constexpr std::size_t ArticleColumn = 3;
    if (!b) {
      return;
    }
    const auto article = values.size() > ArticleColumn ? article_of(network_, values[ArticleColumn]) : std::nullopt;
    if (values.size() > ArticleColumn && !article) {
      return;
    }
    const bool symmetric = types_.types[types_.find(values[1])].symmetric;
    for (auto [edge, end] = boost::edges(network_); edge != end; ++edge) {
      const Vertex source = boost::source(*edge, network_);
      const Vertex target = boost::target(*edge, network_);
      if (((source == a && target == *b) || (source == *b && target == a && symmetric)) &&
          network_[*edge].type == values[1]) {
        std::erase_if(network_[*edge].evidence, [&](const Evidence& e) { return !article || e.article == *article; });
        changed_ = true;
      }
    }
  }

  Network& network_;
  const RelationTypes& types_;
  std::set<Vertex> dropped_;
  bool changed_ = false;
};

}  // namespace

std::vector<Correction> read_corrections(std::string_view bytes, const std::string& where) {
  std::vector<Correction> corrections;
  RowReader rows(where, bytes);
  while (rows.next()) {
    corrections.push_back(correction_of(rows, where));
  }
  return corrections;
}

void correct(Network& network, const std::vector<Correction>& corrections, const RelationTypes& types) {
  Corrector corrector(network, types);
  for (const Correction& correction : corrections) {
    corrector.apply(correction);
  }
  if (!corrector.changed()) {
    return;
  }
  // Relations that became the same are folded, and all are summed up anew.
  NetworkMerger merger(types, MergePersons::Decided);
  merger.add(corrector.finish());
  network = merger.finish();
}

}  // namespace entente
