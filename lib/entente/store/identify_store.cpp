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

// What stays in memory of an actor of an article.
struct Row {
  std::int64_t number = 0;
  std::int64_t entity = 0;  // as it is stored; 0 for none
  std::uint32_t article = 0;
  std::uint32_t mentions = 0;
  ActorKind kind = ActorKind::Other;
  ActorGender gender = ActorGender::Unknown;
  double share = 0.0;
};

// What it is called.
struct Naming {
  std::string id;
  std::string name;
  std::vector<std::string> aliases;
  std::string description;
  std::string country;
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
  std::size_t articles = 0;
  std::uint32_t last_article = 0;
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

  // Article by article, so that little is in memory at a time.
  void read_actors() {
    sqlite::Statement rows(database_,
                           "SELECT number, article, id, name, kind, gender, aliases, description, country, mentions, "
                           "share, coalesce(entity, 0), coalesce(reason, '') FROM actors ORDER BY article, number");
    std::vector<Naming> namings;  // of the article
    while (rows.step()) {
      const std::uint32_t article = article_of_.at(rows.whole(1));
      if (!rows_.empty() && rows_.back().article != article) {
        take_article(namings);
        namings.clear();
      }
      if (!rows.view(12).empty()) {
        old_reasons_.emplace(static_cast<std::uint32_t>(rows_.size()), rows.text(12));
      }
      rows_.push_back({rows.whole(0), rows.whole(11), article, static_cast<std::uint32_t>(rows.whole(9)),
                       static_cast<ActorKind>(rows.whole(4)), static_cast<ActorGender>(rows.whole(5)), rows.real(10)});
      namings.push_back({rows.text(2), rows.text(3), lines_of(rows.view(6)), rows.text(7), rows.text(8)});
    }
    take_article(namings);
  }

  static std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    for (const std::string_view line : split(text, '\n')) {
      lines.emplace_back(line);
    }
    return lines;
  }

  // The last rows have these names. Persons wait until all are known; who all others are, their ids say.
  void take_article(const std::vector<Naming>& namings) {
    const auto begin = static_cast<std::uint32_t>(rows_.size() - namings.size());
    for (std::uint32_t i = 0; i < namings.size(); ++i) {
      const Row& row = rows_[begin + i];
      if (row.kind == ActorKind::Person) {
        person_of_.emplace(row.number, static_cast<std::uint32_t>(persons_.size()));
        persons_.push_back(begin + i);
        sightings_.push_back(sighting(i, namings, begin));
      } else {
        add(begin + i, known_.of(namings[i].id, row.kind), namings[i].id, namings[i]);
      }
    }
  }

  // As sighting_of() has it of a network.
  PersonSighting sighting(std::uint32_t person, const std::vector<Naming>& namings, std::uint32_t begin) const {
    const Row& row = rows_[begin + person];
    const Naming& naming = namings[person];
    PersonSighting sighting{.article = articles_[row.article],
                            .id = naming.id,
                            .name = naming.name,
                            .aliases = naming.aliases,
                            .gender = row.gender,
                            .country = naming.country,
                            .description = naming.description};
    sighting.date = row.mentions == 0 ? std::string() : dates_[row.article];
    const std::vector<std::string> own = name_keys(naming.name, sighting.aliases);
    sighting.company.reserve(namings.size());
    for (std::uint32_t at = 0; at < namings.size(); ++at) {
      const ActorKind kind = rows_[begin + at].kind;
      const bool namesake = kind == ActorKind::Person &&
                            std::find(own.begin(), own.end(), name_keys(namings[at].name, {}).front()) != own.end();
      if (at != person && !namesake) {
        sighting.company.push_back({hash_bytes(namings[at].id), kind});
      }
    }
    std::sort(sighting.company.begin(), sighting.company.end());
    return sighting;
  }

  void read_relations() {
    sqlite::Statement rows(database_, "SELECT source, target FROM relations");
    while (rows.step()) {
      const auto source = person_of_.find(rows.whole(0));
      const auto target = person_of_.find(rows.whole(1));
      if (source != person_of_.end() && target != person_of_.end()) {
        sightings_[source->second].related.push_back(sightings_[target->second].id);
        sightings_[target->second].related.push_back(sightings_[source->second].id);
      }
    }
  }

  void identify_all() {
    const std::vector<PersonIdentity> identities = identify_persons(sightings_);
    for (std::size_t i = 0; i < persons_.size(); ++i) {
      const PersonSighting& s = sightings_[i];
      add(persons_[i], identities[i].id, identities[i].id, {s.id, s.name, s.aliases, s.description, s.country});
      if (!identities[i].reason.empty()) {
        reasons_.emplace(persons_[i], identities[i].reason);
      }
    }
    sightings_ = {};
  }

  // `base` is the id that the row itself would have.
  void add(std::uint32_t at, const std::string& identity, const std::string& base, const Naming& naming) {
    const Row& row = rows_[at];
    const auto [found, fresh] = entity_of_.try_emplace({identity, row.kind}, entities_.size());
    if (fresh) {
      entities_.push_back({.base = base, .kind = row.kind, .name = naming.name});
    }
    Entity& entity = entities_[found->second];
    entity.base = entity.base == identity || base == identity ? identity : std::min(entity.base, base);
    entity.gender = std::max(entity.gender, row.gender);
    keep_better(entity.name, naming.name);
    keep_better(entity.description, naming.description);
    if (entity.country.empty() || (!naming.country.empty() && naming.country < entity.country)) {
      entity.country = naming.country;
    }
    entity.share += row.share;
    entity.mentions += row.mentions;
    entity.articles += fresh || entity.last_article != row.article ? 1 : 0;  // the rows of an article stand together
    entity.last_article = row.article;
    entity.names.insert(naming.name);
    entity.names.insert(naming.aliases.begin(), naming.aliases.end());
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

  static const std::string& reason_of(std::uint32_t row,
                                      const std::unordered_map<std::uint32_t, std::string>& reasons) {
    static const std::string none;
    const auto at = reasons.find(row);
    return at == reasons.end() ? none : at->second;
  }

  void write_entity(const Entity& entity) {
    const std::int64_t number = entity.number;
    const double salience =
        rounded_salience(entity.share / static_cast<double>(std::max<std::size_t>(articles_.size(), 1)));
    insert_entity_
        .bind(number, entity.id, entity.name, std::int64_t{static_cast<int>(entity.kind)},
              std::int64_t{static_cast<int>(entity.gender)}, entity.description, entity.country, salience,
              static_cast<std::int64_t>(entity.articles), static_cast<std::int64_t>(entity.mentions))
        .run();
    for (const std::string& name : entity.names) {
      if (!name.empty()) {
        insert_name_.bind(number, name, search_key(name), std::int64_t{name == entity.name ? 1 : 0}).run();
      }
    }
    for (const std::uint32_t at : entity.rows) {
      const std::string& reason = reason_of(at, reasons_);
      if (rows_[at].entity != number || reason != reason_of(at, old_reasons_)) {
        update_actor_.bind(number, reason, rows_[at].number).run();
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
  std::vector<PersonSighting> sightings_;
  std::vector<std::uint32_t> persons_;                         // likewise: their rows
  std::unordered_map<std::int64_t, std::uint32_t> person_of_;  // by number
  std::unordered_map<std::uint32_t, std::string> reasons_;     // of rows
  std::unordered_map<std::uint32_t, std::string> old_reasons_;
  std::map<std::pair<std::string, ActorKind>, std::size_t> entity_of_;
  std::vector<Entity> entities_;
  const Identities known_;
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
