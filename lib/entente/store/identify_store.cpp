// Who is who in the whole store: the persons by identify_persons, all others by their id and kind as a merge has them.
#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include <entente/base/hash.hpp>
#include <entente/base/rows.hpp>
#include <entente/graph/evidence.hpp>
#include <entente/graph/identity.hpp>
#include <entente/graph/person_identity.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

struct Row {
  std::int64_t number = 0;
  std::int64_t entity = 0;  // as it is stored; 0 for none
  std::uint32_t article = 0;
  std::uint32_t mentions = 0;
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  double share = 0.0;
  std::string id;
  std::string name;
  std::string aliases;  // a line each
  std::string description;
  std::string country;
  std::string reason;  // as it is stored
};

// What a merge would make of the actors that are one (see NetworkMerger).
struct Entity {
  std::string base{};
  std::string id{};
  std::int64_t number = 0;
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  std::string name{};
  std::string description{};
  std::string country{};
  double share = 0.0;
  std::size_t mentions = 0;
  std::set<std::uint32_t> articles{};
  std::set<std::string> names{};
  std::vector<std::uint32_t> rows{};
};

void keep_better(std::string& kept, const std::string& other) {
  if (other.size() > kept.size() || (other.size() == kept.size() && other < kept)) {
    kept = other;
  }
}

class StoreIdentities {
 public:
  explicit StoreIdentities(const sqlite::Database& database) : database_(database) {}

  void run() {
    read_articles();
    read_actors();
    read_relations();
    identify_all();
    name_entities();
    number_entities();
    find_changed();
    erase_reports();
    write();
    write_reports();
  }

 private:
  void read_articles() {
    sqlite::Statement rows(database_, ArticleRows);
    while (rows.step()) {
      article_of_.emplace(rows.whole(0), static_cast<std::uint32_t>(articles_.size()));
      article_numbers_.push_back(rows.whole(0));
      articles_.push_back(article_name(rows.view(1), rows.whole(6), rows.whole(7), rows.view(8)));
      dates_.push_back(rows.text(3));
    }
  }

  void read_actors() {
    sqlite::Statement rows(database_,
                           "SELECT number, article, id, name, kind, gender, aliases, description, country, mentions, "
                           "share, coalesce(entity, 0), coalesce(reason, '') FROM actors ORDER BY article, number");
    while (rows.step()) {
      place_of_.emplace(rows.whole(0), static_cast<std::uint32_t>(rows_.size()));
      rows_.push_back({rows.whole(0), rows.whole(11), article_of_.at(rows.whole(1)),
                       static_cast<std::uint32_t>(rows.whole(9)), static_cast<ActorKind>(rows.whole(4)),
                       static_cast<ActorGender>(rows.whole(5)), rows.real(10), rows.text(2), rows.text(3), rows.text(6),
                       rows.text(7), rows.text(8), rows.text(12)});
    }
    related_.resize(rows_.size());
  }

  void read_relations() {
    sqlite::Statement rows(database_, "SELECT source, target FROM relations");
    while (rows.step()) {
      const std::uint32_t source = place_of_.at(rows.whole(0));
      const std::uint32_t target = place_of_.at(rows.whole(1));
      if (rows_[source].kind == ActorKind::Person && rows_[target].kind == ActorKind::Person) {
        related_[source].push_back(target);
        related_[target].push_back(source);
      }
    }
  }

  static std::vector<std::string> aliases_of(const Row& row) {
    std::vector<std::string> aliases;
    for (const std::string_view alias : split(row.aliases, '\n')) {
      aliases.emplace_back(alias);
    }
    return aliases;
  }

