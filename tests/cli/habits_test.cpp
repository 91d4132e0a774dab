// What users of other command lines expect of this one.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <entente/formats/json.hpp>
#include <graph/networks.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

const std::string Visit = "Angela Merkel visited Paris on Monday. She met Emmanuel Macron.\n";

std::string line(const std::string& id, const std::string& text) {
  return nlohmann::json({{"id", id}, {"text", text}}).dump() + "\n";
}

std::string articles() { return line("a", Visit) + line("b", "Emmanuel Macron visited Berlin.\n"); }

// A sentence that is wider than any terminal.
std::string long_sentence() {
  std::string text = "Angela Merkel met Emmanuel Macron";
  for (int i = 0; i < 40; ++i) {
    text += " in the rain";
  }
  return text + " and spoke of needles.\n";
}

// Written by hand, so that answers do not depend on how well articles are read.
entente::Network corpus() {
  entente::Network net =
      network({"george-w-bush -meets-> tony-blair", "george-w-bush -visits-> france/country",
               "jeb-bush -meets-> tony-blair", "bush -praises-> france", "ann-lee -meets-> joe-lee"});
  for (auto [v, end] = boost::vertices(net); v != end; ++v) {
    const std::size_t mentions = net[*v].id == "george-w-bush" ? 90 : net[*v].id == "jeb-bush" ? 9 : 4;
    net[*v].mentions.resize(mentions, net[*v].mentions.front());
    net[*v].country = net[*v].id == "george-w-bush" ? "united-states" : "";
  }
  return net;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
    ++found;
  }
  return found;
}

std::vector<std::string> ids(const std::string& rows) {
  std::vector<std::string> all;
  for (const auto& row : nlohmann::json::parse(rows)) {
    all.push_back(row["id"]);
  }
  return all;
}

}  // namespace

TEST_CASE("an article without a verb is built") {
  const Folder folder;
  folder.write("a.txt", Visit);
  folder.write("types.txt", Visit);
  const std::string list = folder.run("build a.txt").out;
  CHECK(folder.run("a.txt").out == list);
  CHECK(folder.run("./a.txt").out == list);
  CHECK(folder.run("-", Visit).out.find("Angela Merkel") != std::string::npos);
  CHECK(folder.run("--format json a.txt").out == folder.run("build a.txt --format json").out);
  CHECK(folder.run("-o a.svg a.txt").code == 0);
  CHECK(folder.read("a.svg").find("<svg") != std::string::npos);
  CHECK(folder.run("-q a.txt").out == list);
  const Run missing = folder.run("b.txt");
  CHECK(missing.code == 1);
  CHECK(missing.err == "entente: b.txt: no such file or folder\n");
  const Run typo = folder.run("biuld a.txt");
  CHECK(typo.code == 2);
  CHECK(typo.err.find("there is no verb \"biuld\"; the nearest is build") != std::string::npos);
}

TEST_CASE("help is where people look for it") {
  const Folder folder;
  CHECK(folder.run("help").out == folder.run("--help").out);
  CHECK(folder.run("help").out == folder.run("-h").out);
  CHECK(folder.run("help build").out == folder.run("build --help").out);
  CHECK(folder.run("help query path").out.find("Usage: entente query path [OPTIONS] A B") != std::string::npos);
  CHECK(folder.run("-V").out == folder.run("--version").out);
  const Run none = folder.run("help bulid");
  CHECK(none.code == 2);
  CHECK(none.err == "entente: there is no verb \"bulid\"; the nearest is build\n");
  CHECK(folder.run("version").err.find("the nearest is --version") != std::string::npos);
  CHECK(folder.run("upgrade").err.find("nearest") == std::string::npos);
}

