// The persons in the articles of a store, indexed by the words that join them across articles.
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
#include <entente/store/store.hpp>

namespace entente::inline v0_1 {

// A sighting as bytes, without the name and date of its article, but with a flag whether the date counts.
std::string packed_sighting(const PersonSighting& sighting);
// Returns the sighting, with a placeholder for a date that counts. Throws Error (BadFormat), with the file `where`, for
// bytes that are not a packed sighting.
PersonSighting unpacked_sighting(std::string_view bytes, const std::string& where);

// The names of which a word is the key: full names with a surname spelled like it, or names of that word alone. The
// numbers are those of the column `full`.
enum class NameForm : std::uint8_t { OneWord = 0, Full = 1 };

// One row of the table `sightings`.
struct StoredSighting {
  std::int64_t actor = 0;  // its row in the table `actors`
  ActorNumber entity{};    // the person that was decided; 0 for undecided
  PersonSighting seen;
};

// The table `sightings`. Memory does not grow with it.
class SightingTable {
 public:
  // The names of articles are the same as in lists.
  using NameOf = std::function<std::string(ArticleNumber)>;

  SightingTable(const sqlite::Database& database, NameOf name_of);

  // Adds the persons of an article to the table, undecided. They are visible after flush().
  void take(ArticleNumber article, const KnownPersons& known);
  void flush();
  // The sightings of a word in one of its forms.
  void for_each(const std::string& word, NameForm form, const std::function<void(StoredSighting&&)>& take);
  // Stores the person of a sighting of the word.
  void set_entity(const std::string& word, NameForm form, std::int64_t actor, ActorNumber entity);

 private:
  const std::pair<std::string, std::string>& article(ArticleNumber number);  // name and date

  const sqlite::Database& database_;
  NameOf name_of_;
  std::unordered_map<ArticleNumber, std::pair<std::string, std::string>> articles_;  // some of them
  sqlite::Statement actors_;
  sqlite::Statement relations_;
  sqlite::Statement insert_;
  sqlite::Statement rows_;
  sqlite::Statement set_entity_;
  sqlite::Statement date_;
};

}  // namespace entente
