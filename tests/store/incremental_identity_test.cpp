// Who is who, kept up to date by what is added and removed, is what it would be if all were decided anew.
#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/store/sightings.hpp>
#include <entente/store/sqlite.hpp>
#include <entente/store/store.hpp>
#include <store/articles.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::set<std::string> rows(const sqlite::Database& database, const char* sql) {
  std::set<std::string> all;
  sqlite::Statement statement(database, sql);
  while (statement.step()) {
    all.insert(statement.text(0));
  }
  return all;
}

// Everything that readers see of entities, without the numbers that only this file has. An article is named by its
// title, which no other has.
std::set<std::string> who_is_who(const std::string& path) {
  const sqlite::Database database(path, sqlite::Access::Read);
  std::set<std::string> all = rows(
      database,
      "SELECT 'actor ' || r.title || ' ' || a.id || ' is ' || coalesce(e.id, '?') || ' ' || coalesce(a.reason, '?') "
      "FROM actors a JOIN articles r ON r.number = a.article LEFT JOIN entities e ON e.number = a.entity");
  all.merge(
      rows(database,
           "SELECT 'entity ' || id || '|' || name || '|' || kind || '|' || gender || '|' || description || '|' || "
           "country || '|' || share || '|' || articles || '|' || mentions FROM entities"));
  all.merge(rows(database,
                 "SELECT 'name ' || e.id || '|' || n.name || '|' || n.key || '|' || n.own FROM names n LEFT JOIN "
                 "entities e ON e.number = n.entity"));
  all.merge(
      rows(database,
           "SELECT 'report ' || r.title || ' ' || e.id || ' ' || o.id || ' ' || p.outward || ' ' || p.type || ' ' "
           "|| p.text || ' ' || coalesce(s.id, '') FROM reports p JOIN articles r ON r.number = p.article LEFT "
           "JOIN entities e ON e.number = p.entity LEFT JOIN entities o ON o.number = p.other LEFT JOIN entities "
           "s ON s.number = p.speaker"));
  return all;
}

// Articles of few names, so that everything there is to join and to keep apart occurs; some share an id.
std::vector<Given> random_articles(std::mt19937& random) {
  const std::vector<std::string> names = {"anna-halden", "halden", "a-halden",      "piet-halden", "roe",
                                          "john-roe",    "j-roe",  "jane-roe",      "putin",       "vladimir-putin",
                                          "neymar",      "jfk",    "john-f-kennedy"};
  const std::vector<std::string> others = {"acme/organisation", "acme-inc/organisation", "halden/organisation",
                                           "kenya/country",     "georgia/country",       "georgia/place",
                                           "putin/group"};
  std::vector<Given> all;
  for (int i = 0; i < 24; ++i) {
    Given given{"article-" + std::to_string(random() % 16), {}, "2024-01-" + std::to_string(10 + random() % 20)};
    for (std::size_t k = 0; k < 1 + random() % 3; ++k) {
      given.lines.push_back(names[random() % names.size()] + " -meets-> " +
                            (random() % 4 == 0 ? names[random() % names.size()] : others[random() % others.size()]));
    }
    given.source = "source " + std::to_string(i);
    all.push_back(given);
  }
  return all;
}

PackedArticle titled(const Given& given) {
  PackedArticle article = packed(given);
  article.record.title = given.source;
  return article;
}

// The lines that only one of the two has.
std::string differences(const std::set<std::string>& kept, const std::set<std::string>& made) {
  std::string lines;
  for (const std::string& line : kept) {
    lines += made.contains(line) ? "" : "- " + line + "\n";
  }
  for (const std::string& line : made) {
    lines += kept.contains(line) ? "" : "+ " + line + "\n";
  }
  return lines;
}

std::set<std::string> from_scratch(const std::vector<Given>& articles) {
  const StoreFile file;
  Store store(file.path(), StoreAccess::Create);
  for (const Given& given : articles) {
    store.add(titled(given));
  }
  store.finish();
  return who_is_who(file.path());
}

}  // namespace

TEST_CASE("who is who after adding and removing in any order is what a store made at once has") {
  std::mt19937 random(5);
  for (int round = 0; round < 25; ++round) {
    CAPTURE(round);
    std::vector<Given> waiting = random_articles(random);
    std::vector<Given> present;
    const StoreFile file;
    Store store(file.path(), StoreAccess::Create);
    while (!waiting.empty()) {
      for (std::size_t batch = 1 + random() % 6; batch > 0 && !waiting.empty(); --batch) {
        if (random() % 4 == 0 && !present.empty()) {
          const std::size_t gone = random() % present.size();
          store.remove(store.find_article(present[gone].source).number);
          present.erase(present.begin() + static_cast<std::ptrdiff_t>(gone));
        } else {
          if (store.add(titled(waiting.back())) == Added::New) {
            present.push_back(waiting.back());
          }
          waiting.pop_back();
        }
      }
      store.finish();
      std::shuffle(present.begin(), present.end(), random);
      const std::set<std::string> expected = from_scratch(present);
      REQUIRE(differences(who_is_who(file.path()), expected) == "");
    }
  }
}

TEST_CASE("a store decided by other rules is decided anew") {
  std::mt19937 random(6);
  const std::vector<Given> articles = random_articles(random);
  const StoreFile file;
  {
    Store store(file.path(), StoreAccess::Create);
    for (const Given& given : articles) {
      store.add(titled(given));
    }
    store.finish();
  }
  const std::set<std::string> expected = who_is_who(file.path());
  sqlite::Database(file.path(), sqlite::Access::Write)
      .run("UPDATE state SET rules = 0; UPDATE sightings SET word = word || 'x'; UPDATE entities SET id = id || 'x';");
  CHECK(who_is_who(file.path()) != expected);
  Store(file.path(), StoreAccess::Write).finish();
  CHECK(differences(who_is_who(file.path()), expected) == "");
}

TEST_CASE("a sighting comes out as it was packed, and one that is cut off is refused") {
  const PersonSighting sighting{.article = "",
                                .id = "anna-halden",
                                .name = "Anna Halden",
                                .aliases = {"Halden", ""},
                                .gender = ActorGender::Feminine,
                                .country = "norway",
                                .description = "minister",
                                .date = "?",
                                .company = {{7, ActorKind::Country}, {0xffffffffffffffffU, ActorKind::Other}},
                                .related = {"piet-roe"}};
  const std::string bytes = packed_sighting(sighting);
  CHECK(unpacked_sighting(bytes, "w") == sighting);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    CHECK_THROWS_AS(static_cast<void>(unpacked_sighting(std::string_view(bytes).substr(0, size), "w")), Error);
  }
}
