// A file, or standard input, line by line: memory does not grow with their number. What gzip packed is unpacked.
#pragma once

#include <cstddef>
#include <cstdio>
#include <memory>
#include <optional>
#include <string>

#include "packed_file.hpp"

namespace entente::cli {

struct Line {
  std::string text;        // without its end
  std::size_t number = 0;  // from 1
};

class LineFile {
 public:
  // "-" is standard input. Throws Error (NotFound, NotReadable) where the file cannot be opened.
  explicit LineFile(const std::string& path);

  // The next line that is not blank, the first without a byte order mark; nothing at the end of the file. Throws Error
  // (NotReadable) where it cannot be read on.
  std::optional<Line> next();
  // The whole file, byte for byte, as long as next() was called no more than once. Nothing is left to read afterwards.
  std::string whole();
  // The line that next() will give; null at the end.
  const Line* peek();
  // Whether nothing but blank lines follows.
  bool at_end() { return peek() == nullptr; }

  const std::string& name() const { return name_; }  // its path, or "standard input"
  std::string where(const Line& line) const;         // "news.jsonl:7"

 private:
  struct Free {
    void operator()(char* block) const;
  };

  bool read_line();
  [[noreturn]] void fail() const;

  std::string name_;
  OpenFile file_;
  std::unique_ptr<char, Free> block_;  // of getline
  std::size_t block_size_ = 0;
  std::string line_;           // with its end
  std::string head_;           // all up to the first line that is not blank, until the next is asked for
  std::optional<Line> ahead_;  // a line that peek() found
  std::size_t number_ = 0;     // of line_
  bool begun_ = false;         // next() has given a line
};

}  // namespace entente::cli
