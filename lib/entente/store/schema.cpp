#include <entente/store/schema.hpp>

#include <array>
#include <filesystem>
#include <system_error>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::int64_t ApplicationId = 0x456E7431;  // "Ent1"

// Step n makes version n + 1 of version n. A released step is never edited; a change is a new step.
constexpr std::array Steps = {
    R"(
CREATE TABLE articles(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  title TEXT NOT NULL,
  date TEXT NOT NULL,
  source TEXT NOT NULL,
  outlet TEXT NOT NULL,
  content BLOB NOT NULL UNIQUE,
  format INTEGER NOT NULL,
  reader TEXT NOT NULL,
  words INTEGER NOT NULL,
  actors INTEGER NOT NULL,
  relations INTEGER NOT NULL,
  given_id TEXT NOT NULL,
  given_title TEXT NOT NULL,
  given_date TEXT NOT NULL,
  given_source TEXT NOT NULL,
  original BLOB NOT NULL,
  prose BLOB NOT NULL,
  graph BLOB NOT NULL
) STRICT;
CREATE INDEX articles_by_id ON articles(id);
CREATE INDEX articles_by_date ON articles(date);
CREATE TABLE actors(
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  gender INTEGER NOT NULL,
  aliases TEXT NOT NULL,
  description TEXT NOT NULL,
  country TEXT NOT NULL,
  mentions INTEGER NOT NULL,
  share REAL NOT NULL
) STRICT;
CREATE INDEX actors_by_article ON actors(article);
CREATE TABLE relations(
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  source INTEGER NOT NULL,
  target INTEGER NOT NULL,
  type TEXT NOT NULL,
  predicate TEXT NOT NULL,
  status INTEGER NOT NULL
) STRICT;
CREATE INDEX relations_by_article ON relations(article);
CREATE INDEX relations_by_source ON relations(source);
CREATE INDEX relations_by_target ON relations(target);
CREATE TABLE sentences(
  number INTEGER PRIMARY KEY,
  article INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX sentences_by_article ON sentences(article);
CREATE TABLE evidence(
  number INTEGER PRIMARY KEY,
  relation INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  lemmas TEXT NOT NULL,
  speaker INTEGER,
  time_text TEXT,
  time_from TEXT,
  time_to TEXT,
  confidence REAL NOT NULL
) STRICT;
CREATE INDEX evidence_by_relation ON evidence(relation);
CREATE INDEX evidence_by_sentence ON evidence(sentence);
CREATE VIEW article_prose(number, title, prose) AS SELECT number, title, inflate(prose) FROM articles;
CREATE VIRTUAL TABLE prose_words USING fts5(
  title, prose, content = 'article_prose', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE sentence_words USING fts5(
  text, content = 'sentences', content_rowid = 'number', tokenize = "unicode61 remove_diacritics 2");
)",
    R"(
CREATE TABLE entities(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  gender INTEGER NOT NULL,
  description TEXT NOT NULL,
  country TEXT NOT NULL,
  salience REAL NOT NULL,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL
) STRICT;
CREATE INDEX entities_by_salience ON entities(salience);
CREATE TABLE names(
  entity INTEGER NOT NULL,
  name TEXT NOT NULL,
  key TEXT NOT NULL,
  own INTEGER NOT NULL
) STRICT;
CREATE INDEX names_by_key ON names(key);
CREATE INDEX names_by_entity ON names(entity);
ALTER TABLE actors ADD COLUMN entity INTEGER;
ALTER TABLE actors ADD COLUMN reason TEXT;
CREATE INDEX actors_by_entity ON actors(entity);
CREATE TABLE state(identified INTEGER NOT NULL) STRICT;
INSERT INTO state VALUES (0);
)",
    R"(
CREATE TABLE reports(
  entity INTEGER NOT NULL,
  evidence INTEGER NOT NULL,
  other INTEGER NOT NULL,
  outward INTEGER NOT NULL,
  relation INTEGER NOT NULL,
  article INTEGER NOT NULL,
  type TEXT NOT NULL,
  predicate TEXT NOT NULL,
  status INTEGER NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  lemmas TEXT NOT NULL,
  speaker INTEGER,
  time_text TEXT,
  time_from TEXT,
  time_to TEXT,
  confidence REAL NOT NULL,
  sentence_first INTEGER NOT NULL,
  sentence_last INTEGER NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY(entity, evidence)
) STRICT, WITHOUT ROWID;
CREATE VIEW all_reports(entity, evidence, other, outward, relation, article, type, predicate, status, first, last, lemmas,
    speaker, time_text, time_from, time_to, confidence, sentence_first, sentence_last, text) AS
  SELECT s.entity, e.number, t.entity, 1, r.number, r.article, r.type, r.predicate, r.status, e.first, e.last, e.lemmas,
    sp.entity, e.time_text, e.time_from, e.time_to, e.confidence, se.first, se.last, se.text
  FROM relations r CROSS JOIN actors s ON s.number = r.source CROSS JOIN actors t ON t.number = r.target
    CROSS JOIN evidence e ON e.relation = r.number CROSS JOIN sentences se ON se.number = e.sentence
    LEFT JOIN actors sp ON sp.number = e.speaker
  WHERE s.entity <> t.entity
  UNION ALL
  SELECT t.entity, e.number, s.entity, 0, r.number, r.article, r.type, r.predicate, r.status, e.first, e.last, e.lemmas,
    sp.entity, e.time_text, e.time_from, e.time_to, e.confidence, se.first, se.last, se.text
  FROM relations r CROSS JOIN actors s ON s.number = r.source CROSS JOIN actors t ON t.number = r.target
    CROSS JOIN evidence e ON e.relation = r.number CROSS JOIN sentences se ON se.number = e.sentence
    LEFT JOIN actors sp ON sp.number = e.speaker
  WHERE s.entity <> t.entity;
INSERT INTO reports SELECT * FROM all_reports ORDER BY entity, evidence;
DROP INDEX relations_by_source;
DROP INDEX relations_by_target;
CREATE INDEX articles_heads ON articles(number, id, title, date, source, outlet, content, reader, words, actors, relations);
)",
    R"(
