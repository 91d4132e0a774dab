// One file of corrections, wherever a graph comes from.
#include <set>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

constexpr const char* Text = "Russia attacked Ukraine. Poland supports Ukraine. Norway criticised Russia.";
constexpr const char* Rows =
    "# what is wrong\nstrike\tRussia\tattacks\tUkraine\nretype\tNorway\tcriticizes\tRussia\twarns\nnot\tPoland\n";

// "norway warns russia", of a graph in JSON.
std::set<std::string> relations(const Run& run) {
  CAPTURE(run.err);
  REQUIRE(run.code == 0);
  std::set<std::string> all;
  const auto graph = nlohmann::json::parse(run.out);
  for (const auto& edge : graph["edges"]) {
    all.insert(edge["source"].get<std::string>() + " " + edge["type"].get<std::string>() + " " +
               edge["target"].get<std::string>());
  }
  return all;
}

}  // namespace

TEST_CASE("corrections hold for articles, saved graphs and stores alike") {
  const Folder folder;
  folder.write("a.txt", Text);
  folder.write("b.txt", Text);
  folder.write("corrections.tsv", Rows);
  REQUIRE(folder.run("build a.txt -o graph.json").code == 0);
  REQUIRE(folder.run("store news.db add a.txt").code == 0);
  const std::set<std::string> read = relations(folder.run("draw graph.json -f json"));
  REQUIRE(read.contains("russia attacks ukraine"));
  REQUIRE(read.contains("norway criticizes russia"));
  REQUIRE(read.contains("poland supports ukraine"));
  const std::set<std::string> corrected = {"norway warns russia"};
  for (const char* command :
       {"build a.txt -f json", "build a.txt b.txt -f json", "draw graph.json -f json", "draw a.txt -f json",
        "merge graph.json -f json", "draw news.db -f json", "merge news.db -f json", "store news.db export -f json"}) {
    CAPTURE(command);
    CHECK(relations(folder.run(std::string(command) + " --relations corrections.tsv")) == corrected);
  }
  CHECK(relations(folder.run("query graph.json --relations corrections.tsv ego norway -f json")) == corrected);
  for (const char* graph : {"graph.json", "a.txt", "news.db"}) {
    CAPTURE(graph);
    const std::string query = "query " + std::string(graph) + " --relations corrections.tsv between ";
    CHECK(folder.run(query + "norway russia").out.find("warns") != std::string::npos);
    CHECK(folder.run(query + "russia ukraine").out.find("have no relation") != std::string::npos);
  }
  // What was read stays as it is; the same file beside the store holds without being named.
  CHECK(relations(folder.run("draw news.db -f json")) == read);
  folder.write("news.db.corrections", Rows);
  CHECK(relations(folder.run("draw news.db -f json")) == corrected);
}

TEST_CASE("corrections that cannot be read are told with their line") {
  const Folder folder;
  folder.write("a.txt", Text);
  REQUIRE(folder.run("build a.txt -o graph.json").code == 0);
  folder.write("corrections.tsv", "strike\tRussia\tattacks\tUkraine\nstrike\tRussia\tdances\tUkraine\n");
  for (const char* command : {"build a.txt", "draw graph.json", "merge graph.json", "query graph.json"}) {
    CAPTURE(command);
    const Run run = folder.run(std::string(command) + " --relations corrections.tsv" +
                               (std::string(command).starts_with("query") ? " actors" : ""));
    CHECK(run.code == 1);
    CHECK(run.err.find("corrections.tsv:2") != std::string::npos);
    CHECK(run.err.find("dances") != std::string::npos);
  }
}
