#include "output.hpp"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <utility>

#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::cli {

void print(std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), stdout) != text.size() || std::fflush(stdout) != 0) {
    throw Error(ErrorCode::NotReadable, "standard output", fmt::format("cannot be written ({})", std::strerror(errno)));
  }
}

Output::Output(std::string path) : path_(std::move(path)) {
  if (!path_.empty()) {
    place_ = write_place(path_);
    temporary_ = place_.in_place ? place_.path : fmt::format("{}.{}.tmp", place_.path, ::getpid());
    file_ = std::fopen(temporary_.c_str(), "wb");
    if (file_ == nullptr) {
      fail("written");
    }
  }
}

Output::~Output() {
  if (file_ != nullptr) {
    std::fclose(file_);
    if (!place_.in_place) {
      std::error_code ignored;
      std::filesystem::remove(temporary_, ignored);
    }
  }
}

void Output::write(std::string_view text) {
  if (file_ == nullptr) {
    print(text);
  } else if (std::fwrite(text.data(), 1, text.size(), file_) != text.size()) {
    fail("written");
  }
}

void Output::finish() {
  if (file_ == nullptr) {
    return;
  }
  if (std::fclose(std::exchange(file_, nullptr)) != 0) {
    fail("written");
  }
  if (place_.in_place) {
    return;
  }
  std::error_code error;
  std::filesystem::rename(temporary_, place_.path, error);
  if (error) {
    errno = error.value();
    fail("replaced");
  }
}

void Output::fail(const char* what) const {
  throw Error(ErrorCode::NotReadable, path_, fmt::format("cannot be {} ({})", what, std::strerror(errno)));
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
