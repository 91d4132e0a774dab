// Full-text search, by SQLite's FTS5 (sqlite.org/fts5.html).
#include <utility>

#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

// In FTS5's query language quotation marks and minus signs are operators, so every word is put in quotes; all must
// match. "gas prices" → "\"gas\" \"prices\"".
std::string match_of(std::string_view words) {
  std::string match;
  const std::string key = search_key(words);
  for (std::size_t begin = 0; begin < key.size();) {
    const std::size_t end = std::min(key.find(' ', begin), key.size());
    match += fmt::format("{}\"{}\"", match.empty() ? "" : " ", key.substr(begin, end - begin));
    begin = end + 1;
  }
  if (match.empty()) {
    throw Error(ErrorCode::Usage, "", fmt::format("found \"{}\"; expected words to look for", words));
  }
  return match;
}

std::string show_row(const sqlite::Statement& row) {
  const auto status = row.as<Status>(2);
  const RelationTypes& known = shipped_relation_types();
  const RelationType& type = known.named(row.view(1));
  // A user's type is not in the shipped vocabulary: its name is shown.
  const std::string_view label = type.name == row.view(1) ? std::string_view(type.label) : row.view(1);
  return fmt::format("{} {}{} {}", row.view(0), label,
                     status == Status::Asserted ? "" : fmt::format(" ({})", status_name(status)), row.view(3));
}

bool is_open(const ArticleFilter& filter) {
  return filter.since.empty() && filter.until.empty() && filter.source.empty();
}

// Binds the filter, if it is set, and returns the number of the next value.
int bind_filter(sqlite::Statement& statement, const ArticleFilter& filter) {
  int at = 0;
  if (!is_open(filter)) {
    for (const std::string& text :
         {filter.since, filter.since, filter.until, filter.until, filter.source, filter.source, filter.source}) {
      statement.bind_one(++at, text);
    }
  }
  return at + 1;
}

// Sets the text of a hit and its matches to what a statement gives of a row of an index of words: a text in which the
// characters 1 and 2 enclose each match. Only hits that are shown are asked for.
void set_text(SearchHit& hit, sqlite::Statement& statement, const std::string& match, std::int64_t row) {
  if (!statement.bind(match, row).step()) {
    return;
  }
  for (const char c : statement.view(0)) {
    const auto at = static_cast<std::uint32_t>(hit.text.size());
    if (c == '\x01') {
      hit.matches.push_back({at, at});
    } else if (c != '\x02') {
      hit.text += c;
    } else if (!hit.matches.empty()) {
      hit.matches.back().end = at;
    }
  }
}

struct Sentences {
  std::vector<std::int64_t> rows;  // of the table `sentences`
  std::vector<SearchHit> hits;     // of each row; their texts, article names and relations are still empty
  bool whole = false;              // more candidates would give no more hits
};

// The best matches among the best `candidates`, each text once. Copies of a text have the same score, so that they are
// candidates together.
Sentences fitting(const sqlite::Database& database, const std::string& match, const SearchOptions& options,
                  std::size_t candidates) {
  sqlite::Statement found(
      database,
      fmt::format("WITH hits AS (SELECT sentence_words.rowid AS sentence, bm25(sentence_words) AS score FROM "
                  "sentence_words {} WHERE sentence_words MATCH ? ORDER BY score, "
                  "sentence_words.rowid LIMIT ?), "
                  "texts AS (SELECT s.number, s.article, s.text, a.title, a.date, h.score FROM hits h "
                  "JOIN sentences s ON s.number = h.sentence JOIN articles a INDEXED BY articles_heads ON a.number "
                  "= s.article), "
                  "firsts AS (SELECT *, count(*) OVER (PARTITION BY text) AS copies, row_number() OVER (PARTITION BY "
                  "text ORDER BY date, article, number) AS place FROM texts) "
                  "SELECT number, article, title, date, copies, (SELECT count(*) FROM hits) "
                  "FROM firsts WHERE place = 1 ORDER BY score, date, text LIMIT ?",
                  is_open(options.articles)
                      ? ""
                      : fmt::format("JOIN sentences o ON o.number = sentence_words.rowid JOIN (SELECT number FROM "
                                    "articles{}) a ON a.number = o.article",
                                    ArticleConditions)));
  int at = bind_filter(found, options.articles);
  found.bind_one(at, match);
  found.bind_one(++at, static_cast<std::int64_t>(candidates));
  found.bind_one(++at, static_cast<std::int64_t>(options.most));
  Sentences sentences;
  bool all = true;
  while (found.step()) {
    sentences.rows.push_back(found.whole(0));
    sentences.hits.push_back({.article = found.as<ArticleNumber>(1),
                              .name = {},
                              .title = found.text(2),
                              .date = found.text(3),
                              .text = {},
                              .copies = static_cast<std::size_t>(found.whole(4))});
    all = static_cast<std::size_t>(found.whole(5)) < candidates;
  }
  sentences.whole = all || sentences.hits.size() == options.most;
  return sentences;
}

}  // namespace

