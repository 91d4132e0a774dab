#include "articles.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include <entente/base/dates.hpp>
#include <entente/base/hash.hpp>
#include <entente/text/guess_format.hpp>

#include "article_files.hpp"
#include "faults.hpp"
#include "file_kind.hpp"
#include "json_line.hpp"
#include "other_formats.hpp"
#include "packed_file.hpp"

namespace entente::cli {

namespace {

namespace fs = std::filesystem;

// Whether standard input, or a .json file, is JSON Lines, by its first line: an object that is complete, or has a text.
bool looks_like_json_line(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(" \t"), line.size()));
  const std::size_t last = line.find_last_not_of(" \t\r");
  return line.starts_with('{') && (line[last] == '}' || line.find("\"text\"") != std::string_view::npos ||
                                   line.find("\"base64\"") != std::string_view::npos);
}

// A first line that shows that no line is an article. Throws Error (BadFormat) that names the file.
void expect_articles(const std::string& line, const std::string& path) {
  const std::string name = path == "-" ? "standard input" : path;
  const bool object = line.find_first_not_of(" \t") == line.find('{');
  if (!object) {
    expect_text(line, path);
  } else if (is_graph_line(line)) {
    throw Error(ErrorCode::BadFormat, name, "is a file of graphs, not of articles; entente merge makes one of them");
  }
}

Incoming incoming_of(Article article, const std::string& path) {
  Incoming incoming;
  incoming.name = path == "-" ? "standard input" : path;
  if (article.source.empty() && path != "-") {
    article.source = path;
  }
  incoming.article = std::move(article);
  return incoming;
}

Article text_article(std::string bytes, const std::string& path) {
  expect_text(bytes, path);
  Article article;
  article.format = guess_format(unpacked_name(path), bytes);
  article.text = std::move(bytes);
  return article;
}

// The article in a file whose bytes stand on a line.
Incoming article_in(std::string bytes, const std::string& path) {
  std::deque<Incoming> found = articles_in(std::move(bytes), path);
  if (found.size() != 1) {
    throw Error(ErrorCode::BadFormat, path, fmt::format("holds {} articles; expected one", found.size()));
  }
  return std::move(found.front());
}

Incoming fault(const Error& error) {
  Incoming incoming;
  incoming.fault = error;
  return incoming;
}

}  // namespace

std::deque<Incoming> articles_in(std::string bytes, const std::string& path) {
  const std::string name = path == "-" ? "standard input" : path;
  switch (form_of(bytes, unpacked_name(path))) {
    case FileForm::Pdf:
      return {incoming_of(read_pdf(bytes, name), path)};
    case FileForm::Office:
      return {incoming_of(read_office(bytes, name), path)};
    case FileForm::Mail:
      return {incoming_of(read_mail(bytes, name), path)};
    case FileForm::Feed: {
      std::deque<Incoming> entries;
      for (Article& article : read_feed(bytes, name)) {
        entries.push_back(incoming_of(std::move(article), path));
        entries.back().name = fmt::format("{} (entry {})", name, entries.size());
      }
      return entries;
    }
    case FileForm::Text:
      break;
  }
  return {incoming_of(text_article(std::move(bytes), path), path)};
}

bool is_json_lines(const std::string& path) {
  const std::string ending = ending_of(unpacked_name(path));
  return ending == ".jsonl" || ending == ".ndjson";
}

std::string name_of(const Incoming& incoming) {
  const std::string& id = incoming.article.id;
  return id.empty() || incoming.name.ends_with(id) ? incoming.name : fmt::format("{} (article {})", incoming.name, id);
}

KnownIds::Seen KnownIds::see(const std::string& id, const std::string& text) {
  const std::uint64_t hash = hash_bytes(text);
  const auto [at, fresh] = texts_.emplace(hash_bytes(id), hash);
  return fresh ? Seen::Never : at->second == hash ? Seen::Repeated : Seen::WithOtherText;
}

ArticleStream::ArticleStream(ArticleOptions options) : date_(std::move(options.date)) {
  if (!date_.empty() && !calendar_day(date_)) {
    throw Error(ErrorCode::Usage, "--date", fmt::format("found \"{}\"; expected a date like 2023-03-18", date_));
  }
  for (const std::string& input : options.inputs) {
    add_input(input);
  }
}

ArticleStream::ArticleStream(std::string path, std::unique_ptr<LineFile> opened) : opened_(std::move(opened)) {
  inputs_.push_back({std::move(path), std::nullopt});
}

void ArticleStream::add_input(const std::string& input) {
  std::error_code error;
  if (input != "-" && fs::is_directory(input, error)) {
    ArticleFiles files = article_files_below(input);
    for (Error& fault : files.faults) {
      inputs_.push_back({input, std::move(fault)});
    }
    for (std::string& path : files.paths) {
      inputs_.push_back({std::move(path), std::nullopt});
    }
  } else if (input != "-" && !fs::exists(input, error)) {
    inputs_.push_back({input, no_such_file(input)});
  } else {
    inputs_.push_back({input, std::nullopt});
  }
}

