// The one exception of the library: files, models and arguments that cannot be used. Text is never an error.
#pragma once

#include <entente/export.hpp>

#include <stdexcept>
#include <string>

namespace entente {

// What was wrong.
enum class ErrorCode {
  Usage,        // an argument that makes no sense (the command line exits with 2)
  NotFound,     // a file, an actor or a type that is not there
  NotReadable,  // a file that is there but cannot be read or written
  BadFormat,    // a file that is not what it should be
  BadModel,     // a model that is damaged or of another version
  Internal,     // a promise of the library that it broke
};

// what() reads "where: what was found; what was expected or what to do next".
class ENTENTE_EXPORT Error : public std::runtime_error {
 public:
  // `where` is a path, a path and a line ("actors.tsv:7"), another name of the input, or empty.
  Error(ErrorCode code, std::string where, const std::string& what)
      : std::runtime_error(where.empty() ? what : where + ": " + what), code_(code), where_(std::move(where)) {}

  // What was wrong, for programs.
  ErrorCode code() const { return code_; }
  // A path, a path and a line, or empty: as what() begins.
  const std::string& where() const { return where_; }

 private:
  ErrorCode code_;
  std::string where_;
};

}  // namespace entente
