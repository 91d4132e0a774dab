// Persons as the articles of a store have them, kept by the words that join them across articles.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include <entente/graph/known_persons.hpp>
#include <entente/graph/person_sighting.hpp>
#include <entente/store/sqlite.hpp>

namespace entente::inline v0_1 {

// All of a sighting but the name and the date of its article, as bytes; of the date, whether it counts.
std::string packed_sighting(const PersonSighting& sighting);
// The sighting again, with some text for a date that counts. Throws Error (BadFormat) for bytes that are not a packed
// sighting; `where` names them.
PersonSighting unpacked_sighting(std::string_view bytes, const std::string& where);

// One row of the table `sightings`.
struct StoredSighting {
  std::int64_t actor = 0;
  std::int64_t entity = 0;  // who it was decided to be; 0 for undecided
  PersonSighting seen;
};

// The table `sightings`. Memory does not grow with it.
class SightingTable {
 public:
  // Names articles as lists do.
  using NameOf = std::function<std::string(std::int64_t)>;

  SightingTable(const sqlite::Database& database, NameOf name_of);

  // Takes the persons of an article into the table, undecided; what came in is there after flush().
  void take(std::int64_t article, const KnownPersons& known);
  void flush();
  // The sightings of a word: those in full whose surnames have that spelling key, or those of the word alone.
  void for_each(const std::string& word, bool full, const std::function<void(StoredSighting&&)>& take);
  // Who a sighting of the word was decided to be.
  void set_entity(const std::string& word, bool full, std::int64_t actor, std::int64_t entity);

 private:
  const std::pair<std::string, std::string>& article(std::int64_t number);  // name and date

  const sqlite::Database& database_;
  NameOf name_of_;
  std::unordered_map<std::int64_t, std::pair<std::string, std::string>> articles_;  // some of them
  sqlite::Statement actors_;
  sqlite::Statement relations_;
  sqlite::Statement insert_;
  sqlite::Statement rows_;
  sqlite::Statement set_entity_;
  sqlite::Statement date_;
};

}  // namespace entente
