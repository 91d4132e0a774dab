// Reads the network around an actor from the tables, without unpacking the articles' graphs.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/base/spelling.hpp>
#include <entente/graph/evidence.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/relations/user_types.hpp>
#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

std::int64_t whole(std::size_t value) { return static_cast<std::int64_t>(value); }

StoredActor stored_actor(const sqlite::Statement& row) {
  return {.number = row.as<ActorNumber>(0),
          .id = row.text(1),
          .name = row.text(2),
          .kind = row.as<ActorKind>(3),
          .description = row.text(4),
          .articles = static_cast<std::size_t>(row.whole(5)),
          .mentions = static_cast<std::size_t>(row.whole(6))};
}

constexpr const char* ActorColumns = "e.number, e.id, e.name, e.kind, e.description, e.articles, e.mentions";

std::vector<StoredActor> actors_of(sqlite::Statement& rows) {
  std::vector<StoredActor> actors;
  while (rows.step()) {
    actors.push_back(stored_actor(rows));
  }
  return actors;
}

// The ids that several articles have.
std::set<std::string, std::less<>> ids_of_several(const sqlite::Database& database) {
  sqlite::Statement rows(database, "SELECT id FROM articles GROUP BY id HAVING count(*) > 1");
  std::set<std::string, std::less<>> ids;
  while (rows.step()) {
    ids.insert(rows.text(0));
  }
  return ids;
}

// Puts the relations of the tables into a network whose vertices are entities.
class Surroundings {
 public:
  // `several`: add_relations() is called several times, and a relation may come more than once.
  Surroundings(const Store& store, const sqlite::Database& database, bool several)
      : store_(store), database_(database), several_(several) {}

  // Adds the rows of `reports` that satisfy the condition in SQL, which may have one "?" for the bound entity.
  void add_relations(const std::string& condition, std::optional<ActorNumber> bound, const ArticleFilter& filter) {
    const bool all = filter.since.empty() && filter.until.empty() && filter.source.empty();
    sqlite::Statement rows(
        database_,
        fmt::format(
            "SELECT relation, iif(outward, entity, other), iif(outward, other, entity), type, predicate, "
            "status, article, first, last, lemmas, speaker, time_text, time_from, time_to, confidence, "
            "sentence_first, sentence_last, text, evidence FROM reports {} WHERE {}",
            all ? ""
                : fmt::format("CROSS JOIN (SELECT number FROM articles{}) a ON a.number = article", ArticleConditions),
            condition));
    int at = 0;
    if (!all) {
      for (const std::string& text :
           {filter.since, filter.since, filter.until, filter.until, filter.source, filter.source, filter.source}) {
        rows.bind_one(++at, text);
      }
    }
    if (bound) {
      rows.bind_one(++at, *bound);
    }
    std::int64_t last = 0;
    while (rows.step()) {
      if (several_ && !seen_.insert(rows.whole(18)).second) {
        continue;
      }
      if (rows.whole(0) != last) {
        last = rows.whole(0);
        edge_ = relation(rows);
      }
      add_evidence(rows);
    }
  }

  // The types of its relations, each with an article that has it.
  const std::map<std::string, ArticleNumber>& article_of_type() const { return article_of_type_; }

  Network finish(const RelationTypes& types) {
    NetworkMerger merger(types, MergePersons::Decided);
    merger.add(std::move(network_));
    return merger.finish();
  }

  Vertex vertex(ActorNumber entity) {
    const auto [at, fresh] = vertices_.try_emplace(entity, 0);
    if (fresh) {
      at->second = boost::add_vertex(actor(entity), network_);
    }
    return at->second;
  }

  // The entities of all vertices as a list in SQL: "(3,17)".
  std::string entity_list() const {
    std::vector<std::int64_t> all;
    for (const auto& [entity, v] : vertices_) {
      all.push_back(fmt::underlying(entity));
    }
    std::sort(all.begin(), all.end());
    return fmt::format("({})", fmt::join(all, ","));
  }

