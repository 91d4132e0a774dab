// Identifies the actors of the whole store, and keeps them up to date when articles are added and removed: persons by
// PersonEntities, all others by id and kind as in a merge. Memory does not grow with the store.
#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>
#include <utility>

#include <fmt/format.h>

#include <entente/base/hash.hpp>
#include <entente/base/rows.hpp>
#include <entente/graph/identity.hpp>
#include <entente/graph/known_persons.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/model/resources.hpp>
#include <entente/store/person_entities.hpp>
#include <entente/store/sightings.hpp>
#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

void keep_better(std::string& kept, const std::string& other) {
  if (other.size() > kept.size() || (other.size() == kept.size() && other < kept)) {
    kept = other;
  }
}

// Unites the actors of one entity as a merge does (see NetworkMerger).
struct Entity {
  ActorNumber number{};
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  std::string name{};
  std::string description{};
  std::string country{};
  std::string first_id{};
  std::set<std::string> ids{};
  std::int64_t share = 0;  // in parts of 1/2^32, because the sum of integers does not depend on their order
  std::int64_t mentions = 0;
  std::int64_t articles = 0;
  ArticleNumber last_article{};
  std::set<std::string> names{};
};

// The columns are those of Entities::rows_.
void add(Entity& entity, const sqlite::Statement& row) {
  constexpr double Parts = 4294967296.0;
  if (entity.articles == 0) {
    entity.kind = row.as<ActorKind>(3);
    entity.name = row.text(2);
  }
  const auto article = row.as<ArticleNumber>(0);
  if (entity.last_article != article) {  // the rows of an article follow each other
    entity.last_article = article;
    ++entity.articles;
  }
  entity.ids.insert(row.text(1));
  keep_better(entity.name, row.text(2));
  entity.gender = std::max(entity.gender, row.as<ActorGender>(4));
  entity.names.insert(row.text(2));
  for (const std::string_view alias : split(row.view(5), '\n')) {
    entity.names.emplace(alias);
  }
  keep_better(entity.description, row.text(6));
  if (const std::string country = row.text(7);
      entity.country.empty() || (!country.empty() && country < entity.country)) {
    entity.country = country;
  }
  entity.mentions += row.whole(8);
  entity.share += std::llround(row.real(9) * Parts);
}

// Makes the rows of entities and names from the actors.
class Entities {
 public:
  Entities(const sqlite::Database& database, SightingTable::NameOf name_of)
      : database_(database), name_of_(std::move(name_of)) {}

  // The number of the entity of that identity and kind; a new one if there is none.
  ActorNumber number_of(const std::string& identity, ActorKind kind) {
    constexpr std::size_t Most = 16'384;
    if (numbers_.size() >= Most) {
      numbers_.clear();
    }
    const auto [at, fresh] = numbers_.try_emplace({identity, kind});
    if (fresh) {
      of_identity_.bind(identity, kind);
      at->second =
          of_identity_.step() ? of_identity_.as<ActorNumber>(0) : ActorNumber{add_.bind(kind, identity).insert()};
      of_identity_.reset();
    }
    return at->second;
  }

  // Makes all stale entities again, with their ids.
  void update() {
    sqlite::Statement stale(database_, "SELECT number FROM stale WHERE what = 2 ORDER BY number");
    while (stale.step()) {
      make(stale.as<ActorNumber>(0));
    }
    sqlite::Statement bases(database_, "SELECT base FROM temp.bases ORDER BY base");
    while (bases.step()) {
      give_ids(bases.text(0));
    }
  }

 private:
  void make(ActorNumber number) {
    touch_base_.bind(number).run();
    erase_names_.bind(number).run();
    Entity entity{.number = number};
    rows_.bind(number);
    while (rows_.step()) {
      add(entity, rows_);
    }
    rows_.reset();
    if (entity.articles == 0) {
      erase_.bind(number).run();
      return;
    }
    write(entity);
    touch_base_.bind(number).run();
  }

  // The ids of persons are decided together. Other entities have the common id of their actors if one of them has it.
  std::string base_of(const Entity& entity) {
    sqlite::Statement& statement = entity.kind == ActorKind::Person ? base_of_person_ : identity_;
    statement.bind(entity.number);
    std::string base = statement.step() ? statement.text(0) : std::string();
    statement.reset();
    return entity.kind == ActorKind::Person || entity.ids.contains(base) ? base : *entity.ids.begin();
  }

  void write(const Entity& entity) {
    constexpr double Parts = 4294967296.0;
    std::string aliases;
    for (const std::string& name : entity.names) {
      aliases += name.empty() || name == entity.name ? "" : (aliases.empty() ? "" : "\n") + name;
    }
    write_
        .bind(entity.number, entity.name, entity.kind, entity.gender, entity.description, entity.country,
              static_cast<double>(entity.share) / Parts, entity.articles, entity.mentions, aliases, base_of(entity))
        .run();
    for (const std::string& name : entity.names) {
      if (!name.empty()) {
        write_name_.bind(entity.number, name, search_key(name), std::int64_t{name == entity.name ? 1 : 0}).run();
      }
    }
  }

