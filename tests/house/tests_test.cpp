// Every source of actors and relations has its test beside it, and every test opens its namespaces in the same way.
#include <algorithm>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/files.hpp>

using namespace entente;

namespace {

namespace fs = std::filesystem;

const fs::path Root = ENTENTE_ROOT_FOLDER;

// Sorted.
std::vector<fs::path> sources_in(const fs::path& folder) {
  std::vector<fs::path> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".cpp") {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// "lib/entente/actors/world.cpp" → "tests/actors/world_test.cpp"
fs::path test_of(const fs::path& source, const std::string& room) {
  return Root / "tests" / room / (source.stem().string() + "_test.cpp");
}

// What a test file must include to test its source: its own header, or where that has none a header of its room.
bool includes_own(const std::string& test, const fs::path& source, const std::string& room) {
  const std::string name =
      fs::exists(fs::path(source).replace_extension(".hpp")) ? source.stem().string() + ".hpp>" : "";
  return test.find("#include <entente/" + room + "/" + name) != std::string::npos;
}

// Puts functions of its own in the place of the library's.
constexpr std::string_view ReplacesTheLibrary = "same_bytes_test.cpp";

}  // namespace

TEST_CASE("every source of actors and relations has its test, which is built") {
  for (const std::string room : {"actors", "relations"}) {
    const std::string listed = read_file((Root / "tests" / room / "CMakeLists.txt").string());
    const std::vector<fs::path> sources = sources_in(Root / "lib" / "entente" / room);
    CHECK(sources.size() > 20);  // the test reads the folder that it means to read
    for (const fs::path& source : sources) {
      const fs::path test = test_of(source, room);
      if (!fs::exists(test)) {
        FAIL_CHECK("lib/entente/" << room << "/" << source.filename().string() << " has no test; write tests/" << room
                                  << "/" << test.filename().string());
        continue;
      }
      CAPTURE(test.string());
      CHECK(listed.find(test.filename().string()) != std::string::npos);
      const std::string text = read_file(test.string());
      CHECK(includes_own(text, source, room));
      CHECK(text.find("TEST_CASE(") != std::string::npos);
    }
  }
}

TEST_CASE("tests use the library's namespace at file scope, and open none of their own") {
  std::size_t count = 0;
  for (const auto& entry : fs::recursive_directory_iterator(Root / "tests")) {
    const std::string name = entry.path().filename().string();
    if (!name.ends_with("_test.cpp") || name == ReplacesTheLibrary) {
      continue;
    }
    ++count;
    const std::string text = read_file(entry.path().string());
    if (text.find("\nnamespace entente") != std::string::npos || text.find("\nusing entente::") != std::string::npos) {
      FAIL_CHECK(fs::relative(entry.path(), Root).string()
                 << " opens the library's namespace in another way; write \"using namespace entente;\" at file scope");
    }
  }
  CHECK(count > 100);
}
