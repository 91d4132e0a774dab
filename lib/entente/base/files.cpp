#include <entente/base/files.hpp>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <system_error>
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

WritePlace write_place(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    return {path, false};
  }
  const fs::path end = fs::canonical(path, error);
  return {error ? path : end.string(), !fs::is_regular_file(status) && !fs::is_directory(status)};
}

void write_file(const std::string& path, std::string_view bytes) {
  const WritePlace place = write_place(path);
  const std::string temporary = place.in_place ? place.path : fmt::format("{}.{}.tmp", place.path, ::getpid());
  std::ofstream out(temporary, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out.fail()) {
    const int reason = errno;
    if (!place.in_place) {
      fs::remove(temporary, error);
    }
    throw Error(ErrorCode::NotReadable, path, fmt::format("cannot be written ({})", std::strerror(reason)));
  }
  if (place.in_place) {
    return;
  }
  fs::rename(temporary, place.path, error);
  if (error) {
    const std::string reason = error.message();
    fs::remove(temporary, error);
    throw Error(ErrorCode::NotReadable, path, fmt::format("cannot be replaced ({})", reason));
  }
}

}  // namespace entente
