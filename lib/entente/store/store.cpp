#include <entente/store/store.hpp>

#include <array>
#include <fstream>
#include <utility>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>
#include <entente/base/spelling.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/store/packed.hpp>
#include <entente/store/schema.hpp>
#include <entente/store/state.hpp>

namespace entente::inline v0_1 {

namespace {

sqlite::Access access_of(StoreAccess access) {
  return access == StoreAccess::Read    ? sqlite::Access::Read
         : access == StoreAccess::Write ? sqlite::Access::Write
                                        : sqlite::Access::Create;
}

StoredArticle stored_article(const sqlite::Statement& row) {
  StoredArticle article;
  article.number = row.as<ArticleNumber>(0);
  article.name = article_name(row.view(1), row.whole(6), row.whole(7), row.view(8));
  article.record = {row.text(1), row.text(2), row.text(3), row.text(4), row.text(5)};
  article.reader = row.text(9);
  article.words = static_cast<std::size_t>(row.whole(10));
  article.actors = static_cast<std::size_t>(row.whole(11));
  article.relations = static_cast<std::size_t>(row.whole(12));
  return article;
}

// All rows of a statement with the columns of ArticleRows.
std::vector<StoredArticle> rows_of(sqlite::Statement& statement) {
  std::vector<StoredArticle> all;
  while (statement.step()) {
    all.push_back(stored_article(statement));
  }
  statement.reset();
  return all;
}

}  // namespace

const char* const ArticleRows =
    "SELECT number, id, title, date, source, outlet, "
    "dense_rank() OVER (PARTITION BY id ORDER BY title, date, source) AS copy, "
    "row_number() OVER (PARTITION BY id, title, date, source ORDER BY content) AS twin, "
    "content, reader, words, actors, relations FROM articles";

const char* const ArticleConditions =
    " WHERE (? = '' OR date >= ?) AND (? = '' OR (date <> '' AND date <= ?)) AND "
    "(? = '' OR instr(lower(source), lower(?)) > 0 OR instr(lower(outlet), lower(?)) > 0)";

void check_dates(const ArticleFilter& filter) {
  check_date("--since", filter.since);
  check_date("--until", filter.until);
}

std::string article_name(std::string_view id, std::int64_t copy, std::int64_t twin, std::string_view content) {
  if (twin > 1) {
    std::string name = fmt::format("{}~x", id);
    for (const char c : content.substr(0, 4)) {
      name += fmt::format("{:02x}", static_cast<unsigned char>(c));
    }
    return name;
  }
  return copy > 1 ? fmt::format("{}~{}", id, copy) : std::string(id);
}

Store::State::State(const std::string& path, sqlite::Access access) : database(path, access) {
  prepare_schema(database, access);
}

sqlite::Statement& Store::State::prepared(std::string_view sql) const {
  return statements.try_emplace(sql, database, sql).first->second;
}

Store::Store(const std::string& path, StoreAccess access) : state_(std::make_unique<State>(path, access_of(access))) {}
Store::~Store() = default;
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;

bool Store::has(const Article& article) const {
  sqlite::Statement& known = state_->prepared("SELECT 1 FROM articles WHERE content = ?1");
  const std::string key = content_key(article);
  const bool has = known.bind(sqlite::Blob{key}).step();
  known.reset();
  return has;
}

const std::string& Store::path() const { return state_->database.path(); }

StoreSize Store::size() const {
  sqlite::Statement& sums =
      state_->prepared("SELECT count(*), coalesce(sum(words), 0), coalesce(sum(relations), 0) FROM articles");
  sums.bind().step();
  const StoreSize size = {static_cast<std::size_t>(sums.whole(0)), static_cast<std::size_t>(sums.whole(1)),
                          static_cast<std::size_t>(sums.whole(2))};
  sums.reset();
  return size;
}

std::vector<StoredArticle> Store::articles(const ArticleFilter& filter) const {
  check_dates(filter);
  sqlite::Statement rows(state_->database, fmt::format("SELECT * FROM ({}){} ORDER BY date, id, copy, twin",
                                                       ArticleRows, ArticleConditions));
  rows.bind(filter.since, filter.since, filter.until, filter.until, filter.source, filter.source, filter.source);
  return rows_of(rows);
}

StoredArticle Store::find_article(std::string_view name) const {
  const std::string_view base = name.substr(0, name.rfind('~'));
  sqlite::Statement of_id(state_->database,
                          fmt::format("SELECT * FROM ({} WHERE id IN (?, ?)) ORDER BY id, copy, twin", ArticleRows));
  for (const StoredArticle& article : rows_of(of_id.bind(name, base))) {
    if (article.name == name) {
      return article;
    }
  }
  std::vector<StoredArticle> all = articles();
  std::vector<StoredArticle> fitting;
  std::vector<std::string> names;
  const std::string key = search_key(name);
  for (StoredArticle& article : all) {
    names.push_back(article.name);
    if (article.record.source == name || (!key.empty() && search_key(article.record.title) == key)) {
      fitting.push_back(std::move(article));
    }
  }
  if (fitting.size() == 1) {
    return fitting.front();
  }
  if (!fitting.empty()) {
    throw Error(ErrorCode::Usage, state_->database.path(),
                fmt::format("\"{}\" may be any of {}, {}{}; name one of them", name, fitting[0].name, fitting[1].name,
                            fitting.size() > 2 ? " …" : ""));
  }
  const std::vector<std::string> near = nearest_spellings(std::move(names), std::string(name), 5);
  throw Error(ErrorCode::NotFound, state_->database.path(),
              fmt::format("has no article \"{}\"{}; entente store {} list shows all", name,
                          near.empty() ? "" : fmt::format("; the nearest are {}", fmt::join(near, ", ")),
                          state_->database.path()));
}

Article Store::article(ArticleNumber number) const {
  sqlite::Statement& row = state_->prepared(
      "SELECT given_id, given_title, given_date, given_source, original, format FROM articles WHERE number = ?");
  if (!row.bind(number).step()) {
    throw Error(ErrorCode::NotFound, state_->database.path(),
                fmt::format("has no article of number {}", fmt::underlying(number)));
  }
  Article article{.id = row.text(0), .title = row.text(1), .date = row.text(2), .source = row.text(3)};
  article.text = inflated(row.view(4), state_->database.path());
  article.format = row.as<ArticleFormat>(5);
  row.reset();
  return article;
}

std::string Store::prose(ArticleNumber number) const {
  sqlite::Statement& row = state_->prepared("SELECT prose FROM article_prose WHERE number = ?");
  std::string prose = row.bind(number).step() ? row.text(0) : std::string();
  row.reset();
  return prose;
}

// Unpacks the network of an article and sets its name to the one in lists; "" keeps the id.
Network Store::State::network_of(std::string_view packed, ArticleNumber number, const std::string& name) const {
  const std::string where =
      fmt::format("{}: article {}", database.path(), name.empty() ? fmt::to_string(fmt::underlying(number)) : name);
  Network network = read_json(inflated(packed, where), where);
  if (!name.empty()) {
    network[boost::graph_bundle].articles.at(0).id = name;
  }
  return network;
}

Network Store::article_network(ArticleNumber number) const {
  sqlite::Statement& row = state_->prepared("SELECT graph FROM articles WHERE number = ?");
  if (!row.bind(number).step()) {
    throw Error(ErrorCode::NotFound, state_->database.path(),
                fmt::format("has no article of number {}", fmt::underlying(number)));
  }
  Network network = state_->network_of(row.view(0), number, "");
  row.reset();
  return network;
}

void Store::for_each_network(const ArticleFilter& filter, const std::function<void(Network&&)>& take) const {
  std::vector<StoredArticle> all = articles(filter);
  sqlite::Statement& row = state_->prepared("SELECT graph FROM articles WHERE number = ?1");
  for (const StoredArticle& article : all) {
    if (row.bind(article.number).step()) {
      take(state_->network_of(row.view(0), article.number, article.name));
    }
  }
  row.reset();
}

Network Store::network(const RelationTypes& types, const ArticleFilter& filter) const {
  NetworkMerger merger(types, MergePersons::Identified);
  for_each_network(filter, [&](Network&& network) { merger.add(std::move(network)); });
  return merger.finish();
}

bool is_store(const std::string& path) {
  constexpr std::string_view Magic("SQLite format 3\0", 16);
  std::array<char, Magic.size()> start = {};
  std::ifstream file(path, std::ios::binary);
  file.read(start.data(), start.size());
  return std::string_view(start.data(), static_cast<std::size_t>(file.gcount())) == Magic;
}

}  // namespace entente