 private:
  // Source, target, type, status, and the predicate of an untyped relation.
  using RelationKey = std::tuple<Vertex, Vertex, const std::string*, Status, std::string>;

  Actor actor(ActorNumber entity) {
    Actor actor;
    entity_.bind(entity);
    if (entity_.step()) {
      actor.id = entity_.text(0);
      actor.name = entity_.text(1);
      actor.kind = entity_.as<ActorKind>(2);
      actor.gender = entity_.as<ActorGender>(3);
      actor.description = entity_.text(4);
      actor.country = entity_.text(5);
      actor.salience = rounded_salience(entity_.real(6) / all_articles_);
      for (const std::string_view alias : split(entity_.view(7), '\n')) {
        actor.aliases.emplace_back(alias);
      }
    }
    entity_.reset();
    return actor;
  }

  std::uint32_t article(ArticleNumber number) {
    const auto [at, fresh] = articles_.try_emplace(number, 0);
    if (fresh) {
      auto& records = network_[boost::graph_bundle].articles;
      at->second = static_cast<std::uint32_t>(records.size());
      article_.bind(number);
      if (article_.step()) {
        const bool only = !shared_ids_.contains(article_.view(0));
        records.push_back({only ? article_.text(0) : store_.name_of_article(number), article_.text(1), article_.text(2),
                           article_.text(3), article_.text(4)});
      }
      article_.reset();
    }
    return at->second;
  }

  // The evidence of all articles for one relation is united here already, as in a merge.
  Edge relation(const sqlite::Statement& row) {
    const std::string_view type = row.view(3);
    const auto [type_at, fresh_type] = article_of_type_.try_emplace(std::string(type), row.as<ArticleNumber>(6));
    const Vertex source = vertex(row.as<ActorNumber>(1));
    const Vertex target = vertex(row.as<ActorNumber>(2));
    RelationKey key{source, target, &type_at->first, row.as<Status>(5), is_untyped(type) ? row.text(4) : std::string()};
    const auto [at, fresh] = relations_.try_emplace(std::move(key));
    if (fresh) {
      Relation relation;
      relation.type = type;
      relation.predicate = row.text(4);
      relation.status = row.as<Status>(5);
      at->second = boost::add_edge(source, target, std::move(relation), network_).first;
    }
    return at->second;
  }

  void add_evidence(const sqlite::Statement& row) {
    Evidence evidence;
    evidence.article = article(row.as<ArticleNumber>(6));
    evidence.sentence = {static_cast<std::uint32_t>(row.whole(15)), static_cast<std::uint32_t>(row.whole(16))};
    evidence.predicate = {static_cast<std::uint32_t>(row.whole(7)), static_cast<std::uint32_t>(row.whole(8))};
    evidence.text = row.text(17);
    evidence.lemmas = row.text(9);
    if (!row.is_null(10)) {
      evidence.speaker = network_[vertex(row.as<ActorNumber>(10))].id;
    }
    if (!row.is_null(11)) {
      evidence.time = TimeExpression{row.text(11), row.text(12), row.text(13)};
    }
    evidence.confidence = static_cast<float>(row.real(14));
    network_[edge_].evidence.push_back(std::move(evidence));
  }

  const Store& store_;
  const sqlite::Database& database_;
  bool several_;
  const double all_articles_ =
      static_cast<double>(std::max<std::int64_t>(database_.whole("SELECT count(*) FROM articles"), 1));
  sqlite::Statement entity_{
      database_, "SELECT id, name, kind, gender, description, country, share, aliases FROM entities WHERE number = ?"};
  sqlite::Statement article_{database_,
                             "SELECT id, title, date, source, outlet FROM articles INDEXED BY articles_heads WHERE "
                             "number = ?"};
  const std::set<std::string, std::less<>> shared_ids_ = ids_of_several(database_);
  Network network_;
  std::unordered_map<ActorNumber, Vertex> vertices_;
  std::map<RelationKey, Edge> relations_;
  std::unordered_map<ArticleNumber, std::uint32_t> articles_;
  std::map<std::string, ArticleNumber> article_of_type_;
  std::unordered_set<std::int64_t> seen_;  // rows of evidence
  Edge edge_;
};

}  // namespace

