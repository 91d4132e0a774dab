// Articles one after the other, from files, folders, standard input and files of many articles (JSON Lines).
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include <entente/base/error.hpp>
#include <entente/text/article.hpp>

#include "line_file.hpp"

namespace entente::cli {

struct ArticleOptions {
  std::vector<std::string> inputs;  // files, folders, "-"
  std::string date;                 // of articles that come without; "" for none
};

// An article, or why it is none.
struct Incoming {
  Article article;
  std::string name;            // for messages: "summit.txt", "news.jsonl:7"
  std::optional<Error> fault;  // there is no article
  std::vector<Error> notes;    // of the article, something is lost
  bool repeated = false;       // the same id and text came before
  std::string graph{};         // what was read of it before, as JSON; "" where its line has none
};

// "news.jsonl:7 (article a)": where it stands, and its own id where it has another.
std::string name_of(const Incoming& incoming);

// Which ids came, with which text. Some 40 bytes for each.
class KnownIds {
 public:
  enum class Seen : std::uint8_t { Never, Repeated, WithOtherText };
  Seen see(const std::string& id, const std::string& text);

 private:
  std::unordered_map<std::uint64_t, std::uint64_t> texts_;  // both as hashes; only looked up
};

// The articles of a file that is not JSON Lines: one, or those of a feed. Throws Error where it holds none.
std::deque<Incoming> articles_in(std::string bytes, const std::string& path);

// Reads each article when it is asked for, so that memory does not grow with their number but by what KnownIds keeps.
class ArticleStream {
 public:
  // Throws Error (Usage) where the date is none.
  explicit ArticleStream(ArticleOptions options);
  // Those of a file that was opened already, and of which no more than peek() was asked for.
  ArticleStream(std::string path, std::unique_ptr<LineFile> opened);

  // The next article, or nothing at the end. What cannot be read, from an input that is not there to a line that is no
  // article, comes as a fault when its turn comes.
  std::optional<Incoming> next();
  // How many there are, where that is known beforehand (no JSON Lines, no standard input).
  std::optional<std::size_t> count() const;

 private:
  struct Input {
    std::string path;
    std::optional<Error> fault;
  };

  void add_input(const std::string& input);
  std::optional<Incoming> next_input();
  std::optional<Incoming> take_ready();
  std::unique_ptr<LineFile> open(const std::string& path);
  std::optional<Incoming> open_lines(const std::string& path);
  std::optional<Incoming> next_line();
  Incoming article_of_line(const Line& line);
  void tell_ids_apart(Incoming& incoming, const Line& line);

  std::string date_;
  std::vector<Input> inputs_;
  std::size_t next_input_ = 0;
  std::unique_ptr<LineFile> opened_;  // the first input, where it was opened already
  std::unique_ptr<LineFile> lines_;   // the JSON Lines file that is being read
  std::deque<Incoming> ready_;        // the rest of a feed
  KnownIds ids_;
};

// Whether it names a file of articles, or of graphs, on a line each: by its ending (.jsonl, .ndjson).
bool is_json_lines(const std::string& path);

}  // namespace entente::cli
