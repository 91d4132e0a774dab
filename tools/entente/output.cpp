#include "output.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::cli {

namespace {

constexpr std::string_view ClearLine = "\r\x1b[K";

void write_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

CommonOptions& stored_options() {
  static CommonOptions common;
  return common;
}

// The pager to show the text in, as the shell runs it; "" where it goes to standard output as it is.
std::string pager_for(std::string_view text) {
  winsize size{};
  const bool fits = ::ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_row == 0 ||
                    std::count(text.begin(), text.end(), '\n') < size.ws_row;
  if (!common().pager || fits || ::isatty(STDOUT_FILENO) != 1 || ::isatty(STDIN_FILENO) != 1) {
    return {};
  }
  for (const char* const name : {"ENTENTE_PAGER", "PAGER"}) {
    if (const char* const pager = std::getenv(name); pager != nullptr) {
      return pager == std::string_view("cat") ? "" : pager;
    }
  }
  const char* const terminal = std::getenv("TERM");
  return terminal == nullptr || terminal == std::string_view("dumb") ? "" : "less";
}

// Whether the pager could be started. Whoever leaves it early does not want the rest.
bool page(std::string_view text, const std::string& pager) {
  ::setenv("LESS", "FRX", 0);  // as git does: colors, and no screen of its own
  const auto before = std::signal(SIGPIPE, SIG_IGN);
  std::FILE* const pipe = ::popen(pager.c_str(), "w");
  if (pipe != nullptr) {
    std::fwrite(text.data(), 1, text.size(), pipe);
  }
  constexpr int NotFound = 127;  // what the shell ends with
  const int status = pipe == nullptr ? -1 : ::pclose(pipe);
  std::signal(SIGPIPE, before);
  return status != -1 && !(WIFEXITED(status) && WEXITSTATUS(status) == NotFound);
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

void prepare_streams() {
  std::signal(SIGPIPE, SIG_DFL);
  // Opened the wrong way round, so that using it fails as using a closed one does.
  for (const auto& [stream, mode] :
       {std::pair(STDIN_FILENO, O_WRONLY), std::pair(STDOUT_FILENO, O_RDONLY), std::pair(STDERR_FILENO, O_RDONLY)}) {
    if (::fcntl(stream, F_GETFD) == -1 && errno == EBADF) {
      ::open("/dev/null", mode);  // takes the lowest number that is free: this one
    }
  }
}

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Error(ErrorCode::NotReadable, "standard output",
                fmt::format("cannot be written ({})", std::generic_category().message(errno)));
  }
}

void tell(std::string_view text) {
  std::string line = fmt::format("entente: {}", text);
  std::replace_if(line.begin(), line.end(), is_control, '?');
  write_error((::isatty(STDERR_FILENO) == 1 ? std::string(ClearLine) : std::string()) + line + "\n");
}

const CommonOptions& common() { return stored_options(); }

void set_common_options(CommonOptions common) { stored_options() = std::move(common); }

void remark(std::string_view text) {
  if (!common().quiet) {
    tell(text);
  }
}

void report(std::string_view text) {
  if (common().verbose) {
    tell(text);
  }
}

void show(std::string_view text) {
  const std::string pager = pager_for(text);
  if (pager.empty() || !page(text, pager)) {
    print(text);
  }
}

Output::Output(const std::string& path) {
  if (!path.empty()) {
    file_.emplace(path);
  }
}

void Output::write(std::string_view text) {
  if (file_) {
    file_->write(text);
  } else {
    print(text);
  }
}

void Output::finish() {
  if (file_) {
    file_->finish();
  }
}

Progress::Progress(std::size_t total)
    : shown_(::isatty(STDERR_FILENO) == 1 && total != 1 && !common().quiet), total_(total) {}

Progress::~Progress() {
  if (shown_ && done_ > 0) {
    write_error(ClearLine);
  }
}

void Progress::step() {
  ++done_;
  if (shown_) {
    write_error(fmt::format("\rentente: {}{} articles", done_, total_ == 0 ? "" : fmt::format(" of {}", total_)));
  }
}

}  // namespace entente::cli