  // As sighting_of() has it of a network; [begin, end) are the rows of the article.
  PersonSighting sighting(std::uint32_t person, std::uint32_t begin, std::uint32_t end) const {
    const Row& row = rows_[person];
    PersonSighting sighting{.article = articles_[row.article],
                            .id = row.id,
                            .name = row.name,
                            .aliases = aliases_of(row),
                            .gender = row.gender,
                            .country = row.country,
                            .description = row.description};
    sighting.date = row.mentions == 0 ? std::string() : dates_[row.article];
    const std::vector<std::string> own = name_keys(row.name, sighting.aliases);
    for (std::uint32_t at = begin; at < end; ++at) {
      const Row& other = rows_[at];
      const bool namesake = other.kind == ActorKind::Person &&
                            std::find(own.begin(), own.end(), name_keys(other.name, {}).front()) != own.end();
      if (at != person && !namesake) {
        sighting.company.push_back({hash_bytes(other.id), other.kind});
      }
    }
    std::sort(sighting.company.begin(), sighting.company.end());
    for (const std::uint32_t other : related_[person]) {
      sighting.related.push_back(rows_[other].id);
    }
    return sighting;
  }

  void identify_all() {
    std::vector<PersonSighting> sightings;
    std::vector<std::uint32_t> persons;
    for (std::uint32_t begin = 0; begin < rows_.size();) {
      std::uint32_t end = begin;
      while (end < rows_.size() && rows_[end].article == rows_[begin].article) {
        ++end;
      }
      for (std::uint32_t at = begin; at < end; ++at) {
        if (rows_[at].kind == ActorKind::Person) {
          sightings.push_back(sighting(at, begin, end));
          persons.push_back(at);
        }
      }
      begin = end;
    }
    reasons_.resize(rows_.size());
    const std::vector<PersonIdentity> identities = identify_persons(sightings);
    for (std::size_t i = 0; i < persons.size(); ++i) {
      add(persons[i], identities[i].id, identities[i].id);
      reasons_[persons[i]] = identities[i].reason;
    }
    const Identities known;
    for (std::uint32_t at = 0; at < rows_.size(); ++at) {
      const Row& row = rows_[at];
      if (row.kind != ActorKind::Person) {
        add(at, known.of(row.id, row.kind), row.id);
      }
    }
  }

  // `base` is the id that the row itself would have.
  void add(std::uint32_t at, const std::string& identity, const std::string& base) {
    const Row& row = rows_[at];
    const auto [found, fresh] = entity_of_.try_emplace({identity, row.kind}, entities_.size());
    if (fresh) {
      entities_.push_back({.base = base, .kind = row.kind, .name = row.name});
    }
    Entity& entity = entities_[found->second];
    entity.base = entity.base == identity || base == identity ? identity : std::min(entity.base, base);
    entity.gender = std::max(entity.gender, row.gender);
    keep_better(entity.name, row.name);
    keep_better(entity.description, row.description);
    if (entity.country.empty() || (!row.country.empty() && row.country < entity.country)) {
      entity.country = row.country;
    }
    entity.share += row.share;
    entity.mentions += row.mentions;
    entity.articles.insert(row.article);
    entity.names.insert(row.name);
    for (std::string& alias : aliases_of(row)) {
      entity.names.insert(std::move(alias));
    }
    entity.rows.push_back(at);
  }

  // Of several kinds that share an id the first kind has it.
  void name_entities() {
    std::map<std::pair<std::string, ActorKind>, std::size_t> by_base;
    for (std::size_t e = 0; e < entities_.size(); ++e) {
      by_base.emplace(std::pair(entities_[e].base, entities_[e].kind), e);
    }
    const std::string* last = nullptr;
    for (const auto& [key, e] : by_base) {
      const bool second = last != nullptr && *last == key.first;
      entities_[e].id = second ? fmt::format("{}~{}", key.first, actor_kind_name(key.second)) : key.first;
      last = &key.first;
    }
  }

  // An actor keeps its number as long as it keeps its id.
  void number_entities() {
    std::unordered_map<std::string, std::int64_t> known;
    std::int64_t last = 0;
    sqlite::Statement old(database_, "SELECT id, number FROM entities");
    while (old.step()) {
      known.emplace(old.text(0), old.whole(1));
      last = std::max(last, old.whole(1));
    }
    for (Entity& entity : entities_) {
      const auto at = known.find(entity.id);
      entity.number = at == known.end() ? ++last : at->second;
    }
  }