std::optional<std::size_t> ArticleStream::count() const {
  const bool known = std::none_of(inputs_.begin(), inputs_.end(),
                                  [](const Input& input) { return input.path == "-" || is_json_lines(input.path); });
  return known ? std::optional(inputs_.size()) : std::nullopt;
}

std::optional<Incoming> ArticleStream::next() {
  while (!ready_.empty() || lines_ != nullptr || next_input_ < inputs_.size()) {
    try {
      if (std::optional<Incoming> incoming = !ready_.empty()     ? take_ready()
                                             : lines_ != nullptr ? next_line()
                                                                 : next_input()) {
        if (incoming->article.date.empty()) {
          incoming->article.date = date_;
        }
        return incoming;
      }
    } catch (const Error& error) {
      lines_.reset();
      return fault(error);
    } catch (...) {  // not enough memory for it
      lines_.reset();
      return fault(current_error(inputs_[next_input_ - 1].path));
    }
  }
  return std::nullopt;
}

std::optional<Incoming> ArticleStream::next_input() {
  const Input& input = inputs_[next_input_++];
  if (input.fault) {
    throw Error(*input.fault);
  }
  if (input.path == "-" || is_json_lines(input.path) || ending_of(unpacked_name(input.path)) == ".json") {
    return open_lines(input.path);
  }
  ready_ = articles_in(open(input.path)->whole(), input.path);
  return take_ready();
}

std::unique_ptr<LineFile> ArticleStream::open(const std::string& path) {
  return opened_ != nullptr ? std::move(opened_) : std::make_unique<LineFile>(path);
}

std::optional<Incoming> ArticleStream::take_ready() {
  if (ready_.empty()) {
    return std::nullopt;
  }
  Incoming incoming = std::move(ready_.front());
  ready_.pop_front();
  return incoming;
}

// The first article of a file of them; the article that the file is, where it is none after all.
std::optional<Incoming> ArticleStream::open_lines(const std::string& path) {
  lines_ = open(path);
  const std::optional<Line> first = lines_->next();
  if (!is_json_lines(path) && (!first || !looks_like_json_line(first->text))) {
    const std::unique_ptr<LineFile> file = std::move(lines_);
    ready_ = articles_in(file->whole(), path);
    return take_ready();
  }
  if (!first) {
    lines_.reset();
    return std::nullopt;
  }
  expect_articles(first->text, path);
  return article_of_line(*first);
}

std::optional<Incoming> ArticleStream::next_line() {
  if (const std::optional<Line> line = lines_->next()) {
    return article_of_line(*line);
  }
  lines_.reset();
  return std::nullopt;
}

Incoming ArticleStream::article_of_line(const Line& line) {
  Incoming incoming;
  incoming.name = lines_->where(line);
  try {
    JsonLine parsed = parse_json_line(line, lines_->name());
    if (parsed.file) {
      incoming = article_in(std::move(parsed.article.text), parsed.article.source);
      incoming.graph = std::move(parsed.graph);
      return incoming;
    }
    incoming.article = std::move(parsed.article);
    incoming.graph = std::move(parsed.graph);
    if (parsed.odd_date) {
      incoming.notes.push_back(*parsed.odd_date);
    }
    tell_ids_apart(incoming, line);
  } catch (const Error& error) {
    return fault(error);
  }
  return incoming;
}

// Articles that share an id could not be told apart in a graph: the later gets the id "ID~news.jsonl:7". Who has none
// gets "news.jsonl:7".
void ArticleStream::tell_ids_apart(Incoming& incoming, const Line& line) {
  const std::string& path = lines_->name();
  const bool standard_input = inputs_[next_input_ - 1].path == "-";
  const std::string place =
      fmt::format("{}:{}", standard_input ? "stdin" : fs::path(path).filename().string(), line.number);
  Article& article = incoming.article;
  if (article.id.empty()) {
    article.id = place;
    if (article.source.empty() && !standard_input) {
      article.source = path;  // tells it from line 1 of another folder's file of this name
    }
    return;
  }
  KnownIds::Seen seen = ids_.see(article.id, article.text);
  if (seen == KnownIds::Seen::WithOtherText) {
    const std::string id = fmt::format("{}~{}", article.id, place);
    incoming.notes.emplace_back(ErrorCode::BadFormat,
                                ErrorDetails{.file = path,
                                             .line = line.number,
                                             .problem = fmt::format("another article has the id \"{}\"", article.id),
                                             .advice = fmt::format("this one is called \"{}\"", id)});
    article.id = id;
    seen = ids_.see(id, article.text);
  }
  incoming.repeated = seen == KnownIds::Seen::Repeated;
}

}  // namespace entente::cli
