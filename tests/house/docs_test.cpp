// What the documentation shows is what the tests run, and what it points at is there.
#include <algorithm>
#include <filesystem>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/files.hpp>

using namespace entente;

namespace {

namespace fs = std::filesystem;

const fs::path Root = ENTENTE_ROOT_FOLDER;

std::vector<fs::path> pages() {
  std::vector<fs::path> found = {Root / "README.md"};
  for (const auto& entry : fs::directory_iterator(Root / "docs")) {
    if (entry.path().extension() == ".md") {
      found.push_back(entry.path());
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

// The blocks of a page that are fenced as that language.
std::vector<std::string> fenced(const std::string& page, const std::string& language) {
  std::vector<std::string> blocks;
  const std::string open = "```" + language + "\n";
  for (std::size_t at = page.find(open); at != std::string::npos; at = page.find(open, at)) {
    at += open.size();
    const std::size_t end = page.find("```", at);
    blocks.push_back(page.substr(at, end - at));
    at = end;
  }
  return blocks;
}

// The page without its programs, where brackets are no links.
std::string prose(const std::string& page) {
  std::string text;
  bool code = false;
  std::istringstream lines(page);
  for (std::string line; std::getline(lines, line);) {
    code ^= line.starts_with("```");
    text += code ? "" : line + '\n';
  }
  return text;
}

// The targets of [text](target) that are files of the project.
std::vector<std::string> links(const std::string& page) {
  std::vector<std::string> targets;
  for (std::size_t at = page.find("]("); at != std::string::npos; at = page.find("](", at + 1)) {
    std::string target = page.substr(at + 2, page.find(')', at) - at - 2);
    target = target.substr(0, target.find('#'));
    if (!target.empty() && target.find("://") == std::string::npos) {
      targets.push_back(target);
    }
  }
  return targets;
}

}  // namespace

TEST_CASE("every program that the documentation shows is an example that the tests run") {
  std::vector<std::string> examples;
  for (const auto& entry : fs::directory_iterator(Root / "docs/examples")) {
    if (entry.path().extension() == ".cpp" || entry.path().extension() == ".c") {
      examples.push_back(read_file(entry.path().string()));
    }
  }
  int shown = 0;
  for (const fs::path& page : pages()) {
    std::vector<std::string> blocks = fenced(read_file(page.string()), "cpp");
    for (std::string& block : fenced(read_file(page.string()), "c")) {
      blocks.push_back(std::move(block));
    }
    for (const std::string& block : blocks) {
      CAPTURE(page);
      CAPTURE(block);
      CHECK(std::find(examples.begin(), examples.end(), block) != examples.end());
      ++shown;
    }
  }
  CHECK(shown >= static_cast<int>(examples.size()));
}

TEST_CASE("every file that the documentation points at is there") {
  for (const fs::path& page : pages()) {
    for (const std::string& link : links(prose(read_file(page.string())))) {
      CAPTURE(page);
      CAPTURE(link);
      CHECK(fs::exists(page.parent_path() / link));
    }
  }
}
