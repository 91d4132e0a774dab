#include <entente/store/person_entities.hpp>

#include <algorithm>
#include <utility>

#include <entente/actors/surface.hpp>
#include <entente/graph/full_names.hpp>

namespace entente::inline v0_1 {

namespace {

std::vector<const PersonSighting*> seen(const std::vector<StoredSighting>& rows) {
  std::vector<const PersonSighting*> sightings;
  sightings.reserve(rows.size());
  for (const StoredSighting& row : rows) {
    sightings.push_back(&row.seen);
  }
  return sightings;
}

std::vector<const PersonSighting*> seen(const std::vector<StoredSighting>& rows,
                                        const std::vector<std::uint32_t>& members) {
  std::vector<const PersonSighting*> sightings;
  sightings.reserve(members.size());
  for (const std::uint32_t i : members) {
    sightings.push_back(&rows[i].seen);
  }
  return sightings;
}

}  // namespace

PersonEntities::PersonEntities(const sqlite::Database& database, SightingTable& sightings, const KnownPersons& known)
    : database_(database),
      sightings_(sightings),
      known_(known),
      last_number_(database.whole("SELECT max(coalesce((SELECT max(number) FROM entities), 0), "
                                  "coalesce((SELECT max(entity) FROM persons), 0))")),
      assign_(database,
              "INSERT OR REPLACE INTO temp.assigned SELECT ?1, ?2, ?3 FROM actors WHERE number = ?1 AND (entity IS NOT "
              "?2 OR reason IS NOT ?3)"),
      old_persons_(database, "SELECT entity FROM persons WHERE word = ? AND full = ?"),
      write_person_(database,
                    "INSERT INTO persons(entity, word, full, name, slug, sightings, article, id, base) VALUES (?1, ?2, "
                    "?3, ?4, ?5, ?6, ?7, ?8, '') ON CONFLICT(entity) DO UPDATE SET word = ?2, full = ?3, name = ?4, "
                    "slug = ?5, sightings = ?6, article = ?7, id = ?8"),
      erase_person_(database, "DELETE FROM persons WHERE entity = ?"),
      touch_slug_(database, "INSERT OR IGNORE INTO temp.slugs SELECT slug FROM persons WHERE entity = ?"),
      touch_words_(database, "INSERT OR IGNORE INTO temp.words SELECT word FROM bearers WHERE surname = ?"),
      erase_bearers_(database, "DELETE FROM bearers WHERE surname = ?"),
      write_bearer_(database, "INSERT OR IGNORE INTO bearers(word, entity, surname) VALUES (?, ?, ?)"),
      bearers_(database, "SELECT surname, entity FROM bearers WHERE word = ? ORDER BY surname, entity"),
      name_(database, "SELECT name FROM persons WHERE entity = ?"),
      of_slug_(database, "SELECT entity, sightings, article, id FROM persons WHERE slug = ?"),
      set_base_(database, "UPDATE persons SET base = ?2 WHERE entity = ?1 AND base <> ?2"),
      set_stale_(database, "INSERT OR IGNORE INTO stale VALUES (2, ?, '')") {}

void PersonEntities::run() {
  sqlite::Statement stale(database_, "SELECT word FROM stale WHERE what = 1 ORDER BY word");
  for (const std::string& surname : texts(stale)) {
    decide_full_names(surname);
  }
  database_.run("INSERT OR IGNORE INTO temp.words SELECT word FROM stale WHERE what = 1");
  sqlite::Statement words(database_,
                          "SELECT word FROM temp.words w WHERE EXISTS (SELECT 1 FROM sightings s WHERE s.word = w.word "
                          "AND full = 0) OR EXISTS (SELECT 1 FROM persons p WHERE p.word = w.word AND full = 0) "
                          "ORDER BY word");
  for (const std::string& word : texts(words)) {
    decide_short_names(word);
  }
  sqlite::Statement slugs(database_, "SELECT slug FROM temp.slugs ORDER BY slug");
  for (const std::string& slug : texts(slugs)) {
    name_persons(slug);
  }
}

std::vector<std::string> PersonEntities::texts(sqlite::Statement& statement) const {
  std::vector<std::string> all;
  while (statement.step()) {
    all.push_back(statement.text(0));
  }
  statement.reset();
  return all;
}

PersonEntities::Rows PersonEntities::rows_of(const std::string& word, NameForm form) {
  Rows rows;
  sightings_.for_each(word, form, [&](StoredSighting&& row) { rows.push_back(std::move(row)); });
  return rows;
}

void PersonEntities::decide_full_names(const std::string& surname) {
  begin_word(surname, NameForm::Full);
  touch_words_.bind(surname).run();
  erase_bearers_.bind(surname).run();
  const Rows rows = rows_of(surname, NameForm::Full);
  const std::vector<const PersonSighting*> all = seen(rows);
  for (const std::vector<std::uint32_t>& group : group_full_names(all, known_)) {
    const std::string name = fullest_name(seen(rows, group), known_);
    std::vector<std::string> reasons(rows.size());
    for (const std::uint32_t i : group) {
      reasons[i] = form_reason(rows[i].seen.name, name);
    }
    add_group(surname, NameForm::Full, name, rows, group, reasons);
  }
  end_word();
  touch_words_.bind(surname).run();
}

// All persons that the word may refer to, and their entities.
std::vector<PersonProfile> PersonEntities::bearers_of(const std::string& word, std::vector<ActorNumber>& entities) {
  std::map<std::string, std::vector<ActorNumber>> by_surname;
  bearers_.bind(word);
  while (bearers_.step()) {
    by_surname[bearers_.text(0)].push_back(bearers_.as<ActorNumber>(1));
  }
  bearers_.reset();
  std::vector<PersonProfile> profiles;
  for (const auto& [surname, wanted] : by_surname) {
    const std::size_t first = profiles.size();
    std::map<ActorNumber, std::size_t> places;
    for (const ActorNumber entity : wanted) {
      places.emplace(entity, profiles.size());
      entities.push_back(entity);
      PersonProfile& profile = profiles.emplace_back();
      profile.name = name_.bind(entity).step() ? name_.text(0) : "";
      name_.reset();
    }
    sightings_.for_each(surname, NameForm::Full, [&](StoredSighting&& row) {
      if (const auto at = places.find(row.entity); at != places.end() && at->second >= first) {
        profiles[at->second].add(row.seen, known_);
      }
    });
  }
  return profiles;
}

void PersonEntities::decide_short_names(const std::string& word) {
  begin_word(word, NameForm::OneWord);
  if (const Rows rows = rows_of(word, NameForm::OneWord); !rows.empty()) {
    std::vector<ActorNumber> entities;
    const std::vector<PersonProfile> bearers = bearers_of(word, entities);
    const std::vector<const PersonSighting*> all = seen(rows);
    const ShortNames names = resolve_short_names(all, bearers, known_);
    for (const ShortNames::Group& group : names.groups) {
      if (!group.bearer) {
        add_group(word, NameForm::OneWord, group.name, rows, group.sightings, names.reasons);
        continue;
      }
      for (const std::uint32_t i : group.sightings) {
        assign(word, NameForm::OneWord, rows[i], entities[*group.bearer], names.reasons[i]);
      }
    }
  }
  end_word();
}

void PersonEntities::begin_word(const std::string& word, NameForm form) {
  free_.clear();
  old_persons_.bind(word, form);
  while (old_persons_.step()) {
    free_.insert(old_persons_.as<ActorNumber>(0));
  }
  old_persons_.reset();
}

// Removes the persons that no sighting of the word claimed.
void PersonEntities::end_word() {
  for (const ActorNumber entity : free_) {
    touch_slug(entity);
    erase_person_.bind(entity).run();
  }
}

// The entity of a group of sightings: one that its members had before and that is still free, or else a new one.
ActorNumber PersonEntities::claim(const Rows& rows, const std::vector<std::uint32_t>& members) {
  for (const std::uint32_t i : members) {
    if (free_.erase(rows[i].entity) > 0) {
      return rows[i].entity;
    }
  }
  return ActorNumber{++last_number_};
}

void PersonEntities::touch_slug(ActorNumber entity) { touch_slug_.bind(entity).run(); }

void PersonEntities::add_group(const std::string& word, NameForm form, const std::string& name, const Rows& rows,
                               const std::vector<std::uint32_t>& members, const std::vector<std::string>& reasons) {
  const ActorNumber entity = claim(rows, members);
  const PersonRank rank = rank_of(seen(rows, members));
  touch_slug(entity);
  write_person_
      .bind(entity, word, form, name, slug(name), static_cast<std::int64_t>(rank.sightings), rank.article, rank.id)
      .run();
  touch_slug(entity);
  std::set<std::string> words;
  for (const std::uint32_t i : members) {
    assign(word, form, rows[i], entity, reasons[i]);
    if (form == NameForm::Full) {
      words.merge(bearer_words(rows[i].seen, known_));
    }
  }
  for (const std::string& meant : words) {
    write_bearer_.bind(meant, entity, word).run();
  }
}

void PersonEntities::assign(const std::string& word, NameForm form, const StoredSighting& row, ActorNumber entity,
                            const std::string& reason) {
  if (row.entity != entity) {
    sightings_.set_entity(word, form, row.actor, entity);
  }
  assign_.bind(row.actor, entity, reason).run();
}

void PersonEntities::name_persons(const std::string& slug) {
  std::vector<ActorNumber> entities;
  std::vector<PersonRank> ranks;
  of_slug_.bind(slug);
  while (of_slug_.step()) {
    entities.push_back(of_slug_.as<ActorNumber>(0));
    ranks.push_back({static_cast<std::size_t>(of_slug_.whole(1)), of_slug_.text(2), of_slug_.text(3)});
  }
  of_slug_.reset();
  const std::vector<std::string> ids = person_ids(slug, ranks);
  for (std::size_t i = 0; i < entities.size(); ++i) {
    set_base_.bind(entities[i], ids[i]).run();
    if (database_.changes() > 0) {
      set_stale_.bind(entities[i]).run();
    }
  }
}

}  // namespace entente
