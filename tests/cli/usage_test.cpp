// Errors, help, and the verbs that work on saved graphs.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <entente/formats/json.hpp>
#include <graph/networks.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

// Written by hand, so that answers do not depend on how well articles are read.
std::string world() {
  return entente::write_json(network({
      "alexander-lukashenko -visits-> russia/country",
      "vladimir-putin -leads-> russia",
      "xi-jinping -visits(planned)-> russia",
      "alexander-lukashenko -meets-> vladimir-putin",
      "vladimir-putin -meets-> xi-jinping",
      "bashar-assad -opposes(negated)-> xi-jinping",
  }));
}

}  // namespace

TEST_CASE("wrong usage ends with 2 and says what was expected") {
  const Folder folder;
  folder.write("a.txt", "Merkel met Macron.");
  folder.write("g.json", world());
  const std::vector<std::pair<std::string, std::string>> wrong = {
      {"", "Subcommands:"},
      {"sing", "sing"},
      {"query g.json sing", "sing"},
      {"build", "ARTICLE"},
      {"build a.txt --colour red", "--color"},
      {"build a.txt -o graph.xyz", "entente: graph.xyz: its ending tells no format; expected one of .txt .json"},
      {"build a.txt -o graph", "its ending tells no format"},
      {"build a.txt --format xyz", "entente: --format: found \"xyz\"; expected one of"},
      {"build a.txt --date 2023-02-30", "entente: --date: found \"2023-02-30\"; expected a date like 2023-03-18"},
      {"build a.txt --date yesterday", "entente: --date: found \"yesterday\"; expected a date like 2023-03-18"},
      {"build a.txt --jobs 0", "--jobs"},
      {"build a.txt --lines --format svg", "entente: --lines: writes a graph as JSON on each line, not svg"},
      {"build a.txt --lines -o x.svg", "entente: --lines: writes a graph as JSON on each line, not svg"},
      {"build --bogs a.txt --jobss 2", "entente build: there is no option --bogs; the nearest is --jobs"},
      {"build a.txt --flavour", "\nentente build --help says what it takes"},
      {"biuld a.txt", "entente: there is no verb \"biuld\"; the nearest is build\nentente --help"},
      {"query g.json neighbor putin", "entente query: there is no verb \"neighbor\"; the nearest is neighbors"},
      {"query g.json neighbors putin --dept 2",
       "entente query neighbors: there is no option --dept; the nearest is --d"},
      {"query g.json neighbors putin --depth 0", "found \"0\"; expected a whole number, at least 1"},
      {"query g.json ego putin --top 3", "there is no option --top"},
      {"query g.json path putin xi --all --most 0", "found \"0\"; expected a whole number, at least 1"},
      {"query g.json rank --top -1", "found \"-1\"; expected a whole number, at least 0"},
      {"draw g.json --top -1", "found \"-1\"; expected a whole number, at least 0"},
      {"query g.json", "A question"},
      {"query g.json neighbors", "ACTOR"},
      {"query g.json relations --type visit",
       "entente: --type: there is no relation type \"visit\"; the nearest are visits"},
      {"query g.json ego putin --json -o x.svg", "entente: x.svg: --json writes json, the ending says svg"},
      {"query g.json between putin vladimir", "entente: \"putin\" and \"vladimir\" both mean Vladimir Putin"},
      {"query g.json relations --status dreamt", "--status"},
      {"query g.json relations --since May", "entente: --since: found \"May\"; expected a date like 2023-03-18"},
      {"query g.json rank --by beauty", "--by"},
      {"draw g.json --group colour", "--group"},
      {"build a.txt --format json --group country", "entente: --group: is for pictures and pages, not for json"},
      {"merge", "GRAPH"}};
  for (const auto& [arguments, message] : wrong) {
    CAPTURE(arguments);
    const Run run = folder.run(arguments);
    CAPTURE(run.err);
    CHECK(run.code == 2);
    CHECK(run.out.empty());
    CHECK(run.err.find(message) != std::string::npos);
  }
}

