#include <csignal>
#include <filesystem>
#include <fstream>
#include <functional>
#include <string>
#include <thread>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>

using namespace entente;

namespace {

namespace fs = std::filesystem;

// An empty folder that is taken away again.
class Folder {
 public:
  Folder() {
    std::string name = (fs::temp_directory_path() / "entente-files-XXXXXX").string();
    REQUIRE(::mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  std::string operator/(const std::string& name) const { return (path_ / name).string(); }
  std::vector<std::string> names() const {
    std::vector<std::string> found;
    for (const auto& entry : fs::directory_iterator(path_)) {
      found.push_back(entry.path().filename().string());
    }
    return found;
  }

 private:
  fs::path path_;
};

// The code of the Error that the call throws; its text must name the path.
template <typename Call>
ErrorCode refusal(const std::string& path, Call call) {
  try {
    call();
  } catch (const Error& error) {
    CHECK(error.where() == path);
    CHECK(std::string(error.what()).find(path) == 0);
    return error.code();
  }
  FAIL("nothing was thrown");
  return ErrorCode::Internal;
}

// What the Error says that the call throws; "" where it throws none.
std::string complaint(const std::function<void()>& call) {
  try {
    call();
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

// Does it in a process of its own; what that ended with, as waitpid gives it.
int in_child(const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child == 0) {
    work();
    ::_exit(0);
  }
  int status = -1;
  ::waitpid(child, &status, 0);
  return status;
}

// As a user who is not the superuser, for whom nothing is forbidden. What the Error said is left in the file.
std::string complaint_of_user(const std::string& said, const std::function<void()>& call) {
  in_child([&] {
    constexpr uid_t Nobody = 65534;
    if (::getuid() == 0 && ::setuid(Nobody) != 0) {
      return;
    }
    std::ofstream(said) << complaint(call);
  });
  return read_file(said);
}

// Whether files without a name can be made there: only then does a killed writer leave nothing behind.
bool makes_unnamed_files(const std::string& folder) {
#ifdef O_TMPFILE
  const int file = ::open(folder.c_str(), O_TMPFILE | O_WRONLY, 0600);
  if (file >= 0) {
    ::close(file);
    return true;
  }
#endif
  MESSAGE("not tested: " << folder << " makes no files without a name");
  return false;
}

}  // namespace

TEST_CASE("a file comes back byte for byte") {
  const Folder folder;
  std::string bytes(200'000, '\0');
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    bytes[i] = static_cast<char>(i * 31 % 251);
  }
  for (const std::string& content : {std::string(), std::string("\r\n\0x", 4), bytes}) {
    write_file(folder / "a.bin", content);
    CHECK(read_file(folder / "a.bin") == content);
  }
}

TEST_CASE("a file is replaced whole, and nothing is left beside it") {
  const Folder folder;
  write_file(folder / "a.txt", "the old one, which is longer");
  write_file(folder / "a.txt", "new");
  CHECK(read_file(folder / "a.txt") == "new");
  CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("a file that is replaced keeps its permissions") {
  const Folder folder;
  write_file(folder / "a.txt", "old");
  const fs::perms own = fs::perms::owner_read | fs::perms::owner_write;
  fs::permissions(folder / "a.txt", own);
  write_file(folder / "a.txt", "new");
  CHECK(read_file(folder / "a.txt") == "new");
  CHECK(fs::status(folder / "a.txt").permissions() == own);
}

TEST_CASE("what was not finished is taken away") {
  const Folder folder;
  write_file(folder / "a.txt", "old");
  {
    FileWriter file(folder / "a.txt");
    file.write("half");
  }
  CHECK(read_file(folder / "a.txt") == "old");
  CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("a writer that is killed leaves the old file, and nothing beside it") {
  for (const int signal : {SIGKILL, SIGINT, SIGTERM}) {
    CAPTURE(signal);
    const Folder folder;
    write_file(folder / "a.txt", "old");
    const int status = in_child([&] {
      std::signal(signal, SIG_DFL);
      FileWriter file(folder / "a.txt");
      file.write(std::string(1'000'000, 'n'));
      std::raise(signal);
    });
    CHECK(WIFSIGNALED(status));
    CHECK(read_file(folder / "a.txt") == "old");
    if (makes_unnamed_files(folder / "")) {
      CHECK(folder.names() == std::vector<std::string>{"a.txt"});
    }
  }
}

TEST_CASE("two writers of one file do not meet: the last to finish wins") {
  const Folder folder;
  FileWriter first(folder / "a.txt");
  first.write("first, ");
  FileWriter second(folder / "a.txt");
  second.write("second, ");
  first.write("whole");
  first.finish();
  CHECK(read_file(folder / "a.txt") == "first, whole");
  second.write("whole");
  second.finish();
  CHECK(read_file(folder / "a.txt") == "second, whole");
  CHECK(folder.names() == std::vector<std::string>{"a.txt"});
}

TEST_CASE("files that belong together are replaced when all are on the disk") {
  const Folder folder;
  write_file(folder / "a.txt", "old");
  FileWriter one(folder / "a.txt");
  FileWriter two(folder / "b.txt");
  one.write("new");
  two.write("new");
  one.prepare();
  two.prepare();
  CHECK(read_file(folder / "a.txt") == "old");
  CHECK(!fs::exists(folder / "b.txt"));
  one.finish();
  two.finish();
  CHECK(read_file(folder / "a.txt") == "new");
  CHECK(read_file(folder / "b.txt") == "new");
  CHECK(folder.names().size() == 2);
}

TEST_CASE("a name may be as long as the file system allows") {
  const Folder folder;
  const std::string longest(255, 'x');
  write_file(folder / longest, "new");
  CHECK(read_file(folder / longest) == "new");
}

TEST_CASE("a reader sees the old file or the new one while it is written") {
  const Folder folder;
  const std::string path = folder / "a.txt";
  const std::string old_one(1'000'000, 'o');
  const std::string new_one(1'000'000, 'n');
  write_file(path, old_one);
  std::thread writer([&] {
    for (int i = 0; i < 20; ++i) {
      write_file(path, i % 2 == 0 ? new_one : old_one);
    }
  });
  int torn = 0;
  for (int i = 0; i < 20; ++i) {
    const std::string seen = read_file(path);
    torn += seen == old_one || seen == new_one ? 0 : 1;
  }
  writer.join();
  CHECK(torn == 0);
}

TEST_CASE("a link stays a link, and a device a device") {
  const Folder folder;
  write_file(folder / "real", "old");
  fs::create_symlink(folder / "real", folder / "link");
  write_file(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(read_file(folder / "real") == "new");
  fs::create_symlink("/dev/null", folder / "nowhere");
  write_file(folder / "nowhere", "gone");
  CHECK(fs::is_symlink(folder / "nowhere"));
  CHECK(fs::is_character_file(folder / "nowhere"));
  CHECK(folder.names().size() == 3);  // nothing temporary is left
}

TEST_CASE("a link to a file that is not there yet stays a link") {
  const Folder folder;
  fs::create_symlink("next", folder / "link");
  fs::create_symlink("real", folder / "next");
  write_file(folder / "link", "new");
  CHECK(fs::is_symlink(folder / "link"));
  CHECK(fs::is_symlink(folder / "next"));
  CHECK(read_file(folder / "real") == "new");
}

TEST_CASE("a named pipe is written in place") {
  const Folder folder;
  const std::string pipe = folder / "pipe";
  REQUIRE(::mkfifo(pipe.c_str(), 0600) == 0);
  CHECK(is_written_in_place(pipe));
  CHECK(!is_written_in_place(folder / "none"));
  std::string seen;
  std::thread reader([&] { seen = read_file(pipe); });
  write_file(pipe, "through");
  reader.join();
  CHECK(seen == "through");
  CHECK(fs::is_fifo(pipe));
}

TEST_CASE("an error says what became of the file") {
  const Folder folder;
  if (fs::exists("/dev/full")) {
    CHECK(complaint([] { write_file("/dev/full", "x"); }) ==
          "/dev/full: cannot be written (No space left on device); part of it may have been written");
  } else {
    MESSAGE("not tested: there is no /dev/full");
  }
  const std::string lost = folder / "no/such/folder.txt";
  CHECK(complaint([&] { write_file(lost, "x"); }) ==
        lost + ": cannot be written (No such file or directory); no file was made");
  fs::permissions(folder / "", fs::perms::all);
  const std::string said = folder / "said";
  const std::string path = folder / "a.txt";
  write_file(path, "old");
  const std::string kept = path + ": cannot be written (Permission denied); the old file was left as it was";
  fs::permissions(path, fs::perms::owner_read | fs::perms::group_read | fs::perms::others_read);
  CHECK(complaint_of_user(said, [&] { write_file(path, "new"); }) == kept);  // write-protected
  fs::permissions(path, fs::perms::all);
  fs::create_directories(folder / "closed");
  fs::rename(path, folder / "closed/a.txt");
  fs::permissions(folder / "closed",
                  fs::perms::owner_read | fs::perms::owner_exec | fs::perms::others_read | fs::perms::others_exec);
  CHECK(complaint_of_user(said, [&] { write_file(folder / "closed/a.txt", "new"); }).find("Permission denied") !=
        std::string::npos);
  fs::permissions(folder / "closed", fs::perms::owner_all);
  CHECK(read_file(folder / "closed/a.txt") == "old");
}

TEST_CASE("what cannot be read is refused with its path") {
  const Folder folder;
  CHECK(refusal(folder / "none", [&] { read_file(folder / "none"); }) == ErrorCode::NotFound);
  CHECK(refusal(folder / "", [&] { read_file(folder / ""); }) == ErrorCode::NotReadable);
}

TEST_CASE("what cannot be written is refused with its path, and leaves nothing behind") {
  const Folder folder;
  const std::string lost = folder / "no/such/folder.txt";
  CHECK(refusal(lost, [&] { write_file(lost, "x"); }) == ErrorCode::NotReadable);
  fs::create_directories(folder / "taken/inside");
  CHECK(refusal(folder / "taken", [&] { write_file(folder / "taken", "x"); }) == ErrorCode::NotReadable);
  CHECK(folder.names() == std::vector<std::string>{"taken"});
}
