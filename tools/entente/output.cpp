#include "output.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>

#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::cli {

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Error(ErrorCode::NotReadable, "standard output", fmt::format("cannot be written ({})", std::strerror(errno)));
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

Progress::Progress(std::size_t total) : shown_(::isatty(STDERR_FILENO) == 1 && total != 1), total_(total) {}

Progress::~Progress() {
  if (shown_ && done_ > 0) {
    fmt::print(stderr, "\r\x1b[K");
  }
}

void Progress::step() {
  ++done_;
  if (shown_) {
    fmt::print(stderr, "\rentente: {}{} articles", done_, total_ == 0 ? std::string() : fmt::format(" of {}", total_));
  }
}

}  // namespace entente::cli