  // The id of an entity is its base. Of several entities with one base the others also get their kind, and whoever has
  // no name gets the article (see NetworkMerger).
  void give_ids(const std::string& base) {
    struct Sharing {
      ActorNumber number;
      ActorKind kind;
      bool unnamed;
      ArticleNumber article;
    };
    std::vector<Sharing> sharing;
    of_base_.bind(base);
    while (of_base_.step()) {
      const auto kind = of_base_.as<ActorKind>(1);
      sharing.push_back(
          {of_base_.as<ActorNumber>(0), kind, is_unnamed(of_base_.view(2), kind), of_base_.as<ArticleNumber>(3)});
    }
    of_base_.reset();
    std::set<std::string> given;
    for (std::size_t i = 0; i < sharing.size(); ++i) {
      const auto& [number, kind, unnamed, article] = sharing[i];
      std::string id = base;
      if (unnamed && sharing.size() > 1) {
        id = fmt::format("{}~{}", base, name_of_(article));
        id += given.contains(id) ? fmt::format("~{}", actor_kind_name(kind)) : "";
      } else if (i > 0) {
        id = fmt::format("{}~{}", base, actor_kind_name(kind));
      }
      given.insert(id);
      set_id_.bind(number, id).run();
    }
  }

  const sqlite::Database& database_;
  SightingTable::NameOf name_of_;
  std::map<std::pair<std::string, ActorKind>, ActorNumber> numbers_;  // some of them
  sqlite::Statement of_identity_{database_, "SELECT number FROM entities WHERE identity = ? AND kind = ?"};
  sqlite::Statement add_{
      database_,
      "INSERT INTO entities(number, id, name, kind, gender, description, country, share, articles, "
      "mentions, aliases, identity, base) VALUES (1 + max(coalesce((SELECT max(number) FROM entities), 0), "
      "coalesce((SELECT max(entity) FROM persons), 0)), '', '', ?, 0, '', '', 0, 0, 0, '', ?, '')"};
  sqlite::Statement touch_base_{database_,
                                "INSERT OR IGNORE INTO temp.bases SELECT base FROM entities WHERE number = ?"};
  sqlite::Statement rows_{database_,
                          "SELECT article, id, name, kind, gender, aliases, description, country, mentions, share FROM "
                          "actors WHERE entity = ? ORDER BY number"};
  sqlite::Statement erase_{database_, "DELETE FROM entities WHERE number = ?"};
  sqlite::Statement erase_names_{database_, "DELETE FROM names WHERE entity = ?"};
  sqlite::Statement base_of_person_{database_, "SELECT base FROM persons WHERE entity = ?"};
  sqlite::Statement identity_{database_, "SELECT identity FROM entities WHERE number = ?"};
  sqlite::Statement write_{
      database_,
      "INSERT INTO entities(number, id, name, kind, gender, description, country, share, articles, mentions, aliases, "
      "base) VALUES (?1, '', ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11) ON CONFLICT(number) DO UPDATE SET name = ?2, "
      "gender = ?4, description = ?5, country = ?6, share = ?7, articles = ?8, mentions = ?9, aliases = ?10, base = "
      "?11"};
  sqlite::Statement write_name_{database_, "INSERT INTO names(entity, name, key, own) VALUES (?, ?, ?, ?)"};
  sqlite::Statement of_base_{database_,
                             "SELECT number, kind, name, (SELECT article FROM actors WHERE entity = "
                             "entities.number LIMIT 1) FROM entities WHERE base = ? ORDER BY kind, number"};
  sqlite::Statement set_id_{database_, "UPDATE entities SET id = ?2 WHERE number = ?1 AND id <> ?2"};
};

// Temporary tables: new sightings, actors that change their entity, and the affected entities.
struct WorkTables {
  explicit WorkTables(const sqlite::Database& database) {
    database.run(
        "CREATE TEMP TABLE taken(word TEXT, full INTEGER, actor INTEGER, article INTEGER, seen BLOB);"
        "CREATE TEMP TABLE assigned(actor INTEGER PRIMARY KEY, entity INTEGER, reason TEXT);"
        "CREATE TEMP TABLE words(word TEXT PRIMARY KEY) WITHOUT ROWID;"
        "CREATE TEMP TABLE slugs(slug TEXT PRIMARY KEY) WITHOUT ROWID;"
        "CREATE TEMP TABLE bases(base TEXT PRIMARY KEY) WITHOUT ROWID;"
        "CREATE TEMP TABLE moved(article INTEGER PRIMARY KEY);");
  }
};

class StoreIdentities {
 public:
  StoreIdentities(const sqlite::Database& database, SightingTable::NameOf name_of)
      : database_(database), name_of_(std::move(name_of)) {}

