// entente build, as users run it.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

const std::string Summit =
    "Angela Merkel visited Paris on Monday. The German chancellor met Emmanuel Macron, the president of France. "
    "Macron praised Merkel.\n";
const std::string Trade = "China imposed sanctions on Australia. Canberra criticized Beijing.\n";

std::string line(const std::string& id, const std::string& text) {
  return nlohmann::json({{"id", id}, {"text", text}}).dump() + "\n";
}

std::vector<nlohmann::json> graphs(const std::string& lines) {
  std::vector<nlohmann::json> all;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    all.push_back(nlohmann::json::parse(lines.substr(begin, end - begin)));
    begin = end + 1;
  }
  return all;
}

bool has_node(const nlohmann::json& graph, const std::string& name) {
  for (const auto& node : graph["nodes"]) {
    if (node["name"] == name) {
      return true;
    }
  }
  return false;
}

// A sentence of so many bytes that has no end.
std::string endless(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) {
    text += "Merkel met Macron and ";
  }
  return text;
}

}  // namespace

TEST_CASE("build lists actors and relations in words") {
  const Folder folder;
  folder.write("summit.txt", Summit);
  const Run run = folder.run("build summit.txt");
  CHECK(run.code == 0);
  CHECK(run.err.empty());
  CHECK(run.out.find("Angela Merkel") != std::string::npos);
  CHECK(run.out.find("relations\n") != std::string::npos);
}

TEST_CASE("build writes the format that the ending names") {
  const Folder folder;
  folder.write("summit.txt", Summit);
  const std::vector<std::pair<std::string, std::string>> beginnings = {{"graph.json", "{\"directed\": true"},
                                                                       {"graph.SVG", "<"},
                                                                       {"graph.png", "\x89PNG"},
                                                                       {"graph.pdf", "%PDF"},
                                                                       {"graph.dot", ""}};
  for (const auto& [file, beginning] : beginnings) {
    CAPTURE(file);
    const Run run = folder.run("build summit.txt -o " + file);
    CHECK(run.code == 0);
    CHECK(run.out.empty());
    CHECK(folder.read(file).size() > 100);
    CHECK(folder.read(file).find(beginning) == 0);
  }
  CHECK(folder.run("build summit.txt --format json").out == folder.read("graph.json"));
}

TEST_CASE("build reads standard input") {
  const Folder folder;
  const auto graph = nlohmann::json::parse(folder.run("build - --format json", Summit).out);
  CHECK(has_node(graph, "Angela Merkel"));
}

TEST_CASE("build reads folders in order, and makes one graph of many articles") {
  const Folder folder;
  folder.write("news/b/summit.txt", Summit);
  folder.write("news/a.md", Trade);
  folder.write("news/.hidden/c.txt", "Nobody met Nobody.");
  folder.write("news/notes.doc", "not an article");
  const auto graph = nlohmann::json::parse(folder.run("build news --format json").out);
  CHECK(graph["graph"]["articles"].size() == 2);
  CHECK(has_node(graph, "Angela Merkel"));
  CHECK(has_node(graph, "China"));
  const std::string one = folder.run("build news/a.md news/b/summit.txt --format json").out;
  CHECK(folder.run("build news/b/summit.txt news/a.md --format json").out == one);
  CHECK(folder.run("build news --jobs 3 --format json").out == one);
}

TEST_CASE("build --lines gives one graph per article, in order, whatever the jobs") {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 40; ++i) {
    lines += line("n" + std::to_string(i), i % 2 == 0 ? Summit : Trade);
  }
  folder.write("news.jsonl", lines);
  const Run one = folder.run("build --model fast --lines news.jsonl");
  CHECK(one.code == 0);
  const auto all = graphs(one.out);
  REQUIRE(all.size() == 40);
  for (int i = 0; i < 40; ++i) {
    CHECK(all[static_cast<std::size_t>(i)]["graph"]["articles"][0]["id"] == "n" + std::to_string(i));
  }
  CHECK(folder.run("build --model fast --lines --jobs 4 news.jsonl").out == one.out);
  CHECK(folder.run("build --model fast --lines -", lines).out == one.out);
  CHECK(folder.run("build --model fast --lines news.jsonl -o graphs.jsonl").code == 0);
  CHECK(folder.read("graphs.jsonl") == one.out);
  CHECK(graphs(folder.run("build --model fast --lines news.jsonl news.jsonl").out).size() == 80);
}

