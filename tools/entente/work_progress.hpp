// How far long work is, how fast it goes and how long it will take.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace entente::cli {

// On a terminal "1,204 of 20,000 articles, 13.5 a second, 23 min left", a few times a second; nothing in a pipe.
class WorkProgress {
 public:
  // `total` is 0 where it is unknown.
  explicit WorkProgress(std::size_t total);
  ~WorkProgress() { finish(); }
  WorkProgress(const WorkProgress&) = delete;
  WorkProgress& operator=(const WorkProgress&) = delete;

  // One more article, of so many words that were read.
  void step(std::size_t words);
  // Takes the line away.
  void finish();
  // "12.3 s, 13.5 articles and 9,612 words a second": of those with words.
  std::string summary() const;

 private:
  double seconds() const;

  bool shown_;
  bool visible_ = false;
  std::size_t total_;
  std::size_t done_ = 0;
  std::size_t read_ = 0;
  std::size_t words_ = 0;
  std::chrono::steady_clock::time_point start_;
  std::chrono::steady_clock::time_point last_;
};

// "23 min", "40 s", "2 h 5 min".
std::string show_duration(double seconds);
// "20,000"
std::string grouped(std::size_t number);

}  // namespace entente::cli
