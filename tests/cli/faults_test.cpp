// One article, or one graph, that cannot be used never ends a job.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

const std::string Trade = "China imposed sanctions on Australia. Canberra criticized Beijing.\n";
const std::string Visit = "Angela Merkel visited Paris and met Emmanuel Macron.\n";

std::string line(const std::string& id, const std::string& text) {
  return nlohmann::json({{"id", id}, {"text", text}}).dump() + "\n";
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// The ids of the articles of graphs, one on each line.
std::vector<std::string> ids_of(const std::string& graphs) {
  std::vector<std::string> ids;
  for (const std::string& line : lines_of(graphs)) {
    const auto graph = nlohmann::json::parse(line);
    for (const auto& article : graph["graph"]["articles"]) {
      ids.push_back(article["id"]);
    }
  }
  return ids;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("a line that is no article is told with its number and reason, and skipped") {
  const Folder folder;
  const std::vector<std::pair<std::string, std::string>> bad = {
      {"not json", "is not JSON at byte 2; expected a line like {\"id\""},
      {"{\"text\": \"cut off", "is not JSON at byte 18"},
      {"[]", "is a JSON array, not an article; expected a line like"},
      {R"({"id": "x"})", "has no \"text\"; expected a line like"},
      {R"({"text": null})", "has no \"text\""},
      {R"({"text": 7.5})", "\"text\" is number; expected a string"},
      {R"({"text": "x", "id": [1]})", "\"id\" is array; expected a string"},
      {"{\"text\": \"Fran\xe7ois met Xi.\"}", "is not UTF-8 at byte 16; make it UTF-8 first"},
      {R"({"text": "\ud83d cut emoji"})", "is not JSON at byte"},
      {R"({"nodes": [], "edges": []})", "is a graph, not an article"},
      {R"({"text": "x", "reach": 1e400})", "has a number beyond 1.8e308; make it a string"},
      {std::string("{\"text\": \"\0\"}", 13), "is not JSON at byte 11"}};
  for (const auto& [text, reason] : bad) {
    CAPTURE(text);
    folder.write("news.jsonl", line("a", Trade) + text + "\n\n" + line("b", Visit));
    const Run run = folder.run("build --lines --jobs 3 news.jsonl");
    CAPTURE(run.err);
    CHECK(run.code == 1);
    CHECK(ids_of(run.out) == Ids{"a", "b"});
    const std::vector<std::string> said = lines_of(run.err);
    REQUIRE(said.size() == 2);
    CHECK(said[0].find("entente: news.jsonl:2: " + reason) == 0);
    CHECK(said[1] == "entente: 1 of 3 articles was skipped");
    const Run strict = folder.run("build --strict --lines news.jsonl");
    CHECK(strict.code == 1);
    CHECK(ids_of(strict.out) == Ids{"a"});
    CHECK(strict.err == said[0] + "\n");
    const Run one = folder.run("build news.jsonl --format json");
    CHECK(one.code == 1);
    CHECK(nlohmann::json::parse(one.out)["graph"]["articles"].size() == 2);
    CHECK(one.err.find("entente: news.jsonl:2: " + reason) == 0);
  }
}

TEST_CASE("what is told and what is written is the same for any number of jobs") {
  const Folder folder;
  std::string news;
  for (int i = 0; i < 60; ++i) {
    const std::string id = "n" + std::to_string(i % 50);
    news += i % 7 == 3 ? "broken " + id + "\n" : line(id, i % 2 == 0 ? Trade : std::to_string(i) + " " + Visit);
  }
  folder.write("news.jsonl", news);
  const Run one = folder.run("build --model fast --lines news.jsonl");
  CHECK(one.code == 1);
  CHECK(one.err.find("entente: 9 of 60 articles were skipped\n") != std::string::npos);
  for (const char* jobs : {" --jobs 2", " --jobs 7"}) {
    const Run run = folder.run("build --model fast --lines news.jsonl" + std::string(jobs));
    CHECK(run.code == 1);
    CHECK(run.out == one.out);
    CHECK(run.err == one.err);
  }
  const Run strict = folder.run("build --model fast --strict --lines news.jsonl");
  CHECK(folder.run("build --model fast --strict --lines --jobs 7 news.jsonl").out == strict.out);
  CHECK(ids_of(strict.out) == Ids{"n0", "n1", "n2"});
}

TEST_CASE("an odd date loses only the date") {
  const Folder folder;
  for (const auto& [date, shown] : std::vector<std::pair<std::string, std::string>>{{R"("Monday")", "Monday"},
                                                                                    {R"("2023-02-31")", "2023-02-31"},
                                                                                    {"1679097600", "1679097600"},
                                                                                    {"{}", "object"}}) {
    CAPTURE(date);
    folder.write("news.jsonl", line("a", Trade) + R"({"id": "b", "date": )" + date + R"(, "text": "Xi met Putin."})");
    const Run run = folder.run("build --lines news.jsonl");
    CHECK(run.code == 0);
    CHECK(ids_of(run.out) == Ids{"a", "b"});
    CHECK(run.out.find(R"("id": "b", "title": "", "date": null)") != std::string::npos);
    CHECK(run.err == "entente: news.jsonl:2: found the date \"" + shown +
                         "\"; expected one like 2023-03-18; read as if without a date\n");
    CHECK(folder.run("build --lines news.jsonl --date 2020-01-01").out.find("2020-01-01") != std::string::npos);
    const Run strict = folder.run("build --strict --lines news.jsonl");
    CHECK(strict.code == 1);
    CHECK(ids_of(strict.out) == Ids{"a"});
  }
}

TEST_CASE("of articles that share an id the later is told, and called by its line too") {
  const Folder folder;
  const std::string told =
      "entente: news.jsonl:2: another article has the id \"a\"; this one is called \"a~news.jsonl:2\"\n";
  folder.write("news.jsonl", line("a", Trade) + line("a", Visit) + line("a", Trade) + line("b", Trade));
  const Run lines = folder.run("build --lines news.jsonl");
  CHECK(lines.code == 0);
  CHECK(ids_of(lines.out) == Ids{"a", "a~news.jsonl:2", "a", "b"});
  CHECK(lines.err == told + "entente: 1 article came again, unchanged; in one graph each counts once\n");
  const Run one = folder.run("build news.jsonl --format json");
  CHECK(one.code == 0);
  CHECK(one.err == lines.err);
  CHECK(nlohmann::json::parse(one.out)["graph"]["articles"].size() == 3);
  folder.write("graphs.jsonl", lines.out);
  CHECK(folder.run("merge graphs.jsonl --format json").out == one.out);
  const Run strict = folder.run("build --strict news.jsonl --format json");
  CHECK(strict.code == 1);
  CHECK(strict.out.empty());
  CHECK(strict.err == told);
  folder.write("same.jsonl", line("a", Trade) + line("a", Trade));
  CHECK(folder.run("build --strict same.jsonl --format json").code == 0);
}

TEST_CASE("a file or a folder that cannot be read is told, and the others are read") {
  const Folder folder;
  folder.write("news/a.txt", Trade);
  folder.write("news/b.txt", Visit);
  folder.write("news/picture.txt", "\x89PNG\r\n\x1a\n");
  folder.write("empty/readme.rst", "");
  std::filesystem::create_symlink("nowhere", folder.path() / "news/lost.txt");
  for (const char* verb : {"build --format json", "build --jobs 3 --format json", "build --lines"}) {
    CAPTURE(verb);
    const Run run = folder.run(std::string(verb) + " missing.txt news empty");
    CHECK(run.code == 1);
    CHECK(run.out.find("Australia") != std::string::npos);
    CHECK(run.out.find("Macron") != std::string::npos);
    const std::vector<std::string> said = lines_of(run.err);
    REQUIRE(said.size() == 5);
    CHECK(said[0] == "entente: missing.txt: no such file or folder");
    CHECK(said[1] == "entente: news/lost.txt: no such file or folder");
    CHECK(said[2].find("entente: news/picture.txt: is a picture, not text") == 0);
    CHECK(said[3].find("entente: empty: holds no articles") == 0);
    CHECK(said[4] == "entente: 4 of 6 articles were skipped");
  }
  CHECK(folder.run("explain news").out.find("Macron") != std::string::npos);
  CHECK(folder.run("explain news").code == 1);
  const Run query = folder.run("query news between merkel macron");
  CHECK(query.code == 1);
  CHECK(query.out.find("meets") != std::string::npos);
  const Run draw = folder.run("draw news");
  CHECK(draw.code == 1);
  CHECK(draw.out.find("Macron") != std::string::npos);
}

TEST_CASE("a link that leads back into the folder gives no article twice") {
  const Folder folder;
  folder.write("news/a.txt", Trade);
  std::filesystem::create_directory_symlink(".", folder.path() / "news/back");
  const Run run = folder.run("build --lines news");
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(ids_of(run.out) == Ids{"a.txt"});
}

TEST_CASE("where nothing can be read, nothing is written") {
  const Folder folder;
  folder.write("news.jsonl", "junk\nmore junk\n");
  folder.write("graph.json", "old");
  for (const char* arguments :
       {"build news.jsonl -o graph.json", "build --lines news.jsonl -o graph.json", "merge news.jsonl -o graph.json"}) {
    CAPTURE(arguments);
    const Run run = folder.run(arguments);
    CHECK(run.code == 1);
    CHECK(run.err.find("2 of 2 ") != std::string::npos);
    CHECK(folder.read("graph.json") == "old");
  }
}

TEST_CASE("a file that is no JSON Lines is told once, not for each line") {
  const Folder folder;
  folder.write("a.txt", Trade);
  for (const auto& [bytes, what] : std::vector<std::pair<std::string, std::string>>{
           {"\x1f\x8b\b\nx\ny\nz\n", "is damaged, or broken off"},
           {"{\"directed\": true, \"nodes\": []}\n{}\n{}\n", "is a file of graphs"}}) {
    CAPTURE(what);
    folder.write("news.jsonl", bytes);
    const Run run = folder.run("build --lines news.jsonl a.txt");
    CHECK(run.code == 1);
    CHECK(lines_of(run.err).size() == 2);
    CHECK(run.err.find("entente: news.jsonl: " + what) == 0);
    CHECK(ids_of(run.out) == Ids{"a.txt"});
  }
}

TEST_CASE("build --lines into a file holds what could be read, and with --strict nothing is replaced") {
  const Folder folder;
  folder.write("news.jsonl", line("a", Trade) + "broken\n" + line("b", Visit));
  folder.write("graphs.jsonl", "old");
  CHECK(folder.run("build --strict --lines news.jsonl -o graphs.jsonl").code == 1);
  CHECK(folder.read("graphs.jsonl") == "old");
  CHECK(folder.run("build --lines news.jsonl -o graphs.jsonl").code == 1);
  CHECK(ids_of(folder.read("graphs.jsonl")) == Ids{"a", "b"});
}

TEST_CASE("articles on standard input are read as they come") {
  const Folder folder;
  folder.write("one.jsonl", line("a", Trade));
  // The second article is only sent when the first graph is there.
  const Run run = folder.shell(R"(mkfifo articles graphs
timeout 20 "$ENTENTE" build --lines - <articles >graphs &
exec 3>articles 4<graphs
cat one.jsonl >&3
read graph <&4 && echo "$graph"
sed s/\"a\"/\"b\"/ one.jsonl >&3
exec 3>&-
cat <&4)");
  CHECK(ids_of(run.out) == Ids{"a", "b"});
}

TEST_CASE("merge skips a graph that is none, and takes a graph per line from anywhere") {
  const Folder folder;
  folder.write("news.jsonl", line("a", Trade) + line("b", Visit));
  const std::string one = folder.run("build news.jsonl --format json").out;
  const std::string lines = folder.run("build --lines news.jsonl").out;
  CHECK(folder.run("merge - --format json", lines).out == one);
  CHECK(folder.run("merge - --format json", one).out == one);
  CHECK(folder.run("merge - --format json", lines_of(lines)[0]).code == 0);
  folder.write("graphs.json", lines);
  CHECK(folder.run("merge graphs.json --format json").out == one);
  const std::size_t end = lines.find('\n') + 1;
  folder.write("graphs.jsonl", lines.substr(0, end) + "{\"nodes\": 3}\n" + lines.substr(end));
  const Run run = folder.run("merge graphs.jsonl missing.json --format json");
  CHECK(run.code == 1);
  CHECK(run.out == one);
  CHECK(run.err ==
        "entente: graphs.jsonl:2: nodes: found a whole number; expected a list\n"
        "entente: missing.json: no such file or folder\n"
        "entente: 2 of 4 graphs were skipped\n");
  const Run strict = folder.run("merge --strict graphs.jsonl --format json");
  CHECK(strict.code == 1);
  CHECK(strict.out.empty());
  CHECK(strict.err == lines_of(run.err)[0] + "\n");
}
