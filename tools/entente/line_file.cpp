#include "line_file.hpp"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <string_view>
#include <system_error>
#include <utility>

#include <sys/types.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::cli {

namespace {

constexpr std::string_view ByteOrderMark = "\xEF\xBB\xBF";

bool is_blank(std::string_view line) { return line.find_first_not_of(" \t\r\n") == std::string_view::npos; }

std::string reason() { return std::generic_category().message(errno); }

}  // namespace

void LineFile::Free::operator()(char* block) const { std::free(block); }

LineFile::LineFile(const std::string& path) : name_(path == "-" ? "standard input" : path), file_(open_packed(path)) {}

// getline(3) tells an error from the end, and takes any bytes; std::getline does not.
bool LineFile::read_line() {
  char* block = block_.release();
  const ssize_t got = ::getline(&block, &block_size_, file_.get());
  block_.reset(block);
  // After an error it gives what came before as a line.
  if (std::ferror(file_.get()) != 0 || (got < 0 && std::feof(file_.get()) == 0)) {
    fail();
  }
  if (got < 0) {
    return false;
  }
  line_.assign(block, static_cast<std::size_t>(got));
  ++number_;
  return true;
}

std::optional<Line> LineFile::next() {
  if (ahead_) {
    return std::exchange(ahead_, std::nullopt);
  }
  if (begun_) {
    head_ = {};
  }
  while (read_line()) {
    if (!begun_) {
      head_ += line_;
    }
    std::string_view line = line_;
    if (number_ == 1 && line.starts_with(ByteOrderMark)) {
      line.remove_prefix(ByteOrderMark.size());
    }
    if (!is_blank(line)) {
      begun_ = true;
      return Line{std::string(line.substr(0, line.find_last_not_of('\n') + 1)), number_};
    }
  }
  return std::nullopt;
}

std::string LineFile::whole() {
  std::string all = std::move(head_);
  constexpr std::size_t Most = std::size_t{1} << 30U;
  std::array<char, 65536> buffer = {};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), file_.get())) > 0;) {
    all.append(buffer.data(), got);
    if (all.size() > Most) {
      throw Error(ErrorCode::BadFormat, name_, "is larger than a gigabyte, as no article or graph is; split it first");
    }
  }
  if (std::ferror(file_.get()) != 0) {
    fail();
  }
  return all;
}

const Line* LineFile::peek() {
  if (!ahead_) {
    ahead_ = next();
  }
  return ahead_ ? &*ahead_ : nullptr;
}

std::string LineFile::where(const Line& line) const { return fmt::format("{}:{}", name_, line.number); }

void LineFile::fail() const {
  if (errno == EFBIG) {
    throw Error(ErrorCode::BadFormat, name_,
                "unpacks to far more than any text does; if that is right, unpack it first");
  }
  if (errno == EBADMSG) {
    throw Error(ErrorCode::BadFormat, name_, "is damaged, or broken off, and cannot be unpacked to its end");
  }
  throw Error(ErrorCode::NotReadable, name_, fmt::format("cannot be read to its end ({})", reason()));
}

}  // namespace entente::cli