  // Articles of which an actor is another entity than before.
  void find_changed() {
    for (const Entity& entity : entities_) {
      for (const std::uint32_t at : entity.rows) {
        if (rows_[at].entity != entity.number) {
          changed_.insert(rows_[at].article);
        }
      }
    }
  }

  void erase_reports() {
    sqlite::Statement erase(database_, EraseReports);
    for (const std::uint32_t article : changed_) {
      erase.bind(article_numbers_[article]).run();
    }
  }

  // In the order of the table, which makes it quick.
  void write_reports() {
    database_.run("CREATE TEMP TABLE changed(article INTEGER PRIMARY KEY)");
    {
      sqlite::Statement insert(database_, "INSERT INTO temp.changed VALUES (?)");
      for (const std::uint32_t article : changed_) {
        insert.bind(article_numbers_[article]).run();
      }
    }
    database_.run(
        "INSERT INTO reports SELECT * FROM all_reports WHERE article IN (SELECT article FROM temp.changed) ORDER BY "
        "entity, evidence; DROP TABLE temp.changed");
  }

  void write() {
    database_.run("DELETE FROM names; DELETE FROM entities;");
    for (const Entity& entity : entities_) {
      write_entity(entity);
    }
  }

  void write_entity(const Entity& entity) {
    const std::int64_t number = entity.number;
    const double salience =
        rounded_salience(entity.share / static_cast<double>(std::max<std::size_t>(articles_.size(), 1)));
    insert_entity_
        .bind(number, entity.id, entity.name, std::int64_t{static_cast<int>(entity.kind)},
              std::int64_t{static_cast<int>(entity.gender)}, entity.description, entity.country, salience,
              static_cast<std::int64_t>(entity.articles.size()), static_cast<std::int64_t>(entity.mentions))
        .run();
    for (const std::string& name : entity.names) {
      if (!name.empty()) {
        insert_name_.bind(number, name, search_key(name), std::int64_t{name == entity.name ? 1 : 0}).run();
      }
    }
    for (const std::uint32_t at : entity.rows) {
      if (rows_[at].entity != number || rows_[at].reason != reasons_[at]) {
        update_actor_.bind(number, reasons_[at], rows_[at].number).run();
      }
    }
  }

  const sqlite::Database& database_;
  sqlite::Statement insert_entity_{database_,
                                   "INSERT INTO entities(number, id, name, kind, gender, description, country, "
                                   "salience, articles, mentions) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"};
  sqlite::Statement insert_name_{database_, "INSERT INTO names(entity, name, key, own) VALUES (?, ?, ?, ?)"};
  sqlite::Statement update_actor_{database_, "UPDATE actors SET entity = ?, reason = ? WHERE number = ?"};
  std::unordered_map<std::int64_t, std::uint32_t> article_of_;  // by number
  std::vector<std::int64_t> article_numbers_;
  std::vector<std::string> articles_;  // names
  std::set<std::uint32_t> changed_;    // articles
  std::vector<std::string> dates_;
  std::vector<Row> rows_;
  std::unordered_map<std::int64_t, std::uint32_t> place_of_;  // of rows, by number
  std::vector<std::vector<std::uint32_t>> related_;           // persons that a relation joins
  std::vector<std::string> reasons_;
  std::map<std::pair<std::string, ActorKind>, std::size_t> entity_of_;
  std::vector<Entity> entities_;
};

}  // namespace

void Store::State::identify() {
  if (database.whole("SELECT identified FROM state") == 1) {
    return;
  }
  batch.emplace(database);
  StoreIdentities(database).run();
  database.run("UPDATE state SET identified = 1");
  batch->commit();
  batch.reset();
}

}  // namespace entente
