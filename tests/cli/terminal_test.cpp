// What the program shows on a terminal.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

const std::string Summit =
    "Angela Merkel visited Paris on Monday. The German chancellor met Emmanuel Macron, the president of France. "
    "Macron praised Merkel.\n";

std::size_t widest(const std::string& text) {
  std::size_t widest = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const auto line = text.substr(begin, end - begin);
    widest = std::max(widest, static_cast<std::size_t>(std::count_if(line.begin(), line.end(), [](char c) {
                        return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
                      })));
    begin = end + 1;
  }
  return widest;
}

bool terminals() {
  const bool found = has_terminals();
  if (!found) {
    MESSAGE("skipped: this machine gives no terminals; is /dev/pts mounted?");
  }
  return found;
}

}  // namespace

TEST_SUITE_BEGIN("terminal");

TEST_CASE("the list is in colour on a terminal, and plain in a pipe, in a file, and where no colour is wanted") {
  if (!terminals()) {
    return;
  }
  const Folder folder;
  folder.write("summit.txt", Summit);
  const auto plain = folder.run("build summit.txt").out;
  CHECK(plain.find('\x1b') == std::string::npos);
  const auto colored = entente_on_terminal("build summit.txt", folder.path(), 100).out;
  CHECK(colored.find("\x1b[1mAngela Merkel") != std::string::npos);
  CHECK(entente_on_terminal("build summit.txt", folder.path(), 100, "NO_COLOR=1").out == plain);
  CHECK(entente_on_terminal("build summit.txt", folder.path(), 100, "TERM=dumb").out == plain);
  entente_on_terminal("build summit.txt -o summit.txt.txt", folder.path(), 100);
  CHECK(folder.read("summit.txt.txt") == plain);
}

TEST_CASE("the list is as wide as the terminal") {
  if (!terminals()) {
    return;
  }
  const Folder folder;
  folder.write("summit.txt", Summit);
  for (const unsigned columns : {60U, 80U, 140U}) {
    CAPTURE(columns);
    const auto run = entente_on_terminal("build summit.txt", folder.path(), columns, "NO_COLOR=1");
    CHECK(run.code == 0);
    CHECK(widest(run.out) <= columns);
    CHECK(widest(run.out) > 50);
  }
  CHECK(widest(entente_on_terminal("build summit.txt", folder.path(), 140, "NO_COLOR=1 COLUMNS=60").out) <= 60);
  CHECK(widest(entente_on_terminal("query summit.txt relations", folder.path(), 100, "NO_COLOR=1").out) <= 100);
}

TEST_CASE("what is longer than the terminal goes through the pager, and nothing in a pipe does") {
  if (!terminals()) {
    return;
  }
  const Folder folder;
  folder.write("a.txt", "Merkel met Macron.\n");
  const std::string pager = "'PAGER=sed s/^/paged:/'";
  const auto types = entente_on_terminal("types", folder.path(), 100, pager);
  CHECK(types.code == 0);
  CHECK(types.out.find("paged:") != std::string::npos);
  CHECK(entente_on_terminal("types", folder.path(), 100, "PAGER=false 'ENTENTE_PAGER=sed s/^/mine:/'")
            .out.find("mine:") != std::string::npos);
  for (const std::string arguments : {"types --no-pager", "build a.txt", "types | cat", "types -o types.txt"}) {
    CAPTURE(arguments);
    CHECK(entente_on_terminal(arguments, folder.path(), 100, pager).out.find("paged:") == std::string::npos);
  }
  // One that cannot be started is no reason to show nothing.
  CHECK(entente_on_terminal("types", folder.path(), 100, "PAGER=no-such-pager").out.find("visits ") !=
        std::string::npos);
  CHECK(entente_on_terminal("types", folder.path(), 100, "PAGER=true").code == 0);
}

TEST_SUITE_END();
