#include <filesystem>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/base/files.hpp>

namespace entente {

namespace {

namespace fs = std::filesystem;

// An empty folder that is taken away again.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / "entente-files-test") {
    fs::remove_all(path_);
    fs::create_directories(path_);
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

}  // namespace entente
