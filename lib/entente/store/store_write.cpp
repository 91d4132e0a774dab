// Adds and removes articles.
#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

using sqlite::Blob;

std::int64_t whole(std::size_t value) { return static_cast<std::int64_t>(value); }

std::string joined(const std::vector<std::string>& aliases) { return fmt::format("{}", fmt::join(aliases, "\n")); }

class ArticleWriter {
 public:
  ArticleWriter(const std::function<sqlite::Statement&(std::string_view)>& prepared, const Network& network,
                ArticleNumber article)
      : prepared_(prepared), network_(network), article_(article) {}

  void write() {
    write_actors();
    for (auto [edge, end] = boost::edges(network_); edge != end; ++edge) {
      write_relation(*edge);
    }
  }

 private:
  void write_actors() {
    std::size_t mentions = 0;
    for (Vertex v = 0; v < boost::num_vertices(network_); ++v) {
      mentions += network_[v].mentions.size();
    }
    for (Vertex v = 0; v < boost::num_vertices(network_); ++v) {
      const Actor& actor = network_[v];
      const double share =
          mentions == 0 ? 0.0 : static_cast<double>(actor.mentions.size()) / static_cast<double>(mentions);
      actors_.push_back(prepared_("INSERT INTO actors(article, id, name, kind, gender, aliases, description, country, "
                                  "mentions, share) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                            .bind(article_, actor.id, actor.name, actor.kind, actor.gender, joined(actor.aliases),
                                  actor.description, actor.country, whole(actor.mentions.size()), share)
                            .insert());
      actor_of_id_.emplace(actor.id, actors_.back());
    }
  }

  void write_relation(Edge edge) {
    const Relation& relation = network_[edge];
    const std::int64_t row =
        prepared_("INSERT INTO relations(article, source, target, type, predicate, status) VALUES (?, ?, ?, ?, ?, ?)")
            .bind(article_, actors_[boost::source(edge, network_)], actors_[boost::target(edge, network_)],
                  relation.type, relation.predicate, relation.status)
            .insert();
    for (const Evidence& evidence : relation.evidence) {
      write_evidence(row, evidence);
    }
  }

  void write_evidence(std::int64_t relation, const Evidence& evidence) {
    sqlite::Statement& insert = prepared_(
        "INSERT INTO evidence(relation, sentence, first, last, lemmas, speaker, time_text, time_from, time_to, "
        "confidence) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(relation, sentence(evidence), std::int64_t{evidence.predicate.begin},
                std::int64_t{evidence.predicate.end}, evidence.lemmas);
    const auto speaker = actor_of_id_.find(evidence.speaker);
    speaker == actor_of_id_.end() ? insert.bind_one(6, nullptr) : insert.bind_one(6, speaker->second);
    const auto bind_day = [&](int at, const Date& day) {
      day.empty() ? insert.bind_one(at, nullptr) : insert.bind_one(at, day);
    };
    if (evidence.time) {
      insert.bind_one(7, evidence.time->text);
      bind_day(8, evidence.time->from);
      bind_day(9, evidence.time->to);
    } else {
      for (const int column : {7, 8, 9}) {
        insert.bind_one(column, nullptr);
      }
    }
    insert.bind_one(10, static_cast<double>(evidence.confidence));
    insert.run();
  }

  // The row of its sentence, which other evidence may share.
  std::int64_t sentence(const Evidence& evidence) {
    const std::uint64_t span = std::uint64_t{evidence.sentence.begin} << 32U | evidence.sentence.end;
    const auto [at, fresh] = sentences_.try_emplace(span, 0);
    if (fresh) {
      at->second =
          prepared_("INSERT INTO sentences(article, first, last, text) VALUES (?, ?, ?, ?)")
              .bind(article_, std::int64_t{evidence.sentence.begin}, std::int64_t{evidence.sentence.end}, evidence.text)
              .insert();
      prepared_("INSERT INTO sentence_words(rowid, text) VALUES (?, ?)").bind(at->second, evidence.text).run();
    }
    return at->second;
  }

  const std::function<sqlite::Statement&(std::string_view)>& prepared_;
  const Network& network_;
  ArticleNumber article_;
  std::vector<std::int64_t> actors_;  // their rows, by vertex
  std::unordered_map<std::string, std::int64_t> actor_of_id_;
  std::unordered_map<std::uint64_t, std::int64_t> sentences_;  // by their span
};

}  // namespace

const char* const EraseReports =
    "DELETE FROM reports WHERE (entity, evidence) IN (SELECT entity, evidence FROM all_reports WHERE article = ?)";