TEST_CASE("short options do what they do elsewhere") {
  const Folder folder;
  folder.write("a.txt", Visit);
  CHECK(folder.run("build a.txt -f json").out == folder.run("build a.txt --format json").out);
  CHECK(folder.run("build a.txt -j2 -d 2020-01-01 -fjson").out.find("2020-01-01") != std::string::npos);
  CHECK(folder.run("build a.txt -n 1 -f json").out == folder.run("build a.txt --top 1 --format json").out);
  CHECK(folder.run("build a.txt -v -o a.json").err.find("entente: a.json: written\n") != std::string::npos);
  folder.write(
      "french.txt",
      "Le président russe soutient la Chine et il est venu hier avec ses ministres pour la paix dans le monde. "
      "Les ministres ont parlé de la guerre et de la paix avec le président de la République. Ils ont dit que la "
      "Chine est une amie de la Russie et que les deux pays sont unis.\n");
  CHECK(folder.run("build french.txt").err.find("English") != std::string::npos);
  CHECK(folder.run("build french.txt -q").err.empty());
  CHECK(folder.run("build missing.txt -q").err.find("no such file") != std::string::npos);
  CHECK(folder.run("build a.txt --colour always").out.find("\x1b[1m") != std::string::npos);
  CHECK(folder.run("build a.txt --color never").out == folder.run("build a.txt").out);
}

TEST_CASE("- is standard output, and several files may be written at once") {
  const Folder folder;
  folder.write("a.txt", Visit);
  const Run run = folder.run("build a.txt -o - --format svg");
  CHECK(run.out.find("<svg") != std::string::npos);
  CHECK(!folder.has("-"));
  CHECK(folder.run("build a.txt -o -").out == folder.run("build a.txt").out);
  CHECK(folder.run("build --lines a.txt -o -").out.find("{\"directed\"") == 0);
  CHECK(!folder.has("-"));
  const Run both = folder.run("build a.txt -o a.json -o a.svg -o -");
  CHECK(both.code == 0);
  CHECK(both.out == folder.run("build a.txt").out);
  CHECK(folder.read("a.json") == folder.run("build a.txt -f json").out);
  CHECK(folder.read("a.svg") == folder.run("build a.txt -f svg").out);
  CHECK(folder.run("query a.json actors -o - --json").out == folder.run("query a.json actors --json").out);
  CHECK(folder.run("query a.json ego merkel -o - --json").out.find("\"nodes\"") != std::string::npos);
  CHECK(!folder.has("-"));
}

TEST_CASE("nothing is cut in a pipe") {
  const Folder folder;
  folder.write("a.txt", long_sentence());
  CHECK(folder.run("build a.txt -o a.json").code == 0);
  for (const char* arguments : {"build a.txt", "query a.json relations", "query a.json evidence merkel",
                                "query a.json path merkel macron", "query a.json neighbors merkel"}) {
    CAPTURE(arguments);
    const Run run = folder.run(arguments);
    CHECK(run.out.find("spoke of needles.") != std::string::npos);
    CHECK(run.out.find("…") == std::string::npos);
  }
  CHECK(folder.shell("\"$ENTENTE\" query a.json evidence merkel | grep -c needles").out == "1\n");
}

TEST_CASE(
    "graphs and articles on lines are taken by every verb, from files and standard input, whatever they are called") {
  const Folder folder;
  folder.write("articles.ndjson", articles());
  folder.write("articles.jsonl", articles());
  const std::string lines = folder.run("build --lines articles.jsonl").out;
  CHECK(count(lines, "\n") == 2);
  CHECK(folder.run("build --lines articles.ndjson").out == lines);
  CHECK(folder.run("build articles.ndjson -o graphs.jsonl").code == 0);
  CHECK(folder.read("graphs.jsonl") == lines);
  CHECK(folder.run("build articles.ndjson --format ndjson").out == lines);
  for (const char* name : {"graphs.ndjson", "graphs.json", "graphs.lines"}) {
    folder.write(name, lines);
  }
  const std::string whole = folder.run("merge graphs.jsonl --format json").out;
  const std::string actors = folder.run("query graphs.jsonl actors --json").out;
  CHECK(ids(actors).size() == 4);
  for (const std::string name : {"graphs.ndjson", "graphs.json", "graphs.lines", "articles.ndjson"}) {
    CAPTURE(name);
    if (name != "articles.ndjson") {
      CHECK(folder.run("merge " + name + " --format json").out == whole);
    }
    CHECK(folder.run("query " + name + " actors --json").out == actors);
    CHECK(folder.run("draw " + name + " -f gv").out == folder.run("draw graphs.jsonl -f gv").out);
    CHECK(folder.run("query - actors --json", folder.read(name)).out == actors);
    CHECK(folder.run("draw - -f gv", folder.read(name)).out == folder.run("draw graphs.jsonl -f gv").out);
  }
  CHECK(folder.shell("\"$ENTENTE\" build --lines articles.ndjson | \"$ENTENTE\" merge - -f json").out == whole);
  CHECK(folder.run("explain articles.ndjson").out == folder.run("explain articles.jsonl").out);
  CHECK(folder.run("merge graphs.jsonl -o one.jsonl").code == 0);
  CHECK(count(folder.read("one.jsonl"), "\n") == 1);
  const Run broken = folder.run("query - actors", lines + "{\"nodes\": 3}\n");
  CHECK(broken.code == 1);
  CHECK(broken.err.find("entente: standard input:3: nodes") == 0);
  CHECK(broken.out.find("Angela Merkel") != std::string::npos);
}