TEST_CASE("build takes dates from lines, or from --date") {
  const Folder folder;
  folder.write("news.jsonl", R"({"id": "a", "date": "2024-02-03T10:00:00Z", "title": null, "text": "Merkel met Macron."}
{"text": "Merkel met Macron."}
)");
  const auto all = graphs(folder.run("build --lines --date 2020-01-01 news.jsonl").out);
  REQUIRE(all.size() == 2);
  CHECK(all[0]["graph"]["articles"][0]["date"] == "2024-02-03");
  CHECK(all[1]["graph"]["articles"][0]["date"] == "2020-01-01");
  CHECK(all[1]["graph"]["articles"][0]["id"] == "news.jsonl:2");
}

TEST_CASE("a file that is no text is named, and what to do with it") {
  const Folder folder;
  std::string noise;
  for (unsigned i = 0, state = 1; i < 10'000; ++i) {
    state = state * 1103515245U + 12345U;
    noise += static_cast<char>(state >> 16U);
  }
  const std::vector<std::pair<std::string, std::string>> files = {
      {"\x89PNG\r\n\x1a\n", "is a picture"},
      {"\xff\xd8\xff\xe0", "is a picture"},
      {"\xD0\xCF\x11\xE0", "is an office document of before 2007"},
      {"BZh91AY", "is compressed"},
      {"\x1f\x8b\b", "is damaged, or broken off, and cannot be unpacked"},
      {"<?xml version=\"1.0\"?>\n<graphml xmlns=\"x\">", "is a graph for other programs"},
      {"<gexf>", "is a graph for other programs"},
      {"<svg xmlns=\"x\">", "is a picture (SVG)"},
      {"Source,Target,Key\na,b,0\n", "is a graph for other programs"},
      {"MERGE (a:Actor {id: \"xi\"});", "is a graph for other programs"},
      {"digraph {", "is a graph for other programs"},
      {noise, "is not text"}};
  for (const auto& [bytes, what] : files) {
    CAPTURE(what);
    folder.write("article.txt", bytes);
    for (const char* verb : {"build article.txt", "explain article.txt", "query article.txt actors"}) {
      const Run run = folder.run(verb);
      CHECK(run.code == 1);
      CHECK(run.out.empty());
      CHECK(run.err.find("entente: article.txt: " + what) == 0);
    }
    CHECK(folder.run("build -", bytes).err.find("entente: standard input: " + what) == 0);
  }
}

TEST_CASE("a .json file of articles is read as lines of them") {
  const Folder folder;
  folder.write("one.json", line("a", Trade));
  CHECK(folder.run("build one.json").out.find("Australia") != std::string::npos);
}