std::vector<StoredActor> Store::search_actors(std::string_view words, std::size_t most) const {
  const std::string key = search_key(words);
  sqlite::Statement rows(
      state_->database,
      fmt::format("SELECT {} FROM entities e JOIN (SELECT entity, min(CASE WHEN key = ?1 AND own = 1 THEN 0 WHEN key = "
                  "?1 THEN 1 ELSE 2 END) AS fit FROM names WHERE key >= ?1 AND key < ?1 || char(1114111) OR key IN "
                  "(SELECT key FROM names WHERE instr(' ' || key, ' ' || ?1) > 0) GROUP BY entity) n "
                  "ON n.entity = e.number ORDER BY n.fit, e.articles DESC, e.id LIMIT ?2",
                  ActorColumns));
  return key.empty() ? std::vector<StoredActor>() : actors_of(rows.bind(key, whole(most)));
}

std::vector<StoredActor> Store::main_actors(std::size_t most) const {
  sqlite::Statement rows(state_->database,
                         fmt::format("SELECT {} FROM entities e ORDER BY e.share DESC, e.id LIMIT ?", ActorColumns));
  return actors_of(rows.bind(whole(most)));
}

std::optional<StoredActor> Store::actor_of_id(std::string_view id) const {
  sqlite::Statement by_id(state_->database, fmt::format("SELECT {} FROM entities e WHERE e.id = ?", ActorColumns));
  const std::vector<StoredActor> found = actors_of(by_id.bind(id));
  return found.empty() ? std::nullopt : std::optional(found.front());
}

StoredActor Store::find_actor(std::string_view name) const {
  constexpr std::size_t Far = 5;  // an actor in at least so many times as many articles as the next one is chosen
  constexpr std::string_view ById = "id:";
  const bool by_id = name.starts_with(ById);
  if (std::optional<StoredActor> found = actor_of_id(by_id ? name.substr(ById.size()) : name)) {
    return *found;
  }
  if (by_id) {
    throw Error(ErrorCode::NotFound, state_->database.path(),
                fmt::format("has no actor with the id \"{}\"", name.substr(ById.size())));
  }
  const std::string key = search_key(name);
  sqlite::Statement by_name(state_->database,
                            fmt::format("SELECT {} FROM entities e WHERE e.number IN (SELECT entity FROM names WHERE "
                                        "key = ?1 AND own >= ?2) ORDER BY e.articles DESC, e.id",
                                        ActorColumns));
  std::vector<StoredActor> found = actors_of(by_name.bind(key, std::int64_t{1}));
  found = found.empty() ? actors_of(by_name.bind(key, std::int64_t{0})) : found;
  found = found.empty() ? search_actors(name, 5) : found;
  if (found.empty()) {
    throw Error(ErrorCode::NotFound, state_->database.path(),
                fmt::format("has no actor \"{}\"; look for one by: entente store {} actors WORDS", name,
                            state_->database.path()));
  }
  if (found.size() > 1 && found[0].articles < Far * found[1].articles) {
    std::string listed;
    for (std::size_t i = 0; i < std::min<std::size_t>(found.size(), 5); ++i) {
      listed += fmt::format("{}{} ({})", i == 0 ? "" : ", ", found[i].name, found[i].id);
    }
    throw Error(ErrorCode::Usage, state_->database.path(),
                fmt::format("\"{}\" may be any of {}; name one of them, or its id", name, listed));
  }
  return found.front();
}

RelationTypes Store::State::described(RelationTypes types,
                                      const std::map<std::string, ArticleNumber>& article_of_type) const {
  sqlite::Statement& row = prepared("SELECT graph FROM articles WHERE number = ?");
  for (const auto& [name, article] : article_of_type) {
    if (!types.find(name) && row.bind(article).step()) {
      types = united(types, network_of(row.view(0), article, "").relation_types());
    }
  }
  row.reset();
  return types;
}

