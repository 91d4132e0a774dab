// Identifies the persons of a store, and keeps them up to date when articles are added and removed.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <entente/graph/known_persons.hpp>
#include <entente/graph/person_ids.hpp>
#include <entente/graph/short_names.hpp>
#include <entente/store/sightings.hpp>
#include <entente/store/sqlite.hpp>

namespace entente::inline v0_1 {

// Decides again the persons of the stale words (spelling keys of surnames and of names of one word), and of the words
// that may refer to persons with these surnames; other persons cannot have changed. The result is that of
// identify_persons for all sightings.
class PersonEntities {
 public:
  PersonEntities(const sqlite::Database& database, SightingTable& sightings, const KnownPersons& known);

  // Fills temp.assigned with the actors whose entity or reason changes, and the table `persons`.
  void run();

 private:
  using Rows = std::vector<StoredSighting>;

  void decide_full_names(const std::string& surname);
  void decide_short_names(const std::string& word);
  void name_persons(const std::string& slug);
  std::vector<PersonProfile> bearers_of(const std::string& word, std::vector<ActorNumber>& entities);
  void add_group(const std::string& word, NameForm form, const std::string& name, const Rows& rows,
                 const std::vector<std::uint32_t>& members, const std::vector<std::string>& reasons);
  void assign(const std::string& word, NameForm form, const StoredSighting& row, ActorNumber entity,
              const std::string& reason);
  Rows rows_of(const std::string& word, NameForm form);
  std::vector<std::string> texts(sqlite::Statement& statement) const;
  void begin_word(const std::string& word, NameForm form);
  void end_word();
  ActorNumber claim(const Rows& rows, const std::vector<std::uint32_t>& members);
  void touch_slug(ActorNumber entity);

  const sqlite::Database& database_;
  SightingTable& sightings_;
  const KnownPersons& known_;
  std::int64_t last_number_ = 0;
  std::set<ActorNumber> free_;  // entities that the word had before and that nobody claimed yet
  sqlite::Statement assign_;
  sqlite::Statement old_persons_;
  sqlite::Statement write_person_;
  sqlite::Statement erase_person_;
  sqlite::Statement touch_slug_;
  sqlite::Statement touch_words_;
  sqlite::Statement erase_bearers_;
  sqlite::Statement write_bearer_;
  sqlite::Statement bearers_;
  sqlite::Statement name_;
  sqlite::Statement of_slug_;
  sqlite::Statement set_base_;
  sqlite::Statement set_stale_;
};

}  // namespace entente