TEST_CASE("a file that is replaced keeps its permissions, and all tables of CSV have their names") {
  namespace fs = std::filesystem;
  const Folder folder;
  folder.write("a.txt", Trade);
  for (const char* file : {"graph.json", "graphs.jsonl"}) {
    CAPTURE(file);
    folder.write(file, "old");
    fs::permissions(folder.path() / file, fs::perms::owner_read | fs::perms::owner_write);
    const std::string lines = std::string(file).ends_with("l") ? "--lines " : "";
    CHECK(folder.run("build a.txt " + lines + "-o " + file).code == 0);
    CHECK(folder.read(file).find("China") != std::string::npos);
    CHECK(fs::status(folder.path() / file).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
  }
  CHECK(folder.run("build a.txt -o week.csv").code == 0);
  CHECK(folder.run("build a.txt -o only.nodes.csv").code == 0);
  CHECK(folder.read("only.nodes.csv") == folder.read("week.nodes.csv"));
  CHECK(folder.read("week.csv").find("Source,Target") == 0);
  CHECK(folder.read("week.evidence.csv").find("relation,source") == 0);
  CHECK(folder.read("week.articles.csv").find("Id,title") == 0);
  CHECK(folder.run("build a.txt -o week.ftm").code == 0);
  CHECK(folder.run("build a.txt -o week.ftm.json").code == 0);
  CHECK(folder.read("week.ftm.json") == folder.read("week.ftm"));
  CHECK(folder.run("build a.txt -o week.gv").code == 0);
  CHECK(folder.read("week.gv").find("digraph entente {") != std::string::npos);
  CHECK(!folder.has("only.nodes.nodes.csv"));
}

// Read by the fast model: under the sanitizers the accurate one takes minutes for texts of this size.
TEST_CASE("build takes odd bytes for text") {
  const Folder folder;
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) {
    bytes += static_cast<char>(0x20 + i * 7919 % 0xE0);
  }
  const std::vector<std::pair<std::string, std::string>> texts = {
      {"empty.txt", ""},
      {"blank.txt", " \n\n \t"},
      {"bytes.txt", bytes},
      {"half.txt", "Angela Merkel visited Par\xe2\x82"},
      {"latin.txt", "Fran\xe7ois Hollande met Angela Merkel."},
      {"zero.txt", std::string("Angela Merkel\0 met Macron.", 26)},
      {"endless.txt", endless(100'000)},
      {"letters.txt", std::string(1'000'000, 'x')},
      {"brackets.html", std::string(200'000, '<')},
      {"deep.html", [] {
         std::string deep;
         for (int i = 0; i < 50'000; ++i) {
           deep += "<div>";
         }
         return deep + "Angela Merkel met Macron.";
       }()}};
  for (const auto& [file, text] : texts) {
    CAPTURE(file);
    folder.write(file, text);
    const Run run = folder.run("build " + file + " --model fast --format json");
    CAPTURE(run.err);
    CHECK(run.code == 0);
    CHECK(nlohmann::json::accept(run.out));
  }
}

TEST_CASE("build takes odd bytes for text with the accurate model, too") {
  const Folder folder;
  const std::vector<std::pair<std::string, std::string>> texts = {{"blank.txt", " \n\n \t"},
                                                                  {"half.txt", "Angela Merkel visited Par\xe2\x82"},
                                                                  {"endless.txt", endless(10'000)},
                                                                  {"letters.txt", std::string(50'000, 'x')}};
  for (const auto& [file, text] : texts) {
    CAPTURE(file);
    folder.write(file, text);
    const Run run = folder.run("build " + file + " --model accurate --format json");
    CAPTURE(run.err);
    CHECK(run.code == 0);
    CHECK(nlohmann::json::accept(run.out));
  }
}

TEST_CASE("build gives the same bytes twice") {
  const Folder folder;
  folder.write("summit.txt", Summit + Trade);
  for (const char* format : {"json", "text", "svg", "dot"}) {
    CAPTURE(format);
    const std::string once = folder.run("build summit.txt --format " + std::string(format)).out;
    CHECK(!once.empty());
    CHECK(folder.run("build summit.txt --format " + std::string(format)).out == once);
  }
}

TEST_CASE("build joins the actors that the user's file says are one") {
  const Folder folder;
  folder.write("article.txt", "Anna Roe visited Peru on Monday. Rita Lund praised Karl Bone.\n");
  folder.write("actors.tsv", "Anna Roe\tsame\tRita Lund\n");
  const auto graph = nlohmann::json::parse(folder.run("build article.txt --actors actors.tsv --format json").out);
  CHECK(has_node(graph, "Anna Roe"));
  CHECK(!has_node(graph, "Rita Lund"));

  folder.write("bad.tsv", "Anna Roe\tsame\n");
  const Run bad = folder.run("build article.txt --actors bad.tsv");
  CHECK(bad.code == 1);
  CHECK(bad.err.find("expected in the third column the names that mean 'Anna Roe' too") != std::string::npos);
}