void Store::State::insert(const PackedArticle& article, std::optional<ArticleNumber> number_to_keep) {
  sqlite::Statement& statement = prepared(
      "INSERT INTO articles(id, title, date, source, outlet, content, format, reader, words, actors, relations, "
      "given_id, given_title, given_date, given_source, original, prose, graph, number) "
      "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const ArticleRecord& record = article.record;
  statement.bind(record.id, record.title, record.date, record.source, record.outlet, Blob{article.content},
                 article.given.format, article.reader, whole(article.words),
                 whole(boost::num_vertices(article.network)), whole(boost::num_edges(article.network)),
                 article.given.id, article.given.title, article.given.date, article.given.source,
                 Blob{article.original}, Blob{article.prose}, Blob{article.graph});
  if (number_to_keep) {
    statement.bind_one(19, *number_to_keep);
  } else {
    statement.bind_one(19, nullptr);
  }
  const ArticleNumber number{statement.insert()};
  prepared("INSERT INTO prose_words(rowid, title, prose) VALUES (?, ?, ?)")
      .bind(number, record.title, article.text)
      .run();
  const std::function<sqlite::Statement&(std::string_view)> prepare = [this](std::string_view sql) -> auto& {
    return prepared(sql);
  };
  ArticleWriter(prepare, article.network, number).write();
  mark_namesakes(number);
  prepared("INSERT INTO stale VALUES (0, ?, '')").bind(number).run();
}

// The names of articles with one id depend on each other: adding or removing one may rename others. Persons are ordered
// by these names, so that they must be decided again.
void Store::State::mark_namesakes(ArticleNumber article) {
  prepared(
      "INSERT OR IGNORE INTO stale SELECT 1, 0, word FROM sightings WHERE article IN (SELECT number FROM articles "
      "WHERE "
      "id = (SELECT id FROM articles WHERE number = ?))")
      .bind(article)
      .run();
}

// The full-text indexes must be given the exact text that is to be removed.
void Store::State::erase(ArticleNumber article) {
  mark_namesakes(article);
  for (const std::string_view sql :
       {"INSERT INTO prose_words(prose_words, rowid, title, prose) "
        "SELECT 'delete', number, title, prose FROM article_prose WHERE number = ?",
        "INSERT INTO sentence_words(sentence_words, rowid, text) "
        "SELECT 'delete', number, text FROM sentences WHERE article = ?",
        "INSERT OR IGNORE INTO stale SELECT 2, entity, '' FROM actors WHERE article = ? AND entity IS NOT NULL",
        "DELETE FROM stale WHERE what = 0 AND number = ?", "DELETE FROM sightings WHERE article = ?", EraseReports,
        "DELETE FROM evidence WHERE relation IN (SELECT number FROM relations WHERE article = ?)",
        "DELETE FROM relations WHERE article = ?", "DELETE FROM sentences WHERE article = ?",
        "DELETE FROM actors WHERE article = ?", "DELETE FROM articles WHERE number = ?"}) {
    prepared(sql).bind(article).run();
  }
}

void Store::State::begin() {
  if (!batch) {
    batch.emplace(database);
    database.run("UPDATE state SET identified = 0");
    in_batch = 0;
  }
}

void Store::State::step() {
  constexpr std::size_t BatchArticles = 64;
  if (++in_batch < BatchArticles) {
    return;
  }
  batch->commit();
  batch.reset();
  // Entities are updated whenever the number of articles has doubled, so that a long import can be queried meanwhile at
  // little cost.
  constexpr std::int64_t Few = 500;
  const std::int64_t fresh = database.whole("SELECT count(*) FROM stale WHERE what = 0");
  if (fresh >= Few && 2 * fresh >= database.whole("SELECT count(*) FROM articles")) {
    identify();
  }
}

bool Store::State::erase_previous_versions(const ArticleRecord& record) {
  sqlite::Statement& same = prepared("SELECT number FROM articles WHERE id = ? AND source = ?");
  std::vector<ArticleNumber> numbers;
  same.bind(record.id, record.source);
  while (same.step()) {
    numbers.push_back(same.as<ArticleNumber>(0));
  }
  same.reset();
  for (const ArticleNumber article : numbers) {
    erase(article);
  }
  return !numbers.empty();
}

Added Store::add(const PackedArticle& article, const AddOptions& options) {
  state_->begin();
  sqlite::Statement& known = state_->prepared("SELECT 1 FROM articles WHERE content = ?");
  const bool has = known.bind(Blob{article.content}).step();
  known.reset();
  if (has) {
    return Added::Known;
  }
  const bool updates = options.update && state_->erase_previous_versions(article.record);
  state_->insert(article, std::nullopt);
  state_->step();
  return updates ? Added::Updated : Added::New;
}

void Store::replace(ArticleNumber number, const PackedArticle& article) {
  state_->begin();
  state_->erase(number);
  state_->insert(article, number);
  state_->step();
}

void Store::remove(ArticleNumber number) {
  state_->begin();
  state_->erase(number);
  state_->step();
}

void Store::commit() {
  if (state_->batch) {
    state_->batch->commit();
    state_->batch.reset();
  }
}

void Store::finish() {
  commit();
  state_->identify();
  state_->database.run("PRAGMA optimize; PRAGMA wal_checkpoint(PASSIVE);");
}

}  // namespace entente