TEST_CASE("what cannot be done ends with 1 and says why") {
  const Folder folder;
  folder.write("empty/readme.rst", "");
  folder.write("a.txt", "Merkel met Macron.");
  folder.write("bad.json", "{\"nodes\": 3}");
  folder.write("g.json", world());
  folder.write("graph", world());
  folder.write("graphs.jsonl", nlohmann::json::parse(world()).dump() + "\n");
  folder.write("notes.json", "[1, 2]");
  const std::vector<std::pair<std::string, std::string>> failing = {
      {"build missing.txt", "entente: missing.txt: no such file or folder"},
      {"build empty", "entente: empty: holds no articles; expected files that end in .txt"},
      {"build a.txt -o nowhere/graph.json", "entente: nowhere/graph.json: cannot be written"},
      {"build a.txt --lines -o nowhere/graph.jsonl", "entente: nowhere/graph.jsonl: cannot be written"},
      {"build a.txt --relations missing.tsv", "entente: missing.tsv: no such file"},
      {"query bad.json actors", "entente: bad.json: nodes: found a whole number; expected a list"},
      {"query g.json neighbors nobody", "entente: the graph has no actor \"nobody\"; nor one with a name like it"},
      {"query g.json relations --article b", "entente: the graph has no article \"b\"; the nearest are a"},
      {"merge --strict bad.json g.json", "entente: bad.json: nodes"},
      {"merge bad.json", "entente: bad.json: nodes"},
      {"build g.json", "entente: g.json: is a graph, not an article; entente query, draw and merge read graphs"},
      {"build graph", "entente: graph: is a graph, not an article"},
      {"build graphs.jsonl",
       "entente: graphs.jsonl: is a file of graphs, not of articles; entente merge makes one of them"},
      {"query '' actors", "entente: \"\": no such file or folder"},
      {"merge a.txt", "entente: a.txt: is no graph; entente build makes one of articles"},
      {"build notes.json", "entente: notes.json: is JSON, but no article"},
      {"types --relations missing.tsv", "entente: missing.tsv: no such file"}};
  for (const auto& [arguments, message] : failing) {
    CAPTURE(arguments);
    const Run run = folder.run(arguments);
    CAPTURE(run.err);
    CHECK(run.code == 1);
    CHECK(run.out.empty());
    CHECK(run.err.find(message) == 0);
  }
}

TEST_CASE("output that cannot be written is an error") {
  const Folder folder;
  folder.write("g.json", world());
  CHECK(folder.run("query g.json actors > /dev/full 2> error; test $? = 1").code == 0);
  CHECK(folder.read("error").find("entente: standard output: cannot be written") == 0);
}

TEST_CASE("help and version are printed, with an example for each verb") {
  const Folder folder;
  CHECK(folder.run("--version").out.find("entente ") == 0);
  CHECK(folder.run("--help").code == 0);
  for (const char* verb : {"build", "explain", "draw", "query", "merge", "types", "help", "completion"}) {
    CAPTURE(verb);
    const Run run = folder.run(std::string(verb) + " --help");
    CHECK(run.code == 0);
    CHECK(run.out.find("Example") != std::string::npos);
    CHECK(run.out.find("entente " + std::string(verb)) != std::string::npos);
  }
}

TEST_CASE("types are listed, with the user's own") {
  const Folder folder;
  folder.write("own.tsv", "type\tcourts\tcourts\talignment\tdirected\t02\tREQUEST\tthe one woos the other\n");
  CHECK(folder.run("types").out.find("is allied with") != std::string::npos);
  const Run run = folder.run("types --relations own.tsv");
  CHECK(run.code == 0);
  CHECK(run.out.find("the one woos the other") != std::string::npos);
}

