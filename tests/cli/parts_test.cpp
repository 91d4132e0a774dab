// A corpus that is read and merged in parts, as a cluster does it.
#include <algorithm>
#include <string>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

const std::string Monday = R"({"id": "a", "text": "Anna Halden leads Acme. Anna Halden met Olaf Scholz in Oslo."})"
                           "\n"
                           R"({"id": "b", "text": "Anna Halden visited Norway. Acme praised Anna Halden."})"
                           "\n";
const std::string Tuesday = R"({"id": "c", "text": "Mrs Halden thanked Acme, and Mrs Halden visited Norway."})"
                            "\n"
                            R"({"id": "d", "text": "Georgia supports Norway. Scholz visited Georgia."})"
                            "\n";

}  // namespace

TEST_CASE("parts that know who is who merge to the graph that is merged at once") {
  const Folder folder;
  folder.write("monday.jsonl", folder.run("build --lines --model fast -", Monday).out);
  folder.write("tuesday.jsonl", folder.run("build --lines --model fast -", Tuesday).out);
  const Run whole = folder.run("merge monday.jsonl tuesday.jsonl --format json");
  CHECK(whole.out.find("\"halden\"") == std::string::npos);  // Anna Halden, by what Monday says
  CHECK(folder.run("identify monday.jsonl tuesday.jsonl -o who.jsonl").code == 0);
  const auto who = nlohmann::json::parse(folder.read("who.jsonl").substr(0, folder.read("who.jsonl").find('\n')));
  CHECK(who["article"]["id"] == "c");
  CHECK(who["persons"][0]["id"] == "halden");
  CHECK(who["persons"][0]["person"] == "anna-halden");
  CHECK(who["persons"][0]["reason"].get<std::string>().find("Anna Halden is in 2 articles") != std::string::npos);
  for (const std::string day : {"monday", "tuesday"}) {
    CHECK(folder.run("merge --who who.jsonl " + day + ".jsonl -o " + day + "-part.jsonl").code == 0);
    CHECK(folder.run("identify --sightings " + day + ".jsonl -o " + day + "-seen.jsonl").code == 0);
    CHECK(folder.read(day + "-seen.jsonl").size() < folder.read(day + ".jsonl").size());
  }
  CHECK(folder.run("merge --parts monday-part.jsonl tuesday-part.jsonl --format json").out == whole.out);
  CHECK(folder.run("merge --parts tuesday-part.jsonl monday-part.jsonl --format json").out == whole.out);
  CHECK(folder.run("merge monday-part.jsonl tuesday-part.jsonl --format json").out != "");
  CHECK(folder.run("identify monday-seen.jsonl tuesday-seen.jsonl").out == folder.read("who.jsonl"));
}

TEST_CASE("identify and merge refuse what says of nobody who he is") {
  const Folder folder;
  folder.write("graphs.jsonl", folder.run("build --lines --model fast -", Monday).out + "{\"nodes\": 3}\n");
  folder.write("bad.jsonl", "{\"article\": {\"id\": \"a\"}}\n");
  const Run who = folder.run("merge --who bad.jsonl graphs.jsonl");
  CHECK(who.code == 1);
  CHECK(who.err.find("entente: bad.jsonl:1: says of no article who its persons are; expected a line as entente "
                     "identify writes it; run entente identify") == 0);
  const Run some = folder.run("identify graphs.jsonl");
  CHECK(some.code == 1);
  CHECK(some.err.find("entente: graphs.jsonl:3: nodes: found a whole number") == 0);
  CHECK(folder.run("identify --strict graphs.jsonl -o who.jsonl").code == 1);
  CHECK(!folder.has("who.jsonl"));
  CHECK(folder.run("merge --parts --joins joins.tsv graphs.jsonl").code == 2);
}

TEST_CASE("build --lines --faults has a line for every article") {
  const Folder folder;
  CHECK(folder.run("build --faults --model fast -", Monday).code == 2);
  const Run run = folder.run("build --lines --faults --model fast -", "{\"id\": \"a\"}\nno article\n" + Monday);
  CHECK(run.code == 1);
  CHECK(run.out.find("{\"fault\":\"standard input:1: has no \\\"text\\\"; expected") == 0);
  CHECK(run.out.find("\n{\"fault\":\"standard input:2: is not JSON at byte") != std::string::npos);
  CHECK(std::count(run.out.begin(), run.out.end(), '\n') == 4);
}

TEST_CASE("a line may hold a file, whose bytes say what it is") {
  const Folder folder;
  folder.write("news/rail.html", "<html><title>Rail</title><body><p>Acme sued Norway.</p></body></html>");
  folder.write("news/accents.txt", "Acme met St\xF8re and Gahr St\xF8re met Acme.");
  const std::string page =
      R"({"file": "news/rail.html", "base64": "PGh0bWw+PHRpdGxlPlJhaWw8L3RpdGxlPjxib2R5PjxwPkFjbWUgc3VlZCBOb3J3YXkuPC9wPjwvYm9keT48L2h0bWw+"})";
  const std::string accents =
      R"({"file": "news/accents.txt", "base64": "QWNtZSBtZXQgU3T4cmUgYW5kIEdhaHIgU3T4cmUgbWV0IEFjbWUu"})";
  const Run files = folder.run("build --lines --model fast news/rail.html news/accents.txt");
  CHECK(folder.run("build --lines --model fast -", page + "\n" + accents + "\n").out == files.out);
  for (const char* bad : {R"({"file": "a.txt", "base64": "QQ==="})", R"({"file": "a.txt", "base64": "Q"})",
                          R"({"file": "a.txt", "base64": "Q!=="})", R"({"base64": "QWNtZQ=="})",
                          R"({"file": "a.txt", "base64": "iVBORw0KGgo="})"}) {
    CAPTURE(bad);
    CHECK(folder.run("build --lines --model fast -", std::string(bad) + "\n").code == 1);
  }
}

TEST_CASE("a store takes the graphs that were read elsewhere") {
  const Folder folder;
  folder.write("monday.jsonl", Monday);
  folder.run("store read.db add --model fast monday.jsonl");
  const std::string graphs = folder.run("build --lines --model fast monday.jsonl").out;
  const std::size_t half = graphs.find('\n');
  const std::size_t middle = Monday.find('\n');
  std::string lines = Monday.substr(0, middle - 1) + ", \"graph\": " + graphs.substr(0, half) + "}\n";
  lines += Monday.substr(middle + 1, Monday.size() - middle - 3) + ", \"graph\": " + graphs.substr(half + 1);
  lines.insert(lines.size() - 1, "}");
  const Run added = folder.run("store taken.db add --graphs --model fast -", lines);
  CHECK(added.code == 0);
  CHECK(added.err.find("2 added") == 0 + std::string("entente: ").size());
  CHECK(folder.run("store taken.db list --json").out == folder.run("store read.db list --json").out);
  CHECK(folder.run("store taken.db export -f json").out == folder.run("store read.db export -f json").out);
  CHECK(folder.run("store taken.db reread --model fast").err.find("0 read again") != std::string::npos);
  // The graph of another article.
  const std::string wrong = R"({"id": "x", "text": "Acme.", "graph": )" + graphs.substr(0, half) + "}\n";
  const Run refused = folder.run("store taken.db add --graphs --model fast -", wrong);
  CHECK(refused.code == 1);
  CHECK(refused.err.find("has a graph that was not read of it; expected the one that entente build --lines writes") !=
        std::string::npos);
  CHECK(folder.run("store taken.db add --model fast -", wrong).code == 0);  // it is read, then
}
