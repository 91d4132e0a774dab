#include "articles.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <iostream>
#include <sstream>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <entente/base/dates.hpp>
#include <entente/base/error.hpp>
#include <entente/base/files.hpp>
#include <entente/text/guess_format.hpp>

#include "file_kind.hpp"

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 6> Endings = {".txt", ".md", ".markdown", ".html", ".htm", ".jsonl"};

std::string ending(const std::string& path) {
  std::string text = fs::path(path).extension().string();
  std::transform(text.begin(), text.end(), text.begin(), [](unsigned char c) { return std::tolower(c); });
  return text;
}

bool is_article_file(const std::string& path) {
  return std::find(Endings.begin(), Endings.end(), ending(path)) != Endings.end();
}

// Hidden files and folders (".git") hold no articles.
std::vector<std::string> files_below(const std::string& folder) {
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator at(folder, fs::directory_options::follow_directory_symlink, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
    } else if (at->is_regular_file(error) && is_article_file(at->path().string())) {
      files.push_back(at->path().string());
    }
  }
  if (error) {
    throw Error(ErrorCode::NotReadable, folder, fmt::format("cannot be listed ({})", error.message()));
  }
  if (files.empty()) {
    throw Error(ErrorCode::NotFound, folder,
                fmt::format("holds no articles; expected files that end in {}", fmt::join(Endings, " ")));
  }
  std::sort(files.begin(), files.end());
  return files;
}

// "2023-03-18", also of "2023-03-18T12:00:00Z"; nothing where the text begins otherwise.
std::optional<std::string> date_of(const std::string& text) {
  constexpr std::size_t Size = 10;
  const std::string day = text.substr(0, Size);
  return calendar_day(day) ? std::optional(day) : std::nullopt;
}

// A text field of an object that may be missing or null.
std::string field(const nlohmann::json& object, const char* name, const std::string& where) {
  const auto at = object.find(name);
  if (at == object.end() || at->is_null()) {
    return {};
  }
  if (at->is_number_integer()) {
    return at->dump();  // ids are often numbers
  }
  if (!at->is_string()) {
    throw Error(ErrorCode::BadFormat, where, fmt::format("\"{}\" is {}; expected a string", name, at->type_name()));
  }
  return at->get<std::string>();
}

// {"id", "title", "date", "text", "source"}; everything but the text may be missing.
Article parse_line(const std::string& line, const std::string& path, std::size_t number) {
  const std::string where = fmt::format("{}:{}", path, number);
  const auto json = nlohmann::json::parse(line, nullptr, false);
  if (json.is_object() && json.contains("nodes")) {
    throw Error(ErrorCode::BadFormat, where, "is a graph, not an article; entente merge makes one of many");
  }
  if (!json.is_object() || !json.contains("text")) {
    throw Error(ErrorCode::BadFormat, where,
                R"(is no article; expected a line like {"id": "…", "title": "…", "date": "2023-03-18", "text": "…"})");
  }
  Article article;
  article.id = field(json, "id", where);
  article.title = field(json, "title", where);
  article.text = field(json, "text", where);
  article.source = field(json, "source", where);
  if (article.id.empty()) {
    article.id = fmt::format("{}:{}", path == "-" ? "stdin" : fs::path(path).filename().string(), number);
    if (article.source.empty() && path != "-") {
      article.source = path;  // tells it from line 1 of another folder's file of this name
    }
  }
  if (const std::string date = field(json, "date", where); !date.empty()) {
    article.date = date_of(date);
    if (!article.date) {
      throw Error(ErrorCode::BadFormat, where,
                  fmt::format("found the date \"{}\"; expected one like 2023-03-18", date));
    }
  }
  return article;
}

// Whether standard input, or a .json file, is JSON Lines: its first line is an object with a text.
bool looks_like_json_lines(std::string_view text) {
  const std::string_view first = text.substr(0, text.find('\n'));
  return first.starts_with('{') && first.find("\"text\"") != std::string_view::npos;
}

}  // namespace

bool is_json_lines(const std::string& path) { return ending(path) == ".jsonl"; }

ArticleStream::ArticleStream(ArticleOptions options) : date_(std::move(options.date)) {
  if (!date_.empty() && !calendar_day(date_)) {
    throw Error(ErrorCode::Usage, "--date", fmt::format("found \"{}\"; expected a date like 2023-03-18", date_));
  }
  for (const std::string& input : options.inputs) {
    std::error_code error;
    if (input != "-" && fs::is_directory(input, error)) {
      const std::vector<std::string> files = files_below(input);
      files_.insert(files_.end(), files.begin(), files.end());
    } else if (input != "-" && !fs::exists(input, error)) {
      throw Error(ErrorCode::NotFound, input.empty() ? "\"\"" : input, "no such file or folder");
    } else {
      files_.push_back(input);
    }
  }
}

std::optional<std::size_t> ArticleStream::count() const {
  const bool known =
      std::none_of(files_.begin(), files_.end(), [](const auto& path) { return path == "-" || is_json_lines(path); });
  return known ? std::optional(files_.size()) : std::nullopt;
}

std::optional<Article> ArticleStream::next() {
  std::optional<Article> article;
  while (!article && (lines_ != nullptr || next_file_ < files_.size())) {
    if (lines_ != nullptr) {
      article = next_line();
    } else if (const std::string& path = files_[next_file_++]; is_json_lines(path)) {
      open(path);
    } else {
      article = article_of(path);
      if ((path == "-" || ending(path) == ".json") && looks_like_json_lines(article->text)) {
        lines_ = std::make_unique<std::istringstream>(std::move(article->text));
        lines_path_ = path;
        line_number_ = 0;
        article.reset();
      } else {
        expect_text(article->text, path);
      }
    }
  }
  if (article && !article->date && !date_.empty()) {
    article->date = date_;
  }
  return article;
}

void ArticleStream::open(const std::string& path) {
  auto file = std::make_unique<std::ifstream>(path, std::ios::binary);
  if (!*file) {
    throw Error(ErrorCode::NotReadable, path, "cannot be opened");
  }
  lines_ = std::move(file);
  lines_path_ = path;
  line_number_ = 0;
}

std::optional<Article> ArticleStream::next_line() {
  for (std::string line; std::getline(*lines_, line);) {
    ++line_number_;
    if (line_number_ == 1 && line.starts_with("\xEF\xBB\xBF")) {
      line.erase(0, 3);
    }
    if (line.find_first_not_of(" \t\r") != std::string::npos) {
      return parse_line(line, lines_path_, line_number_);
    }
  }
  if (lines_->bad()) {
    throw Error(ErrorCode::NotReadable, lines_path_, "cannot be read to its end");
  }
  lines_.reset();
  return std::nullopt;
}

Article ArticleStream::article_of(const std::string& path) const {
  Article article;
  article.text = read_file(path);
  article.source = path == "-" ? std::string() : path;
  article.format = guess_format(path, article.text);
  return article;
}

}  // namespace entente::cli
