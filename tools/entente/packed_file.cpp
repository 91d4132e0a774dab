#include "packed_file.hpp"

#include <algorithm>
#include <cerrno>
#include <string_view>
#include <system_error>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

#include "article_files.hpp"

namespace entente::cli {

namespace {

// Text packs to a fifth or a tenth; what packs better than this is no text.
constexpr z_off_t MostRatio = 200;
constexpr z_off_t Harmless = z_off_t{64} << 20U;  // bytes that may come of a few

struct Packed {
  gzFile file = nullptr;
  z_off_t given = 0;  // bytes
};

ssize_t read_packed(void* cookie, char* buffer, std::size_t size) {
  auto& packed = *static_cast<Packed*>(cookie);
  constexpr std::size_t Most = std::size_t{1} << 20U;
  const int got = gzread(packed.file, buffer, static_cast<unsigned>(std::min(size, Most)));
  int code = Z_OK;
  gzerror(packed.file, &code);
  if (got < 0 || (got == 0 && code == Z_BUF_ERROR)) {  // the latter where the bytes are broken off
    errno = code == Z_ERRNO ? errno : EBADMSG;
    return -1;
  }
  packed.given += got;
  if (packed.given > Harmless && gzdirect(packed.file) == 0) {
    const z_off_t taken = gzoffset(packed.file);  // not known of pipes
    if (taken >= 0 && packed.given / MostRatio > taken) {
      errno = EFBIG;
      return -1;
    }
  }
  return got;
}

int close_packed(void* cookie) {
  const std::unique_ptr<Packed> packed(static_cast<Packed*>(cookie));
  gzclose(packed->file);
  return 0;
}

}  // namespace

namespace {

[[noreturn]] void fail(const std::string& path, int code, std::string_view what) {
  throw Error(ErrorCode::NotReadable, path == "-" ? "standard input" : path,
              fmt::format("cannot be {} ({})", what, std::generic_category().message(code)));
}

}  // namespace

void CloseFile::operator()(std::FILE* file) const { std::fclose(file); }

OpenFile open_packed(const std::string& path) {
  const int number = path == "-" ? ::dup(STDIN_FILENO) : ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (number < 0) {
    if (errno == ENOENT) {
      throw no_such_file(path);
    }
    fail(path, errno, path == "-" ? "read" : "opened");
  }
  // What comes through a pipe is read as it comes, for which zlib would wait.
  struct stat status = {};
  if (::fstat(number, &status) == 0 && !S_ISREG(status.st_mode)) {
    if (std::FILE* const stream = ::fdopen(number, "rb")) {
      return OpenFile(stream);
    }
    const int code = errno;  // of a descriptor that is not open for reading, too
    ::close(number);
    fail(path, code, "read");
  }
  auto packed = std::make_unique<Packed>();
  packed->file = gzdopen(number, "rb");
  if (packed->file == nullptr) {
    ::close(number);
    throw std::bad_alloc();
  }
  std::FILE* const file = ::fopencookie(packed.get(), "rb", {read_packed, nullptr, nullptr, close_packed});
  if (file == nullptr) {
    gzclose(packed->file);
    throw std::bad_alloc();
  }
  static_cast<void>(packed.release());
  return OpenFile(file);
}

std::string unpacked_name(const std::string& path) {
  constexpr std::string_view Ending = ".gz";
  return path.size() > Ending.size() && path.ends_with(Ending) ? path.substr(0, path.size() - Ending.size()) : path;
}

}  // namespace entente::cli