TEST_CASE("explain says what every stage saw, as words and as CoNLL-U") {
  const Folder folder;
  folder.write("a.txt", "Angela Merkel met Emmanuel Macron. He praised her.");
  const Run words = folder.run("explain a.txt");
  CHECK(words.code == 0);
  for (const char* part : {"[1]", "words", "tree", "names", "actors", "relations", "Macron", "2 actors"}) {
    CAPTURE(part);
    CHECK(words.out.find(part) != std::string::npos);
  }
  const Run conllu = folder.run("explain --conllu a.txt");
  CHECK(conllu.code == 0);
  CHECK(conllu.out.find("# text = Angela Merkel met Emmanuel Macron.") != std::string::npos);
  CHECK(folder.run("explain --conllu a.txt --date 2023-03-18").out.find("# meta::dateCreated = 2023-03-18\n") !=
        std::string::npos);
  folder.write(
      "given.conllu",
      "# sent_id = s-7\n# text = Angela met.\n1\tAngela\t_\t_\t_\t_\t_\t_\t_\t_\n2\tmet.\t_\t_\t_\t_\t_\t_\t_\t_\n\n");
  const Run given = folder.run("explain --conllu given.conllu");
  CHECK(given.code == 0);
  CHECK(given.out.find("# sent_id = s-7\n") != std::string::npos);
  CHECK(given.out.find("\n2\tmet.\t") != std::string::npos);
}

TEST_CASE("query answers in tables and in JSON") {
  const Folder folder;
  folder.write("g.json", world());
  const auto json = [&](const std::string& query) {
    const Run run = folder.run("query g.json " + query + " --json");
    CAPTURE(query);
    CAPTURE(run.err);
    CHECK(run.code == 0);
    return nlohmann::json::parse(run.out);
  };
  CHECK(json("actors").size() == 5);
  CHECK(json("relations").size() == 6);
  CHECK(json("relations --top 2").size() == 2);
  CHECK(json("relations --family encounter --status asserted").size() == 3);
  CHECK(json("relations --status ended").empty());
  CHECK(json("relations --type leads,opposes").size() == 2);
  CHECK(json("relations --min-confidence 0.9").empty());
  CHECK(json("relations --min-confidence 0.5").size() == 6);
  CHECK(json("relations --since 2024-01-10 --until 2024-01-10").size() == 6);
  CHECK(json("relations --since 2024-01-11").empty());
  CHECK(json("timeline --until 2024-01-09").empty());
  CHECK(json("relations --article a").size() == 6);
  CHECK(json("evidence putin --speaker xi").empty());
  CHECK(json("path lukashenko xi --type leads")["paths"].empty());
  CHECK(json("neighbors putin").size() == 3);
  CHECK(json("neighbors PUTIN --out").size() == 2);
  CHECK(json("neighbors putin --in").size() == 1);
  CHECK(json("neighbors putin --in --out").size() == 3);
  CHECK(json("neighbors putin --depth 3").size() == 4);
  CHECK(json("between putin \"Xi Jinping\"")[0]["type"] == "meets");
  CHECK(json("common lukashenko xi").size() == 2);
  CHECK(json("components").size() == 2);  // the fifth has only a relation that is denied
  CHECK(json("components --negated").size() == 1);
  CHECK(json("groups").size() >= 1);
  CHECK(json("rank --by degree")[0]["actor"] == "russia");
  CHECK(json("rank")[0]["score"].is_number());
  CHECK(json("rank --by degree")[4]["score"] == 0.0);
  CHECK(json("rank --by degree --negated")[4]["score"] == 1.0);
  CHECK(json("timeline putin").size() == 3);
  CHECK(json("evidence assad")[0]["status"] == "negated");
  CHECK(json("ego lukashenko")["nodes"].size() == 3);
  const auto path = json("path lukashenko xi");
  CHECK(path["paths"][0]["actors"].size() == 3);
  CHECK(path["paths"][0]["steps"][0]["text"].is_string());
  CHECK(json("path lukashenko xi --all --max-hops 3")["paths"].size() == 4);
  CHECK(json("path assad putin")["paths"].empty());
  CHECK(json("path assad putin --negated")["paths"].size() == 1);
  CHECK(json("path assad putin")["reachable"] == 0);
  CHECK(folder.run("query g.json path assad putin").out ==
        "no path from Bashar Assad to Vladimir Putin within 6 hops (0 actors reachable)\n");
  CHECK(folder.run("query g.json path lukashenko xi").out.find("Alexander Lukashenko – ") == 0);
  CHECK(folder.run("query g.json between assad putin").out == "Bashar Assad and Vladimir Putin have no relation\n");
  CHECK(folder.run("query - rank", world()).code == 0);
}

