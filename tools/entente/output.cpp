#include "output.hpp"

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <system_error>

#include <fcntl.h>
#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::cli {

namespace {

constexpr std::string_view ClearLine = "\r\x1b[K";

void write_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

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

Progress::Progress(std::size_t total) : shown_(::isatty(STDERR_FILENO) == 1 && total != 1), total_(total) {}

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