CREATE TABLE sightings(
  word TEXT NOT NULL,
  full INTEGER NOT NULL,
  actor INTEGER NOT NULL,
  article INTEGER NOT NULL,
  entity INTEGER,
  seen BLOB NOT NULL,
  PRIMARY KEY(word, full, actor)
) STRICT, WITHOUT ROWID;
CREATE INDEX sightings_by_article ON sightings(article);
CREATE TABLE persons(
  entity INTEGER PRIMARY KEY,
  word TEXT NOT NULL,
  full INTEGER NOT NULL,
  name TEXT NOT NULL,
  slug TEXT NOT NULL,
  sightings INTEGER NOT NULL,
  article TEXT NOT NULL,
  id TEXT NOT NULL,
  base TEXT NOT NULL
) STRICT;
CREATE INDEX persons_by_word ON persons(word, full);
CREATE INDEX persons_by_slug ON persons(slug);
CREATE TABLE bearers(
  word TEXT NOT NULL,
  entity INTEGER NOT NULL,
  surname TEXT NOT NULL,
  PRIMARY KEY(word, entity)
) STRICT, WITHOUT ROWID;
CREATE INDEX bearers_by_surname ON bearers(surname);
CREATE TABLE stale(
  what INTEGER NOT NULL,
  number INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY(what, number, word)
) STRICT, WITHOUT ROWID;
CREATE TABLE new_entities(
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  kind INTEGER NOT NULL,
  gender INTEGER NOT NULL,
  description TEXT NOT NULL,
  country TEXT NOT NULL,
  share REAL NOT NULL,
  articles INTEGER NOT NULL,
  mentions INTEGER NOT NULL,
  aliases TEXT NOT NULL,
  identity TEXT,
  base TEXT NOT NULL
) STRICT;
INSERT INTO new_entities SELECT number, id, name, kind, gender, description, country,
  salience * (SELECT count(*) FROM articles), articles, mentions,
  coalesce((SELECT group_concat(n.name, char(10)) FROM names n WHERE n.entity = number AND n.own = 0), ''), NULL, id
  FROM entities;