TEST_CASE("a graph is known by its content, whatever it is called") {
  const Folder folder;
  folder.write("graph", world());
  CHECK(folder.run("query graph between putin xi --json").out.find("meets") != std::string::npos);
}

TEST_CASE("a name that is one actor's id and others' name is answered, and the others are told") {
  const Folder folder;
  nlohmann::json graph = nlohmann::json::parse(world());
  graph["nodes"][0]["aliases"] = {"Russia"};
  folder.write("g.json", graph.dump());
  const Run run = folder.run("query g.json neighbors russia --json");
  CHECK(run.code == 0);
  CHECK(nlohmann::json::parse(run.out).size() == 3);
  CHECK(run.err.find("entente: \"russia\" is taken for Russia (russia), 3 mentions; so called are also ") == 0);
  CHECK(folder.run("query g.json neighbors putin").err.empty());
}

TEST_CASE("query asks an article, too") {
  const Folder folder;
  folder.write("a.txt", "Angela Merkel met Emmanuel Macron.");
  const Run run = folder.run("query a.txt between merkel macron");
  CHECK(run.code == 0);
  CHECK(run.out.find("meets") != std::string::npos);
}

TEST_CASE("merge gives the same bytes in any order, and of lines") {
  const Folder folder;
  const std::string a = entente::write_json(network({"xi -meets-> li"}, "a"));
  const std::string b = entente::write_json(network({"xi-jinping -visits-> russia/country"}, "b"));
  const std::string c = entente::write_json(network({"xi-jinping -visits-> russia/country"}, "c"));
  folder.write("a.json", a);
  folder.write("b.json", b);
  folder.write("c.json", c);
  const Run all = folder.run("merge a.json b.json c.json --format json");
  CHECK(all.code == 0);
  CHECK(folder.run("merge c.json a.json b.json --format json").out == all.out);
  std::string lines;
  for (const std::string& graph : {a, b, c}) {
    lines += nlohmann::json::parse(graph).dump() + "\n";
  }
  folder.write("all.jsonl", lines);
  CHECK(folder.run("merge all.jsonl --format json").out == all.out);
}

TEST_CASE("draw makes a picture of a saved graph") {
  const Folder folder;
  folder.write("g.json", world());
  CHECK(folder.run("draw g.json -o g.svg --top 3").code == 0);
  CHECK(folder.read("g.svg").find("<svg") != std::string::npos);
  CHECK(folder.run("draw g.json --around putin --type meets").out.find("Xi Jinping") != std::string::npos);
  CHECK(folder.run("draw g.json -o g.pdf --engine neato --page portrait --theme dark").code == 0);
  CHECK(folder.run("draw g.json --around nobody").code == 1);
  CHECK(folder.run("draw g.json --group country").out.find("class=\"frame\"") != std::string::npos);
  CHECK(folder.run("draw g.json --group country --engine neato").code == 2);
}

TEST_CASE("a page that is drawn of an article holds the whole article") {
  const Folder folder;
  folder.write("a.txt", "Merkel met Macron in Paris. It rained all day.\n");
  for (const char* verb : {"build", "draw"}) {
    CAPTURE(verb);
    CHECK(folder.run(std::string(verb) + " a.txt --format html").out.find("It rained all day.") != std::string::npos);
  }
}
