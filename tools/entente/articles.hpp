// Articles one after the other, from files, folders, standard input and files of many articles (JSON Lines).
#pragma once

#include <cstddef>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <entente/text/article.hpp>

namespace entente::cli {

struct ArticleOptions {
  std::vector<std::string> inputs;  // files, folders, "-"
  std::string date;                 // of articles that come without; "" for none
};

// Reads each article when it is asked for, so that memory does not grow with their number.
class ArticleStream {
 public:
  // Throws Error (Usage) where the date is none, (NotFound) where an input is not there or a folder holds no article.
  explicit ArticleStream(ArticleOptions options);

  // The next article, or nothing at the end. Throws Error where a file cannot be read or a line is no article.
  std::optional<Article> next();
  // How many there are, where that is known beforehand (no JSON Lines, no standard input).
  std::optional<std::size_t> count() const;

 private:
  std::optional<Article> next_line();
  void open(const std::string& path);
  Article article_of(const std::string& path) const;

  std::string date_;
  std::vector<std::string> files_;
  std::size_t next_file_ = 0;
  std::unique_ptr<std::istream> lines_;  // of the JSON Lines file that is being read
  std::string lines_path_;
  std::size_t line_number_ = 0;
};

// Whether it names an article rather than a saved graph or anything else: by its ending.
bool is_json_lines(const std::string& path);

}  // namespace entente::cli
