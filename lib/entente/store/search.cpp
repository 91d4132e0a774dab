// Full-text search, by SQLite's FTS5 (sqlite.org/fts5.html).
#include <fmt/format.h>

#include <entente/base/error.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

// FTS5 has a language of its own, in which a quotation mark or a minus is an operator: every word goes in quotes, and
// all must be found. "gas prices" → "\"gas\" \"prices\"".
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
  const auto status = static_cast<Status>(row.whole(2));
  const RelationTypes& known = shipped_relation_types();
  const RelationType& type = known.types[known.find(row.view(1))];
  // a type of the user's own is not among those that ship: its name has to do
  const std::string_view label = type.name == row.view(1) ? std::string_view(type.label) : row.view(1);
  return fmt::format("{} {}{} {}", row.view(0), label,
                     status == Status::Asserted ? "" : fmt::format(" ({})", status_name(status)), row.view(3));
}

}  // namespace

std::vector<SearchHit> Store::search_sentences(std::string_view words, const SearchOptions& options) const {
  sqlite::Statement found(
      state_->database,
      fmt::format("WITH hits AS (SELECT s.number AS sentence, s.article AS article, s.text AS text, a.title AS title, "
                  "a.date AS date, highlight(sentence_words, 0, char(1), char(2)) AS marked, "
                  "bm25(sentence_words) AS score FROM sentence_words JOIN sentences s ON s.number = "
                  "sentence_words.rowid JOIN (SELECT * FROM articles{}) a ON a.number = s.article "
                  "WHERE sentence_words MATCH ?), firsts AS (SELECT *, count(*) OVER (PARTITION BY text) AS copies, "
                  "row_number() OVER (PARTITION BY text ORDER BY date, article, sentence) AS place FROM hits) "
                  "SELECT sentence, article, title, date, marked, copies FROM firsts WHERE place = 1 "
                  "ORDER BY score, date, text LIMIT ?",
                  ArticleConditions));
  const ArticleFilter& f = options.articles;
  found.bind(f.since, f.since, f.until, f.until, f.source, f.source, f.source, match_of(words),
             static_cast<std::int64_t>(options.most));
  sqlite::Statement relations(
      state_->database,
      "SELECT DISTINCT s.name, r.type, r.status, t.name FROM evidence e JOIN relations r ON r.number = e.relation "
      "JOIN actors s ON s.number = r.source JOIN actors t ON t.number = r.target WHERE e.sentence = ? "
      "ORDER BY s.name, t.name, r.type, r.status");
  std::vector<SearchHit> hits;
  while (found.step()) {
    SearchHit hit{.article = found.whole(1),
                  .name = {},
                  .title = found.text(2),
                  .date = found.text(3),
                  .text = found.text(4),
                  .copies = static_cast<std::size_t>(found.whole(5))};
    hit.name = name_of_article(hit.article);
    relations.bind(found.whole(0));
    while (relations.step()) {
      hit.relations.push_back(show_row(relations));
    }
    hits.push_back(std::move(hit));
  }
  return hits;
}

std::vector<SearchHit> Store::search_articles(std::string_view words, const SearchOptions& options) const {
  sqlite::Statement found(
      state_->database,
      fmt::format(
          "SELECT a.number, a.title, a.date, snippet(prose_words, 1, char(1), char(2), '…', 24) FROM prose_words "
          "JOIN (SELECT * FROM articles{}) a ON a.number = prose_words.rowid "
          "WHERE prose_words MATCH ? ORDER BY bm25(prose_words, 4.0, 1.0), a.date, a.id LIMIT ?",
          ArticleConditions));
  const ArticleFilter& f = options.articles;
  found.bind(f.since, f.since, f.until, f.until, f.source, f.source, f.source, match_of(words),
             static_cast<std::int64_t>(options.most));
  std::vector<SearchHit> hits;
  while (found.step()) {
    hits.push_back({.article = found.whole(0),
                    .name = name_of_article(found.whole(0)),
                    .title = found.text(1),
                    .date = found.text(2),
                    .text = found.text(3)});
  }
  return hits;
}

}  // namespace entente
