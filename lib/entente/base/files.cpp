#include <entente/base/files.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente {

namespace fs = std::filesystem;

std::string read_file(const std::string& path) {
  if (path == "-") {
    return {std::istreambuf_iterator<char>(std::cin), {}};
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    throw Error(ErrorCode::NotFound, path, "no such file");
  }
  if (fs::is_directory(status)) {
    throw Error(ErrorCode::NotReadable, path, "is a folder where a file was expected");
  }
  std::ifstream in(path, std::ios::binary);
  if (!in) {
    throw Error(ErrorCode::NotReadable, path, fmt::format("cannot be opened ({})", std::strerror(errno)));
  }
  // By blocks: a file of a device or a pipe has no size that could be asked for.
  std::string bytes;
  std::vector<char> block(std::size_t{1} << 18U);
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    bytes.append(block.data(), static_cast<std::size_t>(in.gcount()));
  }
  if (in.bad()) {
    throw Error(ErrorCode::NotReadable, path, fmt::format("cannot be read ({})", std::strerror(errno)));
  }
  return bytes;
}

FileWriter::FileWriter(std::string path) : path_(std::move(path)), target_(path_) { open(); }

void FileWriter::open() {
  std::error_code error;
  const fs::file_status old = fs::status(path_, error);
  if (fs::exists(old)) {
    const fs::path end = fs::canonical(path_, error);
    target_ = error ? path_ : end.string();
  }
  const bool in_place = fs::exists(old) && !fs::is_regular_file(old) && !fs::is_directory(old);
  const std::string temporary = fmt::format("{}.{}.tmp", target_, ::getpid());
  file_ = std::fopen((in_place ? target_ : temporary).c_str(), "wb");
  if (file_ == nullptr) {
    fail("written", errno);
  }
  temporary_ = in_place ? std::string() : temporary;
  if (fs::is_regular_file(old)) {
    fs::permissions(temporary_, old.permissions(), error);  // before there is anything in it to be seen
  }
}

FileWriter::~FileWriter() {
  if (file_ != nullptr) {
    std::fclose(file_);
  }
  if (!temporary_.empty()) {
    std::error_code ignored;
    fs::remove(temporary_, ignored);
  }
}

void FileWriter::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_) != bytes.size()) {
    fail("written", errno);
  }
}

void FileWriter::finish() {
  if (std::fclose(std::exchange(file_, nullptr)) != 0) {
    fail("written", errno);
  }
  if (!temporary_.empty()) {
    std::error_code error;
    fs::rename(temporary_, target_, error);
    if (error) {
      fail("replaced", error.value());
    }
    temporary_.clear();
  }
}

void FileWriter::fail(const char* what, int reason) const {
  throw Error(ErrorCode::NotReadable, path_, fmt::format("cannot be {} ({})", what, std::strerror(reason)));
}

void write_file(const std::string& path, std::string_view bytes) {
  FileWriter file(path);
  file.write(bytes);
  file.finish();
}

}  // namespace entente
