#include <entente/graph/merge.hpp>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <entente/base/hash.hpp>
#include <entente/base/ids.hpp>
#include <entente/graph/evidence.hpp>

namespace entente {

namespace {

constexpr char Mark = '~';  // no slug has it: what follows was added by a merge

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// The id before a merge numbered it: "report" of "report~2".
std::string_view article_base(std::string_view id) {
  const std::size_t mark = id.rfind(Mark);
  return mark != std::string_view::npos && mark > 0 && all_digits(id.substr(mark + 1)) ? id.substr(0, mark) : id;
}

// A person of whom the article has no more than one word: "Smith".
bool single_name(const Actor& actor) {
  return actor.kind == ActorKind::Person && actor.name.find(' ') == std::string::npos;
}

// All that tells one article from another.
using ArticleKey =
    std::tuple<std::string, std::string, std::string, std::string>;  // base of the id, title, date, source

ArticleKey key_of(const ArticleRecord& a) { return {std::string(article_base(a.id)), a.title, a.date, a.source}; }

// All that tells one actor from another.
struct ActorKey {
  std::string base;  // of the id
  ActorKind kind = ActorKind::Other;
  std::uint32_t only_in = None;  // the article, of a person known by a single name; sorted after None by +1
  friend auto operator<=>(const ActorKey& a, const ActorKey& b) {
    return std::tuple(std::string_view(a.base), a.kind, a.only_in + 1) <=>
           std::tuple(std::string_view(b.base), b.kind, b.only_in + 1);
  }
  friend bool operator==(const ActorKey&, const ActorKey&) = default;
};

// Of two texts of which one must be kept: the longer, then the first in byte order.
void keep_better(std::string& kept, std::string& other) {
  if (other.size() > kept.size() || (other.size() == kept.size() && other < kept)) {
    std::swap(kept, other);
  }
}

bool mention_before(const ActorMention& a, const ActorMention& b) {
  return std::tuple(a.article, a.text, a.form) < std::tuple(b.article, b.text, b.form);
}

bool same_mention(const ActorMention& a, const ActorMention& b) {
  return !mention_before(a, b) && !mention_before(b, a);
}

class Merger {
 public:
  Merger(std::vector<Network> networks, const RelationTypes& types) : networks_(std::move(networks)), types_(types) {}

  Network merge() {
    unite_articles();
    unite_actors();
    name_actors();
    weigh_actors();
    order_actors();
    unite_relations();
    return std::move(result_);
  }

 private:
  // New articles in order of key; article_of_[network][old] is the new index.
  void unite_articles() {
    std::map<ArticleKey, ArticleRecord> all;
    for (const Network& network : networks_) {
      for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
        all.try_emplace(key_of(article), article);
      }
    }
    std::map<ArticleKey, std::uint32_t> index;
    std::vector<ArticleRecord>& articles = result_[boost::graph_bundle].articles;
    std::size_t number = 1;
    for (auto& [key, record] : all) {
      const std::string& base = std::get<0>(key);
      number = !articles.empty() && article_base(articles.back().id) == base ? number + 1 : 1;
      record.id = number == 1 ? base : fmt::format("{}{}{}", base, Mark, number);
      index.emplace(key, static_cast<std::uint32_t>(articles.size()));
      articles.push_back(std::move(record));
    }
    for (const Network& network : networks_) {
      std::vector<std::uint32_t>& map = article_of_.emplace_back();
      for (const ArticleRecord& article : network[boost::graph_bundle].articles) {
        map.push_back(index.at(key_of(article)));
      }
    }
  }

  ActorKey key_of_actor(const Network& network, const std::vector<std::uint32_t>& article_of,
                        const Actor& actor) const {
    ActorKey key{actor.id, actor.kind, None};
    const std::size_t mark = actor.id.find(Mark);
    const std::string_view added = mark == std::string::npos ? "" : std::string_view(actor.id).substr(mark + 1);
    const bool single = single_name(actor);
    if (!added.empty() && (added == actor_kind_name(actor.kind) || (single && has_article(network, added)))) {
      key.base.resize(mark);
    }
    if (single && !actor.mentions.empty()) {
      const std::uint32_t first = actor.mentions.front().article;
      const auto same = [&](const ActorMention& mention) { return mention.article == first; };
      key.only_in = std::all_of(actor.mentions.begin(), actor.mentions.end(), same) ? article_of[first] : None;
    }
    return key;
  }