DROP TABLE entities;
ALTER TABLE new_entities RENAME TO entities;
CREATE INDEX entities_by_id ON entities(id);
CREATE INDEX entities_by_share ON entities(share);
CREATE INDEX entities_by_identity ON entities(identity, kind);
CREATE INDEX entities_by_base ON entities(base);
ALTER TABLE state ADD COLUMN rules INTEGER NOT NULL DEFAULT 0;
)",
};

void check_size(const sqlite::Database& database) {
  std::error_code error;
  const auto log = std::filesystem::file_size(database.path() + "-wal", error);
  if (!error && log > 0) {
    return;  // pages that the file lacks may stand in the log
  }
  const auto bytes = std::filesystem::file_size(database.path(), error);
  const std::int64_t expected = database.whole("PRAGMA page_count") * database.whole("PRAGMA page_size");
  if (!error && bytes < static_cast<std::uintmax_t>(expected)) {
    throw Error(ErrorCode::BadFormat, database.path(),
                fmt::format("is cut off: {} of {} bytes; put a copy in its place, or save what is left of it by: "
                            "sqlite3 {} .recover | sqlite3 rescued.db",
                            bytes, expected, database.path()));
  }
}

void run_steps(const sqlite::Database& database, int from, int to) {
  sqlite::Transaction transaction(database);
  if (database.whole("PRAGMA user_version") == from) {  // nobody else was quicker
    for (int step = from; step < to; ++step) {
      database.run(Steps.at(static_cast<std::size_t>(step)));
    }
    database.run(fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {};", ApplicationId, to).c_str());
  }
  transaction.commit();
}

[[noreturn]] void refuse(const sqlite::Database& database, const std::string& what) {
  throw Error(ErrorCode::BadFormat, database.path(), what);
}

}  // namespace

int schema_version() { return static_cast<int>(Steps.size()); }

void make_schema(const sqlite::Database& database, int version) {
  database.run_patiently("PRAGMA journal_mode = WAL;");  // two programs may make the file at once
  run_steps(database, 0, version);
}

void prepare_schema(const sqlite::Database& database, sqlite::Access access) {
  const bool empty = database.whole("SELECT count(*) FROM sqlite_schema") == 0;
  const std::int64_t version = database.whole("PRAGMA user_version");
  if (empty && version == 0 && access == sqlite::Access::Create) {
    make_schema(database, schema_version());
  } else if (database.whole("PRAGMA application_id") != ApplicationId) {
    refuse(database, empty ? "is empty; add articles to it by entente store FILE add ARTICLE…"
                           : "is an SQLite file, but no store of articles; give the store another name");
  } else if (version > schema_version()) {
    refuse(database, fmt::format("was written by a newer entente (its schema is {}, this program knows {}); update "
                                 "entente",
                                 version, schema_version()));
  } else {
    check_size(database);
    if (version < schema_version() && access == sqlite::Access::Read) {
      prepare_schema(sqlite::Database(database.path(), sqlite::Access::Write), sqlite::Access::Write);
      return;
    }
    if (version < schema_version()) {
      run_steps(database, static_cast<int>(version), schema_version());
      database.run("PRAGMA wal_checkpoint(TRUNCATE);");  // a large log slows readers
    }
  }
  if (access != sqlite::Access::Read) {
    database.run("PRAGMA synchronous = NORMAL;");
  }
}

}  // namespace entente