TEST_CASE("an address gets advice") {
  const Folder folder;
  for (const char* verb : {"", "build ", "explain ", "merge ", "draw ", "query "}) {
    CAPTURE(verb);
    const std::string question = std::string(verb) == "query " ? " actors" : "";
    const Run run = folder.run(verb + std::string("https://example.org/news") + question);
    CHECK(run.code == 1);
    CHECK(run.err.find("https://example.org/news: is an address, and entente asks no network") != std::string::npos);
    CHECK(run.err.find("curl") != std::string::npos);
  }
}

TEST_CASE("tables come as TSV, CSV and JSON with all fields") {
  const Folder folder;
  folder.write("g.json", entente::write_json(corpus()));
  const auto rows = nlohmann::json::parse(folder.run("query g.json between 'george w bush' blair --json").out);
  REQUIRE(rows.size() == 1);
  for (const char* field : {"source",   "source_name", "type",      "label", "target",    "target_name", "key",
                            "status",   "speaker",     "predicate", "time",  "from",      "to",          "confidence",
                            "evidence", "article",     "begin",     "end",   "sentences", "text"}) {
    CAPTURE(field);
    CHECK(rows[0].contains(field));
  }
  CHECK(rows[0]["sentences"][0]["article"] == "a");
  const std::string tsv = folder.run("query g.json relations --tsv").out;
  CHECK(tsv.find("source\tsource_name\ttype\t") == 0);
  CHECK(tsv.find("\ngeorge-w-bush\tGeorge W Bush\tmeets\tmeets\ttony-blair\tTony Blair\t0\tasserted\t") !=
        std::string::npos);
  CHECK(count(tsv, "\n") == 6);
  const std::string csv = folder.run("query g.json relations --csv").out;
  CHECK(csv.find("source,source_name,type,") == 0);
  CHECK(folder.run("query g.json relations --format csv").out == csv);
  CHECK(folder.run("query g.json relations -o r.csv").code == 0);
  CHECK(folder.read("r.csv") == csv);
  for (const char* question :
       {"actors", "relations", "neighbors blair", "between blair 'george w bush'", "evidence", "path blair france",
        "common 'george w bush' 'jeb bush'", "components", "groups", "rank", "timeline"}) {
    CAPTURE(question);
    const std::string asked = "query g.json " + std::string(question);
    CHECK(nlohmann::json::accept(folder.run(asked + " --json").out));
    const std::string header = folder.run(asked + " --tsv").out;
    CHECK(header.substr(0, header.find('\n')).find('\t') != std::string::npos);
    CHECK(folder.run(asked + " --csv").code == 0);
  }
  CHECK(folder.run("types --csv").out.find("type,label,family,both,CAMEO,PLOVER,meaning\n") == 0);
  CHECK(folder.run("query g.json relations --csv --json").code == 2);
  CHECK(
      folder.run("query g.json relations -o r.xyz").err.find("its ending tells no format; expected one of .txt .tsv") !=
      std::string::npos);
}

TEST_CASE("a cell of CSV is no formula, and one of TSV stays on its line") {
  const Folder folder;
  entente::Network net = corpus();
  net[entente::Vertex{0}].description = "=HYPERLINK(1)";
  net[entente::Vertex{1}].description = "one\ttwo\nthree";
  folder.write("g.json", entente::write_json(net));
  CHECK(folder.run("query g.json actors --csv").out.find("'=HYPERLINK(1)") != std::string::npos);
  const std::string tsv = folder.run("query g.json actors --tsv").out;
  CHECK(tsv.find("one two three") != std::string::npos);
  CHECK(count(tsv, "\n") == 1 + boost::num_vertices(net));
}

