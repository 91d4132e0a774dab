// Articles for tests of the store: what a pipeline would have read of them is written down, so that no model is needed.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <unistd.h>

#include <entente/store/store.hpp>
#include <graph/networks.hpp>

namespace entente::test {

// A path of its own, and no file at it before and after.
class StoreFile {
 public:
  StoreFile()
      : path_((std::filesystem::temp_directory_path() /
               ("entente-store-" + std::to_string(::getpid()) + "-" + std::to_string(++count_) + ".db"))
                  .string()) {
    clear();
  }
  ~StoreFile() { clear(); }
  StoreFile(const StoreFile&) = delete;
  StoreFile& operator=(const StoreFile&) = delete;
  const std::string& path() const { return path_; }

 private:
  void clear() const {
    for (const char* ending : {"", "-wal", "-shm"}) {
      std::filesystem::remove(path_ + ending);
    }
  }
  static inline int count_ = 0;
  std::string path_;
};

// An article whose sentences are the lines of its network (see networks.hpp).
struct Given {
  std::string id;
  std::vector<std::string> lines;
  std::string date = "2024-01-10";
  std::string source = "";
};

inline PackedArticle packed(const Given& given, const std::string& reader = std::string("test")) {
  Article article{.id = given.id, .title = "About " + given.id, .date = given.date, .source = given.source};
  for (const std::string& line : given.lines) {
    article.text += line + "\n";
  }
  Network net = network(given.lines, given.id);
  ArticleRecord& record = net[boost::graph_bundle].articles[0];
  record.date = given.date;
  record.source = given.source;
  Document document;
  document.id = given.id;
  document.text = article.text;
  return pack(article, document, std::move(net), reader);
}

inline Store store_of(const StoreFile& file, const std::vector<Given>& all) {
  Store store(file.path(), StoreAccess::Create);
  for (const Given& given : all) {
    store.add(packed(given));
  }
  store.finish();
  return store;
}

inline std::vector<std::string> names_of(const std::vector<StoredArticle>& articles) {
  std::vector<std::string> names;
  for (const StoredArticle& article : articles) {
    names.push_back(article.name);
  }
  return names;
}

}  // namespace entente::test