  static bool has_article(const Network& network, std::string_view id) {
    const auto& articles = network[boost::graph_bundle].articles;
    return std::any_of(articles.begin(), articles.end(),
                       [&](const ArticleRecord& article) { return article.id == id; });
  }

  // actors_ by key; actor_of_[network][old vertex] is the index in actors_.
  void unite_actors() {
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_base;
    for (std::size_t n = 0; n < networks_.size(); ++n) {
      Network& network = networks_[n];
      std::vector<std::uint32_t>& map = actor_of_.emplace_back();
      map.reserve(boost::num_vertices(network));
      for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
        ActorKey key = key_of_actor(network, article_of_[n], network[v]);
        std::vector<std::uint32_t>& candidates = by_base[key.base];
        const auto known = std::find_if(candidates.begin(), candidates.end(),
                                        [&](std::uint32_t index) { return actors_[index].key == key; });
        const auto index = known == candidates.end() ? static_cast<std::uint32_t>(actors_.size()) : *known;
        if (known == candidates.end()) {
          candidates.push_back(index);
          actors_.push_back({std::move(key), {}});
        }
        map.push_back(index);
        unite(actors_[index].actor, Actor(network[v]), article_of_[n]);
      }
    }
    for (auto& [key, actor] : actors_) {
      finish(actor);
    }
  }

  static void unite(Actor& kept, Actor other, const std::vector<std::uint32_t>& article_of) {
    for (ActorMention& mention : other.mentions) {
      mention.article = article_of[mention.article];
    }
    kept.kind = other.kind;
    kept.gender = std::max(kept.gender, other.gender);
    keep_better(kept.name, other.name);
    keep_better(kept.description, other.description);
    kept.aliases.push_back(std::move(other.name));
    std::move(other.aliases.begin(), other.aliases.end(), std::back_inserter(kept.aliases));
    if (kept.country.empty() || (!other.country.empty() && other.country < kept.country)) {
      kept.country = std::move(other.country);
    }
    kept.salience = std::max(kept.salience, other.salience);
    kept.mentions.insert(kept.mentions.end(), other.mentions.begin(), other.mentions.end());
  }

  static void finish(Actor& actor) {
    std::vector<std::string>& aliases = actor.aliases;
    std::sort(aliases.begin(), aliases.end());
    aliases.erase(std::unique(aliases.begin(), aliases.end()), aliases.end());
    std::erase_if(aliases, [&](const std::string& alias) { return alias.empty() || alias == actor.name; });
    std::sort(actor.mentions.begin(), actor.mentions.end(), mention_before);
    actor.mentions.erase(std::unique(actor.mentions.begin(), actor.mentions.end(), same_mention), actor.mentions.end());
  }

