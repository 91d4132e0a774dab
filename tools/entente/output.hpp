// Where results go: standard output or a file that appears only when it is complete.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include <entente/base/files.hpp>

namespace entente::cli {

// Before anything else: whoever stops reading (`| head`) ends the program quietly, as is usual, even where the caller
// ignored SIGPIPE; and a file that is opened later never takes the number of a standard stream that is closed.
void prepare_streams();

// How the program behaves towards its user, whatever the verb.
struct CommonOptions {
  bool quiet = false;    // only errors are told
  bool verbose = false;  // what is read and written is told, too
  bool pager = true;
  std::string color = "auto";  // "always", "never"
};
// Of this process: set once, after the arguments are read and before any verb runs.
const CommonOptions& common();
void set_common_options(CommonOptions common);

// Throws Error (NotReadable) where standard output does not take it all (a full disk).
void print(std::string_view text);

// The same for what people read at leisure: on a terminal that it does not fit, through the pager (ENTENTE_PAGER,
// PAGER, else less; "" or "cat" for none).
void show(std::string_view text);

// "entente: " and the text on a line of standard error, where control characters become "?". What standard error does
// not take is lost: talk never ends a job.
void tell(std::string_view text);
// The same of what is worth knowing, but no error: not where the user wants it quiet.
void remark(std::string_view text);
// The same of what only those want to know who ask for it.
void report(std::string_view text);

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