std::vector<SearchHit> Store::search_sentences(std::string_view words, const SearchOptions& options) const {
  constexpr std::size_t Copies = 100;  // of one sentence, on average, before more candidates are looked at
  constexpr std::size_t Wider = 8;
  check_dates(options.articles);
  const std::string match = match_of(words);
  Sentences found;
  for (std::size_t candidates = Copies * options.most; !found.whole; candidates *= Wider) {
    found = fitting(state_->database, match, options, candidates);
  }
  sqlite::Statement& marks = state_->prepared(
      "SELECT highlight(sentence_words, 0, char(1), char(2)) FROM sentence_words WHERE sentence_words MATCH ? AND "
      "rowid = ?");
  sqlite::Statement& relations = state_->prepared(
      "SELECT DISTINCT s.name, r.type, r.status, t.name FROM evidence e JOIN relations r ON r.number = e.relation "
      "JOIN actors s ON s.number = r.source JOIN actors t ON t.number = r.target WHERE e.sentence = ? "
      "ORDER BY s.name, t.name, r.type, r.status");
  for (std::size_t i = 0; i < found.hits.size(); ++i) {
    SearchHit& hit = found.hits[i];
    hit.name = name_of_article(hit.article);
    set_text(hit, marks, match, found.rows[i]);
    relations.bind(found.rows[i]);
    while (relations.step()) {
      hit.relations.push_back(show_row(relations));
    }
  }
  marks.reset();
  relations.reset();
  return std::move(found.hits);
}

std::vector<SearchHit> Store::search_articles(std::string_view words, const SearchOptions& options) const {
  check_dates(options.articles);
  const std::string match = match_of(words);
  sqlite::Statement found(
      state_->database,
      fmt::format("WITH hits AS (SELECT prose_words.rowid AS article, bm25(prose_words, 4.0, 1.0) AS score FROM "
                  "prose_words {} WHERE prose_words MATCH ? ORDER BY score, prose_words.rowid LIMIT ?) "
                  "SELECT a.number, a.title, a.date FROM hits h JOIN articles a ON a.number = h.article "
                  "ORDER BY h.score, a.date, a.id",
                  is_open(options.articles)
                      ? ""
                      : fmt::format("JOIN (SELECT number FROM articles{}) f ON f.number = prose_words.rowid",
                                    ArticleConditions)));
  int at = bind_filter(found, options.articles);
  found.bind_one(at, match);
  found.bind_one(++at, static_cast<std::int64_t>(options.most));
  sqlite::Statement& marks = state_->prepared(
      "SELECT snippet(prose_words, 1, char(1), char(2), '…', 24) FROM prose_words WHERE prose_words MATCH ? AND rowid "
      "= ?");
  std::vector<SearchHit> hits;
  while (found.step()) {
    const auto number = found.as<ArticleNumber>(0);
    SearchHit& hit = hits.emplace_back();
    hit.article = number;
    hit.name = name_of_article(number);
    hit.title = found.text(1);
    hit.date = found.text(2);
    set_text(hit, marks, match, found.whole(0));
  }
  marks.reset();
  return hits;
}

}  // namespace entente
