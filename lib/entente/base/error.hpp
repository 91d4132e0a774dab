// The exception of the library, for files, models and arguments that cannot be used. Text is never an error.
#pragma once

#include <entente/export.hpp>

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>

namespace entente::inline v0_1 {

// The category of an error.
enum class ErrorCode {
  Usage,             // an invalid argument (the command line exits with 2)
  NotFound,          // a file, an actor or a type that does not exist
  NotReadable,       // a file that cannot be read or written
  BadFormat,         // a file whose content is invalid
  BadModel,          // a model that is damaged or of another version
  Internal,          // an internal invariant was violated
  Cancelled,         // the caller requested a stop
  DeadlineExceeded,  // not finished by the caller's deadline
};

// The parts of an error; parts that do not apply are empty.
struct ErrorDetails {
  std::string file{};      // a path, or another name of the input: "standard input", "lexicon/countries.tsv"
  std::size_t line = 0;    // from 1; 0 if the error is not about one line
  std::string item{};      // a place inside the file ("edges[3].source"), or the argument, where there is no file
  std::string problem{};   // what was found: "found 2 columns"
  std::string expected{};  // what was expected instead: "a date like 2023-03-18"
  std::string advice{};    // what to do next: "train or install the model again"
};

// what() is "file:line: item: problem; expected …; advice", without the empty parts.
class ENTENTE_EXPORT Error : public std::runtime_error {
 public:
  // An error with all its parts.
  Error(ErrorCode code, ErrorDetails details);
  // An error that is not about a line of a file; `where` is an argument, an article or another name, or empty.
  Error(ErrorCode code, std::string where, std::string problem);

  // The category, for programs that react to it.
  ErrorCode code() const { return code_; }
  // The file, its line and the item, as what() begins: "actors.tsv:7", "graph.json: edges[3].source"; may be empty.
  const std::string& where() const { return parts_->where; }
  // The file's path or name; empty where the error is not about a file.
  const std::string& file() const { return details().file; }
  // The line of the file, from 1; 0 where the error is not about one line.
  std::size_t line() const { return details().line; }
  // What was expected instead; empty where the message does not say it.
  const std::string& expected() const { return details().expected; }
  // All parts.
  const ErrorDetails& details() const { return parts_->details; }

 private:
  struct Parts {
    ErrorDetails details;
    std::string where;
  };

  ErrorCode code_;
  std::shared_ptr<const Parts> parts_;  // shared, so that copies cannot fail
};

}  // namespace entente
