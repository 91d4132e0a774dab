// One article or graph that cannot be used never ends a job: it is told, counted and skipped, and the others go on.
#pragma once

#include <cstddef>
#include <exception>
#include <string>
#include <string_view>

#include <entente/base/error.hpp>

namespace entente::cli {

// The program failed, and standard error says why already.
class Told : public std::exception {
 public:
  const char* what() const noexcept override { return "what failed was told"; }
};

// The exception that is being handled, as an Error that names what was being read. Call it in a catch block.
Error current_error(const std::string& name);

class Faults {
 public:
  // `thing` is what is counted: "article", "graph". With `strict` the first fault is thrown instead of told.
  explicit Faults(std::string_view thing, bool strict = false) : thing_(thing), strict_(strict) {}

  // One was used.
  void used() { ++used_; }
  // One was used that came before, unchanged.
  void repeated() {
    ++used_;
    ++repeated_;
  }
  // One is skipped: tells why. Throws the error where it is strict.
  void skip(const Error& why);
  // One is used, but something of it is lost: tells what. Throws the error where it is strict.
  void note(const Error& what) const;

  // Ends as finish() does where all were skipped: there is nothing to make a result of.
  void expect_some() const;
  // Tells how many were skipped, and throws Told where any was.
  void finish() const;

 private:
  std::string_view thing_;
  bool strict_;
  std::size_t used_ = 0;
  std::size_t repeated_ = 0;
  std::size_t skipped_ = 0;
};

}  // namespace entente::cli