Network Store::around(const std::vector<ActorNumber>& actors, const RelationTypes& types,
                      const AroundOptions& options) const {
  check_dates(options.articles);
  const AroundRelations wanted = options.relations;
  Surroundings part(*this, state_->database, actors.size() > 1 || wanted != AroundRelations::OfActors);
  for (const ActorNumber actor : actors) {
    part.vertex(actor);
    if (wanted != AroundRelations::OnlyBetweenActors) {
      part.add_relations("entity = ?", actor, options.articles);
    }
  }
  if (wanted != AroundRelations::OfActors) {
    const std::string set = part.entity_list();
    part.add_relations(fmt::format("entity IN {0} AND outward AND other IN {0}", set), std::nullopt, options.articles);
  }
  return part.finish(state_->described(types, part.article_of_type()));
}

Network Store::identified_network(ArticleNumber number, const RelationTypes& types) const {
  Network network = article_network(number);
  network[boost::graph_bundle].articles.at(0).id = name_of_article(number);
  std::map<std::string, std::pair<std::string, std::string>> known;  // id and name, by the id in the article
  sqlite::Statement rows(state_->database,
                         "SELECT a.id, e.id, e.name FROM actors a JOIN entities e ON e.number = a.entity WHERE "
                         "a.article = ?");
  rows.bind(number);
  while (rows.step()) {
    known.emplace(rows.text(0), std::pair(rows.text(1), rows.text(2)));
  }
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    Actor& actor = network[v];
    if (const auto at = known.find(actor.id); at != known.end()) {
      actor.id = at->second.first;
      actor.name = at->second.second;
    }
  }
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    for (Evidence& evidence : network[*edge].evidence) {
      const auto at = known.find(evidence.speaker);
      evidence.speaker = at == known.end() ? evidence.speaker : at->second.first;
    }
  }
  NetworkMerger merger(types, MergePersons::Decided);  // unites two actors of the article that are one entity
  merger.add(std::move(network));
  return merger.finish();
}

std::vector<ArticleNumber> Store::articles_of(ActorNumber actor) const {
  sqlite::Statement& rows = state_->prepared("SELECT DISTINCT article FROM actors WHERE entity = ? ORDER BY article");
  std::vector<ArticleNumber> articles;
  rows.bind(actor);
  while (rows.step()) {
    articles.push_back(rows.as<ArticleNumber>(0));
  }
  rows.reset();
  return articles;
}

std::vector<StoredJoin> Store::joins(ActorNumber actor) const {
  sqlite::Statement rows(
      state_->database,
      "SELECT article, name, reason FROM actors WHERE entity = ? AND reason <> '' ORDER BY article, name");
  std::vector<StoredJoin> joins;
  rows.bind(actor);
  while (rows.step()) {
    joins.push_back({rows.as<ArticleNumber>(0), rows.text(1), rows.text(2)});
  }
  return joins;
}

std::string Store::name_of_article(ArticleNumber number) const { return state_->name_of_article(number); }

std::string Store::State::name_of_article(ArticleNumber number) const {
  sqlite::Statement& own = prepared(
      "SELECT id, (SELECT count(*) FROM articles o WHERE o.id = a.id) FROM articles a INDEXED BY articles_heads "
      "WHERE number = ?");
  std::string name;
  if (own.bind(number).step()) {
    name = own.whole(1) == 1 ? own.text(0) : "";
  }
  own.reset();
  if (!name.empty()) {
    return name;
  }
  static const std::string of_several = fmt::format(
      "SELECT * FROM ({} WHERE id = (SELECT id FROM articles WHERE number = ?)) WHERE number = ?", ArticleRows);
  sqlite::Statement& row = prepared(of_several);
  if (row.bind(number, number).step()) {
    name = article_name(row.view(1), row.whole(6), row.whole(7), row.view(8));
  }
  row.reset();
  return name;
}

}  // namespace entente
