// Where results go: standard output or a file that appears only when it is complete.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <entente/base/files.hpp>

namespace entente::cli {

// Throws Error (NotReadable) where standard output does not take it all (a full disk).
void print(std::string_view text);

// Results that come piece by piece: to a file under a temporary name until finish(), or to standard output ("").
class Output {
 public:
  explicit Output(const std::string& path);
  void write(std::string_view text);
  void finish();

 private:
  std::optional<FileWriter> file_;
};

// "reading 12 of 98 articles" on a terminal, nothing in a pipe.
class Progress {
 public:
  // `total` is 0 where it is unknown.
  explicit Progress(std::size_t total);
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;
  void step();

 private:
  bool shown_;
  std::size_t total_;
  std::size_t done_ = 0;
};

}  // namespace entente::cli
