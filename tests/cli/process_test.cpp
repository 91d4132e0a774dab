// The program among others: who kills it, who stops reading, a disk that is full, a folder that is closed.
#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace entente::test;

#if defined(__SANITIZE_ADDRESS__)
#define ENTENTE_ADDRESS_SANITIZER
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ENTENTE_ADDRESS_SANITIZER
#endif
#endif

namespace {

namespace fs = std::filesystem;

const std::string Trade = "China imposed sanctions on Australia. Canberra criticized Beijing.\n";
const std::string Visit = "Angela Merkel visited Paris and met Emmanuel Macron.\n";

std::string line(const std::string& id, const std::string& text) {
  return nlohmann::json({{"id", id}, {"text", text}}).dump() + "\n";
}

// Files of the folder but for those of the tests.
std::vector<std::string> names(const fs::path& folder) {
  std::vector<std::string> found;
  for (const auto& entry : fs::directory_iterator(folder)) {
    const std::string name = entry.path().filename().string();
    if (name != ".in" && name != ".out" && name != ".err" && name != ".script") {
      found.push_back(name);
    }
  }
  std::sort(found.begin(), found.end());
  return found;
}

bool mounts() {
  const bool may = may_mount();
  if (!may) {
    MESSAGE("skipped: this user may not mount a small disk of its own (unshare -m)");
  }
  return may;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("who stops reading ends the program quietly, even where SIGPIPE is ignored") {
  const Folder folder;
  std::string news;
  for (int i = 0; i < 200; ++i) {
    news += line("n" + std::to_string(i), Trade);
  }
  folder.write("news.jsonl", news);
  for (const char* before : {"", "trap '' PIPE; "}) {
    CAPTURE(before);
    const Run run = folder.shell("{ ( " + std::string(before) +
                                 R"("$ENTENTE" build --lines --jobs 2 news.jsonl); echo $? >code; } | head -c 10)");
    CHECK(run.out == "{\"directed");
    CHECK(run.err.empty());
    CHECK(folder.read("code") == "141\n");  // 128 + SIGPIPE
  }
}

TEST_CASE("a job that is killed leaves the old file and nothing beside it") {
  for (const auto& [signal, code] :
       std::vector<std::pair<std::string, int>>{{"KILL", 137}, {"INT", 130}, {"TERM", 143}}) {
    CAPTURE(signal);
    const Folder folder;
    folder.write("one.jsonl", line("a", Trade));
    folder.write("graphs.jsonl", "old");
    // The pipe stays open: the program waits for the second article when it is killed. dash lets what runs in the
    // background ignore SIGINT.
    const Run run = folder.shell(R"(mkfifo feed.jsonl
setsid env --default-signal=INT "$ENTENTE" build --lines feed.jsonl -o graphs.jsonl &
exec 3>feed.jsonl
cat one.jsonl >&3
for i in $(seq 100); do ls -l /proc/$!/fd | grep -q deleted && echo unnamed && break; sleep 0.05; done
kill -)" + signal + " $!\nwait $!");
    CHECK(run.code == code);
    CHECK(folder.read("graphs.jsonl") == "old");
    if (run.out == "unnamed\n") {
      CHECK(names(folder.path()) == Names{"feed.jsonl", "graphs.jsonl", "one.jsonl"});
    } else {
      MESSAGE("not tested: this disk makes no files without a name");
    }
  }
}

TEST_CASE("two programs that write one file leave the whole of one") {
  const Folder folder;
  folder.write("a.txt", Trade);
  folder.write("b.txt", Visit);
  folder.write("graph.json", "old");
  const std::string a = folder.run("build a.txt --format json").out;
  const std::string b = folder.run("build b.txt --format json").out;
  CHECK(folder
            .shell(R"(for i in 1 2 3 4; do
"$ENTENTE" build a.txt -o graph.json & one=$!
"$ENTENTE" build b.txt -o graph.json & two=$!
wait $one && wait $two || exit 1
done)")
            .code == 0);
  const std::string left = folder.read("graph.json");
  CHECK((left == a || left == b));
  CHECK(names(folder.path()) == Names{"a.txt", "b.txt", "graph.json"});
}

TEST_CASE("streams that are full or closed are errors, not crashes, and no file takes their place") {
  const Folder folder;
  folder.write("a.txt", Trade);
  CHECK(folder.shell(R"("$ENTENTE" build missing.txt 2>/dev/full)").code == 1);
  CHECK(folder.shell(R"("$ENTENTE" build missing.txt 2>&-)").code == 1);
  CHECK(folder.shell(R"("$ENTENTE" sing 2>/dev/full)").code == 2);
  CHECK(folder.shell(R"("$ENTENTE" --help >/dev/full)").code == 1);
  const Run closed = folder.shell(R"("$ENTENTE" types >&-)");
  CHECK(closed.code == 1);
  CHECK(closed.err.find("entente: standard output: cannot be written (Bad file descriptor)") == 0);
  CHECK(folder.shell(R"("$ENTENTE" build - <&-)").err.find("entente: standard input: cannot be read") == 0);
  CHECK(folder.shell(R"("$ENTENTE" build - </)").err.find("entente: standard input: cannot be read") == 0);
  CHECK(folder.shell(R"("$ENTENTE" build a.txt missing.txt -o graph.json <&- >&- 2>&-)").code == 1);
  CHECK(nlohmann::json::accept(folder.read("graph.json")));
}

TEST_CASE("devices and pipes are written in place, and get one table of CSV") {
  const Folder folder;
  folder.write("a.txt", Trade);
  const std::string csv = folder.run("build a.txt --format csv").out;
  const Run run = folder.shell(R"(mkfifo pipe
"$ENTENTE" build a.txt --format csv -o pipe & cat pipe
"$ENTENTE" build a.txt --format csv -o /dev/null && "$ENTENTE" build a.txt --format csv -o /dev/stdout | cat)");
  CHECK(run.code == 0);
  CHECK(run.out == csv + csv);
  CHECK(names(folder.path()) == Names{"a.txt", "pipe"});
  CHECK(!fs::exists("/dev/null.nodes.csv"));
  const Run full = folder.run("build a.txt --format json -o /dev/full");
  CHECK(full.code == 1);
  CHECK(full.err ==
        "entente: /dev/full: cannot be written (No space left on device); part of it may have been written\n");
}

TEST_CASE("control characters of names do not reach the terminal") {
  const Folder folder;
  folder.write("news.jsonl", line("a\x1b[2J", Trade) + line("a\x1b[2J", Visit));
  const Run run = folder.run("build --lines news.jsonl");
  CHECK(run.err.find("the id \"a?[2J\"") != std::string::npos);
  CHECK(run.err.find('\x1b') == std::string::npos);
}

TEST_SUITE_BEGIN("mounts");

TEST_CASE("a full disk leaves the old file") {
  if (!mounts()) {
    return;
  }
  const Folder folder;
  folder.write("a.txt", Trade + Visit);
  // Room for the old files, and for no new one.
  const Run run = folder.shell(R"(unshare -m sh -c '
mkdir small && mount -t tmpfs -o size=32k tmpfs small && cd small || exit 9
for old in graph.json graphs.jsonl week.csv week.nodes.csv; do echo old >$old; done
head -c 100000 /dev/zero >filler 2>/dev/null
for output in graph.json graph.svg week.csv "graphs.jsonl --lines"; do
  "$0" build ../a.txt -o $output; echo $?
done
cat graph.json graphs.jsonl week.csv week.nodes.csv; ls -A' "$ENTENTE")");
  CHECK(run.out == "1\n1\n1\n1\nold\nold\nold\nold\nfiller\ngraph.json\ngraphs.jsonl\nweek.csv\nweek.nodes.csv\n");
  const std::string kept = ": cannot be written (No space left on device); the old file was left as it was\n";
  CHECK(run.err == "entente: graph.json" + kept +
                       "entente: graph.svg: cannot be written (No space left on device); no file was made\n" +
                       "entente: week.csv" + kept + "entente: graphs.jsonl" + kept);
}

TEST_CASE("a disk with room for one table of CSV keeps the old ones") {
  if (!mounts()) {
    return;
  }
  const Folder folder;
  folder.write("a.txt", Trade + Visit);
  const Run run = folder.shell(R"(unshare -m sh -c '
mkdir small && mount -t tmpfs -o size=16k tmpfs small && cd small || exit 9
echo old >week.csv; echo old >week.nodes.csv; head -c 4096 /dev/zero >filler
"$0" build ../a.txt -o week.csv; echo $?
cat week.csv week.nodes.csv; ls -A' "$ENTENTE")");
  CHECK(run.out == "1\nold\nold\nfiller\nweek.csv\nweek.nodes.csv\n");
  CHECK(run.err.find("the old file was left as it was") != std::string::npos);
}

TEST_CASE("a folder that may not be written to is named") {
  if (!mounts()) {
    return;
  }
  const Folder folder;
  folder.write("a.txt", Trade);
  const Run run = folder.shell(R"(unshare -m sh -c '
mkdir closed && mount -t tmpfs tmpfs closed && echo old >closed/graph.json && mount -o remount,ro closed || exit 9
"$0" build a.txt -o closed/graph.json; echo $?
"$0" build a.txt -o closed/new.json; echo $?
cat closed/graph.json; ls -A closed' "$ENTENTE")");
  CHECK(run.out == "1\n1\nold\ngraph.json\n");
  CHECK(run.err ==
        "entente: closed/graph.json: cannot be written (Read-only file system); the old file was left as it was\n"
        "entente: closed/new.json: cannot be written (Read-only file system); no file was made\n");
}

TEST_CASE("where files without a name cannot be had, files are replaced whole all the same") {
  if (!mounts()) {
    return;
  }
#ifdef ENTENTE_ADDRESS_SANITIZER
  MESSAGE("left out: it hides /proc, which the address sanitizer reads");
  return;
#endif
  const Folder folder;
  folder.write("a.txt", Trade);
  const Run run = folder.shell(R"(unshare -m sh -c '
mkdir small && mount -t tmpfs -o size=32k tmpfs small && mount -t tmpfs tmpfs /proc && cd small || exit 9
echo old >graph.json && chmod 640 graph.json
"$0" build ../a.txt -o graph.json && head -c 9 graph.json && stat -c " %a" graph.json
echo old >graph.json; head -c 100000 /dev/zero >filler 2>/dev/null
"$0" build ../a.txt -o graph.json; cat graph.json; ls -A' "$ENTENTE")");
  CHECK(run.out == "{\"directe 640\nold\nfiller\ngraph.json\n");
  CHECK(run.err.find("No space left on device") != std::string::npos);
}

TEST_SUITE_END();
