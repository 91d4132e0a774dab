// A store of many articles for Python: the same file as `entente store` has.
#pragma once

#include <cstddef>
#include <memory>
#include <mutex>
#include <string>
#include <tuple>
#include <vector>

#include <entente/store/store.hpp>

#include "graph.hpp"
#include "reading.hpp"

namespace entente::python {

// Fields in the order of the dataclasses in _store.py.
using StoredRow = std::tuple<std::string, ArticleRow, std::size_t, std::size_t, std::size_t>;
using HitRow = std::tuple<std::string, std::string, std::string, std::string, std::vector<std::string>, std::size_t>;

// One article that was read for a store.
class Packed {
 public:
  explicit Packed(PackedArticle article) : article_(std::move(article)) {}
  const PackedArticle& article() const { return article_; }

 private:
  PackedArticle article_;
};

// Threads take turns. Throws Error as Store does.
class SharedStore {
 public:
  // `access` is "read", "write" or "create".
  SharedStore(const std::string& path, const std::string& access);

  bool has(const Article& article) const;
  std::string add(const Packed& article, bool update);
  void remove(const std::string& name);
  void commit();
  void finish();
  void close();

  std::tuple<std::size_t, std::size_t, std::size_t> size() const;  // articles, words, relations
  std::vector<StoredRow> articles(const ArticleFilter& filter) const;
  std::string text(const std::string& name) const;
  Graph article_graph(const std::string& name) const;
  Graph graph(const ArticleFilter& filter) const;
  std::vector<HitRow> search(const std::string& words, bool sentences, std::size_t most,
                             const ArticleFilter& filter) const;

 private:
  Store& open() const;

  mutable std::mutex mutex_;
  std::unique_ptr<Store> store_;
  std::string path_;
};

}  // namespace entente::python
