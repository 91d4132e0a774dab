#include "work_progress.hpp"

#include <algorithm>
#include <cstdio>

#include <unistd.h>

#include <fmt/format.h>

namespace entente::cli {

namespace {

constexpr std::string_view ClearLine = "\r\x1b[K";
constexpr auto Pause = std::chrono::milliseconds(200);

void write_error(std::string_view text) { std::fwrite(text.data(), 1, text.size(), stderr); }

}  // namespace

std::string grouped(std::size_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t at = digits.size(); at > 3; at -= 3) {
    digits.insert(at - 3, ",");
  }
  return digits;
}

std::string show_duration(double seconds) {
  constexpr double Minute = 60.0;
  constexpr std::size_t HourMinutes = 60;
  if (seconds < Minute) {
    return fmt::format("{:.0f} s", seconds);
  }
  const auto minutes = static_cast<std::size_t>(seconds / Minute);
  return minutes < HourMinutes ? fmt::format("{} min", minutes)
                               : fmt::format("{} h {} min", minutes / HourMinutes, minutes % HourMinutes);
}

WorkProgress::WorkProgress(std::size_t total)
    : shown_(::isatty(STDERR_FILENO) == 1), total_(total), start_(std::chrono::steady_clock::now()), last_(start_) {}

double WorkProgress::seconds() const {
  return std::max(1e-3, std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count());
}

void WorkProgress::step(std::size_t words) {
  ++done_;
  read_ += words > 0 ? 1 : 0;
  words_ += words;
  const auto now = std::chrono::steady_clock::now();
  if (!shown_ || now - last_ < Pause) {
    return;
  }
  last_ = now;
  visible_ = true;
  const double rate = static_cast<double>(done_) / seconds();
  std::string line = fmt::format("entente: {}{} articles, {:.1f} a second", grouped(done_),
                                 total_ == 0 ? "" : fmt::format(" of {}", grouped(total_)), rate);
  if (total_ > done_) {
    line += fmt::format(", {} left", show_duration(static_cast<double>(total_ - done_) / rate));
  }
  write_error(std::string(ClearLine) + line);
}

void WorkProgress::finish() {
  if (visible_) {
    write_error(ClearLine);
    visible_ = false;
  }
}

std::string WorkProgress::summary() const {
  const double time = seconds();
  return fmt::format("{:.1f} s, {:.1f} articles and {} words a second", time, static_cast<double>(read_) / time,
                     grouped(static_cast<std::size_t>(static_cast<double>(words_) / time)));
}

}  // namespace entente::cli