  void run() {
    decide();
    apply();
    Entities(database_, name_of_).update();
    database_.run(
        "INSERT INTO reports SELECT * FROM all_reports WHERE article IN (SELECT article FROM temp.moved) ORDER BY "
        "entity, evidence;"
        "DELETE FROM stale;"
        "DROP TABLE temp.taken; DROP TABLE temp.assigned; DROP TABLE temp.words; DROP TABLE temp.slugs; "
        "DROP TABLE temp.bases; DROP TABLE temp.moved;");
  }

 private:
  // Identifies all new actors, and those whose entity changes because of them.
  void decide() {
    const KnownPersons known;
    SightingTable sightings(database_, name_of_);
    Entities entities(database_, name_of_);
    sqlite::Statement fresh(database_, "SELECT number FROM stale WHERE what = 0 ORDER BY number");
    while (fresh.step()) {
      const auto article = fresh.as<ArticleNumber>(0);
      sightings.take(article, known);
      assign_others(article, entities);
    }
    fresh.reset();
    sightings.flush();
    PersonEntities(database_, sightings, known).run();
  }

  // Actors other than persons are identified by their ids, and by the article if they have no name.
  void assign_others(ArticleNumber article, Entities& entities) {
    others_.bind(article);
    while (others_.step()) {
      const auto kind = others_.as<ActorKind>(2);
      std::string identity = identities_.of(others_.view(1), kind);
      if (is_unnamed(others_.view(3), kind)) {
        identity = fmt::format("{}~{}", identity, static_cast<std::int64_t>(article));
      }
      assign_.bind(others_.whole(0), entities.number_of(identity, kind)).run();
    }
    others_.reset();
  }

  // Reports are removed while the actors still have the entities that the reports were written for.
  void apply() {
    database_.run(
        "INSERT OR IGNORE INTO stale SELECT 2, entity, '' FROM temp.assigned;"
        "INSERT OR IGNORE INTO stale SELECT 2, a.entity, '' FROM temp.assigned s CROSS JOIN actors a ON a.number = "
        "s.actor WHERE a.entity IS NOT NULL;"
        "INSERT OR IGNORE INTO temp.moved SELECT a.article FROM temp.assigned s CROSS JOIN actors a ON a.number = "
        "s.actor WHERE a.entity IS NOT s.entity;");
    sqlite::Statement erase(database_, EraseReports);
    sqlite::Statement known(
        database_,
        "SELECT article FROM temp.moved WHERE article NOT IN (SELECT number FROM stale WHERE what = "
        "0) ORDER BY article");
    while (known.step()) {
      erase.bind(known.whole(0)).run();
    }
    sqlite::Statement assigned(database_, "SELECT entity, reason, actor FROM temp.assigned ORDER BY actor");
    sqlite::Statement update(database_, "UPDATE actors SET entity = ?, reason = ? WHERE number = ?");
    while (assigned.step()) {
      update.bind(assigned.whole(0), assigned.view(1), assigned.whole(2)).run();
    }
  }

  const sqlite::Database& database_;
  const WorkTables tables_{database_};  // before the statements that use the tables
  SightingTable::NameOf name_of_;
  const Identities identities_;
  sqlite::Statement others_{database_, "SELECT number, id, kind, name FROM actors WHERE article = ? AND kind <> 0"};
  sqlite::Statement assign_{database_, "INSERT OR REPLACE INTO temp.assigned VALUES (?, ?, '')"};
};

// The version of the code and lexicons that identify actors. A store that another version identified is identified
// again.
std::int64_t rules() {
  constexpr std::uint64_t Version = 4;  // of the code
  std::uint64_t hash = Version;
  for (const char* const file : {"lexicon/persons.tsv", "lexicon/person_names.tsv", "lexicon/pet_names.tsv",
                                 "lexicon/name_words.tsv", "lexicon/given_names.tsv"}) {
    hash = hash_bytes(resource(file), hash);
  }
  return static_cast<std::int64_t>(hash >> 1U);
}

}  // namespace

void Store::State::identify() {
  const std::int64_t current = rules();
  const bool same = database.whole("SELECT rules FROM state") == current;
  if (same && database.whole("SELECT identified FROM state") == 1) {
    return;
  }
  batch.emplace(database);
  if (!same) {
    database.run(
        "DELETE FROM sightings; DELETE FROM bearers; DELETE FROM persons; DELETE FROM names; DELETE FROM entities; "
        "DELETE FROM reports; DELETE FROM stale; UPDATE actors SET entity = NULL, reason = NULL; "
        "INSERT INTO stale SELECT 0, number, '' FROM articles;");
  }
  StoreIdentities(database, [this](ArticleNumber number) { return name_of_article(number); }).run();
  database.run(fmt::format("UPDATE state SET identified = 1, rules = {}", current).c_str());
  batch->commit();
  batch.reset();
}

}  // namespace entente