  // The first of those that share a base has it for its id; the others get a mark.
  void name_actors() {
    std::vector<std::uint32_t> order(actors_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::sort(order.begin(), order.end(),
              [&](std::uint32_t a, std::uint32_t b) { return actors_[a].key < actors_[b].key; });
    const auto& articles = result_[boost::graph_bundle].articles;
    std::set<std::string> marked;  // bases are unique by themselves; a foreign id may have a mark of its own
    for (std::size_t i = 0; i < order.size(); ++i) {
      auto& [key, actor] = actors_[order[i]];
      actor.id = key.base;
      if (i > 0 && actors_[order[i - 1]].key.base == key.base) {
        actor.id += Mark;
        actor.id += key.only_in == None ? std::string(actor_kind_name(key.kind)) : articles[key.only_in].id;
      }
      while (actor.id.find(Mark) != std::string::npos && !marked.insert(actor.id).second) {
        actor.id += Mark;
      }
    }
  }

  // An actor's share of the mentions of each article, averaged. One article keeps what its reader thought.
  void weigh_actors() {
    const std::size_t articles = result_[boost::graph_bundle].articles.size();
    std::vector<std::uint32_t> total(articles);
    for (const auto& [key, actor] : actors_) {
      for (const ActorMention& mention : actor.mentions) {
        ++total[mention.article];
      }
    }
    if (articles < 2 || std::all_of(total.begin(), total.end(), [](std::uint32_t t) { return t == 0; })) {
      return;
    }
    for (auto& [key, actor] : actors_) {
      double share = 0.0;
      for (const ActorMention& mention : actor.mentions) {
        share += 1.0 / total[mention.article];
      }
      actor.salience = rounded_salience(share / static_cast<double>(articles));
    }
  }

  // Gives the actors to the result; vertex_of_[index in actors_] is where each went.
  void order_actors() {
    const auto place = [this](std::uint32_t index) {
      const Actor& actor = actors_[index].actor;
      const ActorMention never{None, {}, MentionForm::Name};
      const ActorMention& first = actor.mentions.empty() ? never : actor.mentions.front();
      return std::tuple(first.article, first.text.begin, std::string_view(actor.id));
    };
    std::vector<std::uint32_t> order(actors_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) {
      order[i] = i;
    }
    std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return place(a) < place(b); });
    vertex_of_.resize(actors_.size());
    for (const std::uint32_t index : order) {
      vertex_of_[index] = boost::add_vertex(result_);
    }
    for (const std::uint32_t index : order) {
      result_[vertex_of_[index]] = std::move(actors_[index].actor);
    }
  }

  // A relation under its new ends, before it is folded.
  struct Row {
    Vertex source = 0;
    Vertex target = 0;
    Relation relation;
    // Untyped relations are told apart by their predicate.
    std::string_view predicate() const { return relation.type == "other" ? relation.predicate : std::string_view(); }
    auto key() const {
      return std::tuple(source, target, std::string_view(relation.type), relation.status, predicate());
    }
    auto place() const {
      const Evidence& first = relation.evidence.front();
      return std::tuple(first.article, first.sentence, first.predicate);
    }
  };

  void unite_relations() {
    std::vector<Row> rows = all_relations();
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) { return a.key() < b.key(); });
    std::size_t folded = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (folded > 0 && rows[folded - 1].key() == rows[i].key()) {
        auto& evidence = rows[folded - 1].relation.evidence;
        std::move(rows[i].relation.evidence.begin(), rows[i].relation.evidence.end(), std::back_inserter(evidence));
      } else {
        if (folded != i) {
          rows[folded] = std::move(rows[i]);
        }
        ++folded;
      }
    }
    rows.erase(rows.begin() + static_cast<std::ptrdiff_t>(folded), rows.end());
    for (Row& row : rows) {
      summarise(row.relation);
    }
    std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
      return a.place() != b.place() ? a.place() < b.place() : a.key() < b.key();
    });
    for (Row& row : rows) {
      boost::add_edge(row.source, row.target, std::move(row.relation), result_);
    }
  }

  std::vector<Row> all_relations() {
    std::vector<Row> rows;
    for (std::size_t n = 0; n < networks_.size(); ++n) {
      Network& network = networks_[n];
      const std::unordered_map<std::string_view, Vertex> by_id = vertices_by_id(network);
      const auto new_speaker = [&](std::string& speaker) {
        if (const auto known = by_id.find(speaker); known != by_id.end()) {
          speaker = result_[vertex_of_[actor_of_[n][known->second]]].id;
        }
      };
      for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
        Row row{vertex_of_[actor_of_[n][boost::source(*edge, network)]],
                vertex_of_[actor_of_[n][boost::target(*edge, network)]], std::move(network[*edge])};
        if (row.source == row.target || row.relation.evidence.empty()) {
          continue;
        }
        if (result_[row.target].id < result_[row.source].id && symmetric(row.relation.type)) {
          std::swap(row.source, row.target);
        }
        for (Evidence& evidence : row.relation.evidence) {
          evidence.article = article_of_[n][evidence.article];
          new_speaker(evidence.speaker);
        }
        rows.push_back(std::move(row));
      }
    }
    return rows;
  }

  static std::unordered_map<std::string_view, Vertex> vertices_by_id(const Network& network) {
    std::unordered_map<std::string_view, Vertex> by_id;
    by_id.reserve(boost::num_vertices(network));
    for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
      by_id.emplace(network[v].id, v);
    }
    return by_id;
  }

  bool symmetric(std::string_view type) const { return types_.types[types_.find(type)].symmetric; }

  struct United {
    ActorKey key;
    Actor actor;
  };

  std::vector<Network> networks_;
  const RelationTypes& types_;
  Network result_;
  std::vector<std::vector<std::uint32_t>> article_of_;
  std::vector<std::vector<std::uint32_t>> actor_of_;
  std::vector<United> actors_;
  std::vector<Vertex> vertex_of_;
};

}  // namespace

Network merge(std::vector<Network> networks, const RelationTypes& types) {
  return Merger(std::move(networks), types).merge();
}

}  // namespace entente