TEST_CASE("actors are chosen by kind, country, name, mentions and whether anything is known of them") {
  const Folder folder;
  entente::Network net = corpus();
  entente::Actor alone;
  alone.id = "nobody";
  alone.name = std::string("Nobody");
  alone.kind = entente::ActorKind::Group;
  alone.mentions = {net[entente::Vertex{0}].mentions.front()};
  boost::add_vertex(alone, net);
  folder.write("g.json", entente::write_json(net));
  const auto found = [&](const std::string& options) {
    std::vector<std::string> all = ids(folder.run("query g.json actors --json " + options).out);
    std::sort(all.begin(), all.end());
    return all;
  };
  using Ids = std::vector<std::string>;
  CHECK(found("--kind country") == Ids{"france"});
  CHECK(found("--kind country,group") == Ids{"france", "nobody"});
  CHECK(found("--country 'United States'") == Ids{"george-w-bush"});
  CHECK(found("--country france") == Ids{"france"});
  CHECK(found("--min-mentions 9") == Ids{"george-w-bush", "jeb-bush"});
  CHECK(found("--name lee") == Ids{"ann-lee", "joe-lee"});
  CHECK(found("--connected --kind group").empty());
  CHECK(folder.run("query g.json actors --kind organization").out == "no such actors\n");
  CHECK(folder.run("query g.json actors --kind organisation").out == "no such actors\n");
  const Run type = folder.run("query g.json actors --type person");
  CHECK(type.code == 2);
  CHECK(type.err.find("use --kind person") != std::string::npos);
  // The same part of the graph in any format.
  const auto part = nlohmann::json::parse(folder.run("draw g.json --kind person --min-mentions 9 -f json").out);
  CHECK(part["nodes"].size() == 2);
  CHECK(folder.run("draw g.json --kind person --min-mentions 9").out.find("France") == std::string::npos);
  const auto near = nlohmann::json::parse(folder.run("draw g.json --around france -f json").out);
  CHECK(near["nodes"].size() == 3);
  CHECK(nlohmann::json::parse(folder.run("merge g.json --connected -f json").out)["nodes"].size() == 7);
}

TEST_CASE("build takes the options of draw") {
  const Folder folder;
  folder.write("a.txt", Visit);
  folder.run("build a.txt -o a.json");
  for (const char* options : {"--top 2", "--heading Hello --theme dark", "--around merkel", "--family encounter",
                              "--engine neato --page portrait", "--max-lines 1", "--min-confidence 0.99"}) {
    CAPTURE(options);
    const Run built = folder.run("build a.txt -f svg " + std::string(options));
    CHECK(built.code == 0);
    CHECK(built.out == folder.run("draw a.json -f svg " + std::string(options)).out);
  }
  CHECK(folder.run("draw a.json --lines 1").out == folder.run("draw a.json --max-lines 1").out);
  const Run style = folder.run("build a.txt -f json --theme dark");
  CHECK(style.code == 2);
  CHECK(style.err.find("--theme: is for pictures and pages, not for json") != std::string::npos);
  CHECK(folder.run("build --lines a.txt --top 2").code == 2);
}

TEST_CASE("British and American spellings are one") {
  const Folder folder;
  folder.write("g.json", entente::write_json(network({"labour-party/organisation -criticizes-> france/country"})));
  CHECK(folder.run("query g.json neighbours france").out == folder.run("query g.json neighbors france").out);
  CHECK(folder.run("query g.json relations --type criticises").out.find("criticizes") != std::string::npos);
  CHECK(folder.run("query g.json neighbors 'labor party'").out.find("France") != std::string::npos);
}

