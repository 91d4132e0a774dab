#include "store.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::python {

namespace {

StoreAccess access_named(const std::string& word) {
  if (word == "read") {
    return StoreAccess::Read;
  }
  if (word == "write") {
    return StoreAccess::Write;
  }
  if (word == "create") {
    return StoreAccess::Create;
  }
  throw Error(ErrorCode::Usage, "access", fmt::format("found \"{}\"; expected one of read, write, create", word));
}

ArticleRow row(const ArticleRecord& record) {
  return {record.id, record.title, record.date, record.source, record.outlet};
}

// The text of a hit, with its matches in bold as in Markdown: "**praised**".
std::string marked(const SearchHit& hit) {
  std::string text;
  std::size_t shown = 0;
  for (const Span& match : hit.matches) {
    text += hit.text.substr(shown, match.begin - shown);
    text += "**" + hit.text.substr(match.begin, match.size()) + "**";
    shown = match.end;
  }
  return text + hit.text.substr(shown);
}

std::string added_name(Added added) {
  return added == Added::New ? "new" : added == Added::Updated ? "updated" : "known";
}

}  // namespace

SharedStore::SharedStore(const std::string& path, const std::string& access)
    : store_(std::make_unique<Store>(path, access_named(access))), path_(path) {}

Store& SharedStore::open() const {
  if (store_ == nullptr) {
    throw Error(ErrorCode::Usage, path_, "the store is closed");
  }
  return *store_;
}

bool SharedStore::has(const Article& article) const {
  const std::lock_guard lock(mutex_);
  return open().has(article);
}

std::string SharedStore::add(const Packed& article, bool update) {
  const std::lock_guard lock(mutex_);
  return added_name(open().add(article.article(), {.update = update}));
}

void SharedStore::remove(const std::string& name) {
  const std::lock_guard lock(mutex_);
  open().remove(open().find_article(name).number);
}

void SharedStore::commit() {
  const std::lock_guard lock(mutex_);
  open().commit();
}

void SharedStore::finish() {
  const std::lock_guard lock(mutex_);
  open().finish();
}

void SharedStore::close() {
  const std::lock_guard lock(mutex_);
  store_.reset();
}

std::tuple<std::size_t, std::size_t, std::size_t> SharedStore::size() const {
  const std::lock_guard lock(mutex_);
  const StoreSize size = open().size();
  return {size.articles, size.words, size.relations};
}

std::vector<StoredRow> SharedStore::articles(const ArticleFilter& filter) const {
  const std::lock_guard lock(mutex_);
  std::vector<StoredRow> rows;
  for (const StoredArticle& article : open().articles(filter)) {
    rows.emplace_back(article.name, row(article.record), article.words, article.actors, article.relations);
  }
  return rows;
}

std::string SharedStore::text(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  return open().prose(open().find_article(name).number);
}

Graph SharedStore::article_graph(const std::string& name) const {
  const std::lock_guard lock(mutex_);
  return Graph(open().article_network(open().find_article(name).number));
}

Graph SharedStore::graph(const ArticleFilter& filter) const {
  const std::lock_guard lock(mutex_);
  return Graph(open().network(shipped_relation_types(), filter));
}

std::vector<HitRow> SharedStore::search(const std::string& words, bool sentences, std::size_t most,
                                        const ArticleFilter& filter) const {
  const std::lock_guard lock(mutex_);
  const SearchOptions options{.most = most, .articles = filter};
  std::vector<HitRow> rows;
  for (SearchHit& hit : sentences ? open().search_sentences(words, options) : open().search_articles(words, options)) {
    rows.emplace_back(hit.name, hit.title, hit.date, marked(hit), hit.relations, hit.copies);
  }
  return rows;
}

}  // namespace entente::python
