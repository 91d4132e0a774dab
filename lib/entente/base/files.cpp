#include <entente/base/files.hpp>

#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <random>
#include <system_error>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

namespace fs = std::filesystem;

namespace {

constexpr mode_t NewFile = 0666;  // less the umask
constexpr mode_t OwnerOnly = 0600;
constexpr mode_t Permissions = 0777;

// What strerror says, but safe for threads.
std::string reason_text(int reason) { return std::generic_category().message(reason); }

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) {
      std::fclose(file);
    }
  }
};

// Reads block by block, because a device or a pipe has no size that could be queried.
std::string read_to_end(std::FILE* file, const std::string& name) {
  std::string bytes;
  std::vector<char> block(std::size_t{1} << 18U);
  while (const std::size_t count = std::fread(block.data(), 1, block.size(), file)) {
    bytes.append(block.data(), count);
  }
  if (std::ferror(file) != 0) {
    throw Error(ErrorCode::NotReadable,
                {.file = name, .problem = fmt::format("cannot be read ({})", reason_text(errno))});
  }
  return bytes;
}

std::string folder_of(const std::string& path) {
  const std::string folder = fs::path(path).parent_path().string();
  return folder.empty() ? "." : folder;
}

// The path at the end of a chain of symbolic links, whether or not a file is there.
std::string resolve_links(const std::string& path) {
  constexpr int MostLinks = 40;  // as in Linux
  fs::path at = path;
  std::error_code error;
  for (int i = 0; i < MostLinks && fs::is_symlink(fs::symlink_status(at, error)); ++i) {
    const fs::path next = fs::read_symlink(at, error);
    at = next.is_absolute() ? next : at.parent_path() / next;
  }
  return at.string();
}

// A path that no other writer uses: the random part is large, and an existing file is never opened.
std::string temporary_name(const std::string& folder) {
  std::random_device random;
  return fmt::format("{}/.entente-{:08x}{:08x}.tmp", folder, random(), random());
}

// A path to an open file that has no name, for linkat, which gives it one.
std::string descriptor_path(int file) { return fmt::format("/proc/self/fd/{}", file); }

// Brings the data to the disk. True also where that is not possible (pipes, some network file systems).
bool sync_to_disk(int file) {
  return ::fsync(file) == 0 || errno == EINVAL || errno == ENOTSUP || errno == EROFS || errno == ENOSYS;
}

}  // namespace

std::string read_file(const std::string& path) {
  if (path == "-") {
    return read_to_end(stdin, "standard input");
  }
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (!fs::exists(status)) {
    throw Error(ErrorCode::NotFound, {.file = path, .problem = "no such file"});
  }
  if (fs::is_directory(status)) {
    throw Error(ErrorCode::NotReadable, {.file = path, .problem = "is a folder", .expected = "a file"});
  }
  const std::unique_ptr<std::FILE, CloseFile> file(std::fopen(path.c_str(), "rb"));
  if (file == nullptr) {
    throw Error(ErrorCode::NotReadable,
                {.file = path, .problem = fmt::format("cannot be opened ({})", reason_text(errno))});
  }
  return read_to_end(file.get(), path);
}

bool is_written_in_place(const std::string& path) {
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  return fs::exists(status) && !fs::is_regular_file(status) && !fs::is_directory(status);
}

FileWriter::FileWriter(std::string path) : path_(std::move(path)) { open(); }

void FileWriter::open() {
  in_place_ = is_written_in_place(path_);
  target_ = in_place_ ? path_ : resolve_links(path_);
  if (in_place_) {
    file_ = ::open(target_.c_str(), O_WRONLY | O_TRUNC | O_CLOEXEC);
    if (file_ < 0) {
      fail(errno);
    }
    return;
  }
  std::error_code error;
  if (fs::is_directory(target_, error)) {
    fail(EISDIR);
  }
  replaces_ = fs::exists(target_, error);
  if (replaces_ && ::access(target_.c_str(), W_OK) != 0) {
    fail(errno);
  }
  open_temporary();
}

void FileWriter::open_temporary() {
  file_ = create(folder_of(target_));
  if (file_ < 0) {
    fail(errno);
  }
  if (replaces_) {
    keep_permissions();  // before there is any content that others could read
  }
}

// Creates the new file, without a name if the file system supports that. Returns its descriptor, or -1 with errno set.
int FileWriter::create(const std::string& folder) {
  const mode_t mode = replaces_ ? OwnerOnly : NewFile;
#ifdef O_TMPFILE
  const int unnamed = ::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, mode);
  if (unnamed >= 0) {
    if (::access(descriptor_path(unnamed).c_str(), F_OK) == 0) {
      return unnamed;
    }
    ::close(unnamed);
  }
#endif
  std::string name = temporary_name(folder);
  const int named = ::open(name.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode);
  if (named >= 0) {
    temporary_ = std::move(name);
  }
  return named;
}

void FileWriter::keep_permissions() const {
  struct stat old = {};
  if (::stat(target_.c_str(), &old) != 0) {
    return;  // another program has just removed it
  }
  // Only the superuser may change the owner. Where that fails, the file belongs to whoever writes it.
  if (::fchown(file_, old.st_uid, old.st_gid) != 0 && ::fchown(file_, static_cast<uid_t>(-1), old.st_gid) != 0) {
    old.st_mode &= ~static_cast<mode_t>(S_IRWXG);  // the new group must not inherit the rights of the old one
  }
  ::fchmod(file_, old.st_mode & Permissions);
}

FileWriter::~FileWriter() {
  if (file_ >= 0) {
    ::close(file_);
  }
  if (!temporary_.empty()) {
    ::unlink(temporary_.c_str());
  }
}

void FileWriter::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file_, bytes.data(), bytes.size());
    if (written >= 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno != EINTR) {
      fail(errno);
    }
  }
}

void FileWriter::prepare() {
  if (prepared_) {
    return;
  }
  if (!sync_to_disk(file_)) {
    fail(errno);
  }
  if (!in_place_ && temporary_.empty()) {
    std::string name = temporary_name(folder_of(target_));
    if (::linkat(AT_FDCWD, descriptor_path(file_).c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
      fail(errno);
    }
    temporary_ = std::move(name);
  }
  if (::close(std::exchange(file_, -1)) != 0 && errno != EINTR) {
    fail(errno);
  }
  prepared_ = true;
}

void FileWriter::finish() {
  prepare();
  if (temporary_.empty()) {
    return;
  }
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) {
    fail(errno);
  }
  temporary_.clear();
  sync_folder();
}

// Makes the new name survive a loss of power. The file is complete in any case, so a failure here is not an error.
void FileWriter::sync_folder() const {
  const int folder = ::open(folder_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (folder >= 0) {
    ::fsync(folder);
    ::close(folder);
  }
}

void FileWriter::fail(int reason) const {
  const char* const state = in_place_   ? "part of it may have been written"
                            : replaces_ ? "the old file was left as it was"
                                        : "no file was made";
  throw Error(ErrorCode::NotReadable,
              {.file = path_, .problem = fmt::format("cannot be written ({})", reason_text(reason)), .advice = state});
}

void write_file(const std::string& path, std::string_view bytes) {
  FileWriter file(path);
  file.write(bytes);
  file.finish();
}

}  // namespace entente