TEST_CASE("a surname means its most prominent bearer, and standard error says so") {
  const Folder folder;
  folder.write("g.json", entente::write_json(corpus()));
  const Run run = folder.run("query g.json neighbors bush --json");
  CHECK(run.code == 0);
  CHECK(nlohmann::json::parse(run.out).size() == 2);
  CHECK(run.err ==
        "entente: \"bush\" is taken for George W Bush (george-w-bush), 90 mentions; so called are also Jeb "
        "Bush (jeb-bush), 9 mentions; Bush (bush), 4 mentions\n");
  CHECK(folder.run("query g.json neighbors bush -q").err.empty());
  const Run close = folder.run("query g.json neighbors lee");
  CHECK(close.code == 2);
  CHECK(close.err.find("\"lee\" may be any of Ann Lee (ann-lee), Joe Lee (joe-lee); name one of them in full") !=
        std::string::npos);
  CHECK(folder.run("query g.json between id:bush france --json").out.find("praises") != std::string::npos);
  CHECK(folder.run("draw g.json --around bush -f json").err == run.err);
  CHECK(folder.run("draw g.json --around bush").err == run.err);
  CHECK(folder.run("query g.json timeline blair --until 2020-01-01").out == "Tony Blair has no relations\n");
}

TEST_CASE("the manual page and completions hold every verb and option that help shows") {
  const Folder folder;
  const std::string page = folder.run("help --man").out;
  CHECK(page.find(".TH ENTENTE 1") == 0);
  CHECK(std::all_of(page.begin(), page.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }));
  std::vector<std::string> scripts;
  for (const char* shell : {"bash", "zsh", "fish"}) {
    scripts.push_back(folder.run(std::string("completion ") + shell).out);
  }
  for (const char* verb : {"build", "explain", "draw", "query", "query actors", "query path", "merge", "types"}) {
    const std::string help = folder.run(std::string(verb) + " --help").out;
    for (std::size_t at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
      const std::string name =
          help.substr(at + 2, help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at + 2) - at - 2);
      if (name.empty() || help[at - 1] == '-') {
        continue;
      }
      CAPTURE(verb);
      CAPTURE(name);
      std::string roff;
      for (const char c : name) {
        roff += c == '-' ? std::string("\\-") : std::string(1, c);
      }
      CHECK(page.find("\\-\\-" + roff) != std::string::npos);
      CHECK(scripts[0].find("--" + name) != std::string::npos);
      CHECK(scripts[1].find("--" + name) != std::string::npos);
      CHECK(scripts[2].find("-l " + name) != std::string::npos);
    }
  }
  CHECK(folder.run("completion tcsh").code == 2);
}

TEST_CASE("shells complete verbs, options, values and files") {
  const Folder folder;
  folder.write("article.txt", Visit);
  const std::vector<std::pair<std::string, std::string>> rows = {{"b", "build"},
                                                                 {"build --form", "--format"},
                                                                 {"build --format graphm", "graphml"},
                                                                 {"build art", "article.txt"},
                                                                 {"query article.txt neigh", "neighbors"},
                                                                 {"query article.txt rank --by betw", "betweenness"},
                                                                 {"query article.txt actors --ki", "--kind"},
                                                                 {"draw article.txt --type criti", "criticizes"},
                                                                 {"completion fi", "fish"}};
  const bool has_fish = folder.shell("command -v fish").code == 0;
  for (const auto& [typed, completed] : rows) {
    CAPTURE(typed);
    const Run bash =
        folder.shell("\"$ENTENTE\" completion bash >e.bash; bash -c 'source ./e.bash; COMP_WORDS=(entente " + typed +
                     "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _entente; printf \"%s\\n\" " + "\"${COMPREPLY[@]}\"'");
    CAPTURE(bash.err);
    CHECK(("\n" + bash.out).find("\n" + completed + "\n") != std::string::npos);
    if (has_fish) {
      const Run fish = folder.shell(
          "\"$ENTENTE\" completion fish >e.fish; fish -c 'source e.fish; complete -C \"entente " + typed + "\"'");
      CHECK(("\n" + fish.out).find("\n" + completed) != std::string::npos);
    }
  }
  if (folder.shell("command -v zsh").code == 0) {
    CHECK(folder.shell("\"$ENTENTE\" completion zsh >_entente; zsh -n _entente").code == 0);
  }
  if (folder.shell("command -v groff").code == 0) {
    const Run roff = folder.shell("\"$ENTENTE\" help --man | groff -man -ww -z -Tutf8 2>&1");
    CHECK(roff.out.empty());
  }
}
