// What docs/cli.md shows is what the program prints.
#include <cstddef>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/files.hpp>

#include "cli/program.hpp"

using namespace entente::testing;

namespace {

const std::string Root = ENTENTE_ROOT_FOLDER;

struct Shown {
  std::string arguments;  // after "$ entente "
  std::string output;     // without empty lines at the end
};

std::string without_end(std::string text) {
  while (text.ends_with('\n')) {
    text.pop_back();
  }
  return text;
}

// Is that what is shown? Where it ends with a line "…", the rest is left out.
bool is_shown(const std::string& printed, const std::string& shown) {
  const std::string rest = "\n…";
  return shown.ends_with(rest) ? printed.starts_with(shown.substr(0, shown.size() - rest.size() + 1))
                               : printed == shown;
}

// The commands in blocks that are fenced as console.
std::vector<Shown> commands(const std::string& page) {
  const std::string prompt = "$ entente ";
  std::vector<Shown> found;
  std::istringstream lines(page);
  bool inside = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("```")) {
      inside = line == "```console";
    } else if (inside && line.starts_with(prompt)) {
      found.push_back({line.substr(prompt.size()), {}});
    } else if (inside && !found.empty()) {
      found.back().output += line + "\n";
    }
  }
  return found;
}

}  // namespace

TEST_CASE("docs/cli.md shows what the program prints") {
  const Folder folder;
  folder.write("gas.txt", entente::read_file(Root + "/docs/examples/gas.txt"));
  REQUIRE(folder.run("build gas.txt -o gas.json").code == 0);
  CHECK(folder.read("gas.json") == entente::read_file(Root + "/docs/examples/gas.json"));
  const std::vector<Shown> all = commands(entente::read_file(Root + "/docs/cli.md"));
  CHECK(all.size() >= 17);
  for (const Shown& shown : all) {
    CAPTURE(shown.arguments);
    const Run run = folder.run(shown.arguments);
    const std::string printed = without_end(run.out + run.err);
    CAPTURE(printed);
    CHECK(is_shown(printed, without_end(shown.output)));
  }
}
