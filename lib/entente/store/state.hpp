// The state of an open store. Private to the room.
//
// The words of the tables: an `actor` is an actor of one article, with a row for each article that mentions it; an
// `entity` is the actor of the whole store that these rows mean, and the public ActorNumber is its number. A `sighting`
// is a person in one article, as input of the decision who is the same (graph/person_sighting.hpp). A `report` is one
// piece of evidence, listed for both of its entities. `stale` lists what must be decided or made again, by `what`:
// 0 the actors of a new article, 1 the persons of a word, 2 the row of an entity. docs/store-format.md has all columns.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <unordered_map>

#include <entente/store/sqlite.hpp>
#include <entente/store/store.hpp>

namespace entente::inline v0_1 {

struct Store::State {
  State(const std::string& path, sqlite::Access access);

  sqlite::Database database;
  std::optional<sqlite::Transaction> batch;
  std::size_t in_batch = 0;  // articles that were added or removed since the batch began
  mutable std::unordered_map<std::string_view, sqlite::Statement> statements;  // by their text, which is a literal

  // The prepared statement of a literal.
  sqlite::Statement& prepared(std::string_view sql) const;
  void begin();
  // Ends the batch if it is large.
  void step();
  // Without a number to keep the article gets a new one.
  void insert(const PackedArticle& article, std::optional<ArticleNumber> number_to_keep);
  void erase(ArticleNumber number);
  // Marks the persons of the articles that share an id with this one for a new decision.
  void mark_namesakes(ArticleNumber article);
  // Brings the entities up to date with the articles.
  void identify();
  // "" if there is no article with that number.
  std::string name_of_article(ArticleNumber number) const;
  // Erases articles with the same id and source; returns whether there were any.
  bool erase_previous_versions(const ArticleRecord& record);
  // The types, with those that only the graphs of articles describe; each name with such an article.
  RelationTypes described(RelationTypes types, const std::map<std::string, ArticleNumber>& article_of_type) const;
  Network network_of(std::string_view packed, ArticleNumber number, const std::string& name) const;
};

// SQL: removes an article from the reports of its actors, while their entities are unchanged; bind its number.
extern const char* const EraseReports;
// SQL: the articles with all arguments of article_name(): `copy` counts articles of one id that differ in title, date
// or source; `twin` counts those that differ only in their text.
extern const char* const ArticleRows;
// Throws Error (Usage) for a date of the filter that is not a day of the calendar.
void check_dates(const ArticleFilter& filter);
// The conditions of a filter; bind since, since, until, until, source, source, source.
extern const char* const ArticleConditions;
// The name of an article: its id; "id~2" for the second copy; "id~x1f3a…" for a twin, with the first bytes of its
// content key.
std::string article_name(std::string_view id, std::int64_t copy, std::int64_t twin, std::string_view content);

}  // namespace entente
