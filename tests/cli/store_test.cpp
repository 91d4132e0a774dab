// entente store, as users run it.
#include <algorithm>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

constexpr const char* Monday =
    R"({"id": "mon", "title": "A visit", "date": "2024-01-08", "text": "Olaf Scholz visited Oslo on Monday and met Jonas Gahr Støre."})"
    "\n"
    R"({"id": "gas", "title": "Gas", "date": "2024-01-09", "text": "Norway supports Ukraine. Russia criticised Norway."})"
    "\n";

}  // namespace

TEST_CASE("store add, list, search, remove and export") {
  const Folder folder;
  folder.write("monday.jsonl", Monday);
  const Run added = folder.run("store news.db add monday.jsonl --model fast");
  CHECK(added.code == 0);
  CHECK(added.out.empty());
  CHECK(added.err.find("2 added; ") != std::string::npos);
  CHECK(folder.run("store news.db add monday.jsonl --model fast").err.find("0 added, 2 known already") !=
        std::string::npos);
  const auto list = nlohmann::json::parse(folder.run("store news.db list --json").out);
  REQUIRE(list.size() == 2);
  CHECK(list[0]["id"] == "mon");
  CHECK(list[1]["title"] == "Gas");
  CHECK(folder.run("store news.db search norway").out.find("Norway supports Ukraine") != std::string::npos);
  CHECK(nlohmann::json::parse(folder.run("store news.db search oslo --json").out).size() >= 1);
  CHECK(folder.run("store news.db search").code == 2);
  for (const char* const verb : {"list", "search norway", "export"}) {
    const Run wrong = folder.run(std::string("store news.db ") + verb + " --since 2024");
    CHECK(wrong.code == 2);
    CHECK(wrong.err.find("--since: found \"2024\"; expected a date like 2023-03-18") != std::string::npos);
  }
  CHECK(folder.run("store news.db export -o all.json").code == 0);
  CHECK(folder.run("build --model fast monday.jsonl -o built.json").code == 0);
  CHECK(folder.read("all.json") == folder.read("built.json"));
  CHECK(folder.run("store news.db export -o all.jsonl").code == 0);
  CHECK(folder.run("merge all.jsonl -o merged.json").code == 0);
  CHECK(folder.read("merged.json") == folder.read("all.json"));
  CHECK(folder.run("store news.db remove nothing").code == 1);
  CHECK(folder.run("store news.db remove gas").err.find("1 removed, 1 left") != std::string::npos);
  CHECK(nlohmann::json::parse(folder.run("store news.db list --json").out).size() == 1);
}

TEST_CASE("types of one's own stay with graphs and stores") {
  const Folder folder;
  folder.write("own.tsv", "type\tlobbies\tpresses\tstatement\tdirected\n[lobbies]\nA lobby/woo B\n");
  folder.write("lobby.jsonl", R"({"id": "lobby", "text": "Norway lobbied France last week."})"
                              "\n"
                              R"({"id": "woo", "text": "Spain wooed France."})"
                              "\n");
  CHECK(folder.run("build --model fast --relations own.tsv lobby.jsonl -o built.json").code == 0);
  CHECK(folder.run("build --model fast --relations own.tsv lobby.jsonl --lines -o lines.jsonl").code == 0);
  CHECK(folder.run("merge lines.jsonl -o merged.json").code == 0);
  CHECK(folder.run("store news.db add lobby.jsonl --model fast --relations own.tsv").code == 0);
  CHECK(folder.run("store news.db export -o stored.json").code == 0);
  CHECK(folder.read("built.json").find("presses") != std::string::npos);
  CHECK(folder.read("merged.json") == folder.read("built.json"));
  CHECK(folder.read("stored.json") == folder.read("built.json"));
  for (const char* graph : {"built.json", "lines.jsonl", "news.db"}) {
    CAPTURE(graph);
    const std::string all = std::string("query ") + graph + " relations --type lobbies";
    CHECK(folder.run(all).out.find("presses") != std::string::npos);
    CHECK(folder.run(std::string("draw ") + graph + " -o -").out.find("presses") != std::string::npos);
    const std::string near = std::string("query ") + graph + " neighbors france --type lobbies";
    CHECK(folder.run(near).out.find("presses") != std::string::npos);
  }
  folder.write("new.tsv", "type\tlobbies\tcourts\tstatement\tdirected\n");
  CHECK(folder.run("query --relations new.tsv built.json relations").out.find("courts") != std::string::npos);
}

TEST_CASE("a store stands where a graph may stand") {
  const Folder folder;
  folder.write("monday.jsonl", Monday);
  folder.run("store news.db add monday.jsonl --model fast");
  folder.run("store news.db export -o all.json");
  for (const char* question : {"neighbors norway", "between norway russia", "evidence russia", "timeline norway",
                               "between \"Olaf Scholz\" russia", "actors", "path russia ukraine", "neighbors id:norway",
                               "neighbors norway --article mon", "neighbors norway --speaker \"Olaf Scholz\"",
                               "relations --since 2024-01-09", "relations --min-articles 2"}) {
    CAPTURE(question);
    const Run of_graph = folder.run(std::string("query all.json ") + question + " --type supports,criticizes --json");
    const Run of_store = folder.run(std::string("query news.db ") + question + " --type supports,criticizes --json");
    CHECK(of_store.code == 0);
    CHECK(of_store.out == of_graph.out);
  }
  CHECK(folder.run("query news.db neighbors nobody").err.find("has no actor") != std::string::npos);
  CHECK(folder.run("draw news.db -o a.svg").code == 0);
  CHECK(folder.run("draw all.json -o b.svg").code == 0);
  CHECK(folder.read("a.svg") == folder.read("b.svg"));
  CHECK(folder.run("draw news.db --min-articles 2 -o few.json").code == 0);
  CHECK(nlohmann::json::parse(folder.read("few.json"))["edges"].empty());
  CHECK(folder.run("merge news.db -o merged.json --joins joins.tsv").code == 0);
  CHECK(folder.read("merged.json") == folder.read("all.json"));
  CHECK(folder.has("joins.tsv"));
}

TEST_CASE("tally, timeline and diff tell what happened when") {
  const Folder folder;
  folder.write("monday.jsonl", Monday);
  folder.run("store news.db add monday.jsonl --model fast");
  const auto tally = nlohmann::json::parse(folder.run("tally news.db norway russia --json").out);
  REQUIRE(tally.size() == 1);
  CHECK(tally[0]["type"] == "criticizes");
  CHECK(tally[0]["reports"] == 1);
  CHECK(tally[0]["months"]["2024-01"] == 1);
  CHECK(folder.run("tally news.db norway nobody").code == 1);
  CHECK(folder.run("timeline news.db norway").out.find("supports") != std::string::npos);
  CHECK(folder.run("timeline news.db norway -o norway.svg").code == 0);
  CHECK(folder.read("norway.svg").find("Russia") != std::string::npos);
  CHECK(folder.run("timeline news.db norway -o norway.png").code == 2);
  const Run changed =
      folder.run("diff news.db --before 2024-01-08 --after 2024-01-09 --type supports,criticizes --json");
  CHECK(nlohmann::json::parse(changed.out).size() == 2);
  CHECK(folder.run("diff news.db --before yesterday --after 2024").code == 2);
}

TEST_CASE("store reread reads what another model read, and only that") {
  const Folder folder;
  folder.write("monday.jsonl", Monday);
  folder.run("store news.db add monday.jsonl --model fast");
  CHECK(folder.run("store news.db reread --model fast").err.find("0 read again") != std::string::npos);
  CHECK(folder.run("store news.db reread").err.find("2 read again") != std::string::npos);
  CHECK(folder.run("store news.db reread").err.find("0 read again") != std::string::npos);
  folder.run("store news.db export -o all.json");
  folder.run("build monday.jsonl -o built.json");
  CHECK(folder.read("all.json") == folder.read("built.json"));
}

TEST_CASE("corrections hold in lists, in the search and in merges") {
  const Folder folder;
  folder.write("monday.jsonl", Monday);
  folder.run("store news.db add monday.jsonl --model fast");
  const auto counts = [&] {
    std::vector<std::size_t> all;
    for (const auto& article : nlohmann::json::parse(folder.run("store news.db list --json").out)) {
      all.push_back(article["actors"].get<std::size_t>());
      all.push_back(article["relations"].get<std::size_t>());
    }
    return all;
  };
  const std::vector<std::size_t> before = counts();
  CHECK(folder.run("store news.db search russia").out.find("Russia criticizes Norway") != std::string::npos);
  folder.write("news.db.corrections",
               "name\tnorway\tKingdom of Norway\nstrike\tnorway\tsupports\tukraine\nkind\trussia\tgroup\n");
  CHECK(folder.run("store news.db search russia").out.find("Russia criticizes Kingdom of Norway") != std::string::npos);
  CHECK(folder.run("store news.db search supports ukraine --json").out.find("sentence") == std::string::npos);
  const std::vector<std::size_t> after = counts();
  REQUIRE(after.size() == 4);
  CHECK(after[0] == before[0]);
  CHECK(after[1] == before[1]);  // of the other article
  CHECK(after[3] + 1 == before[3]);
  const auto actors = nlohmann::json::parse(folder.run("store news.db actors --json").out);
  const auto named = [&](const std::string& key, const std::string& value) {
    return std::any_of(actors.begin(), actors.end(), [&](const auto& actor) { return actor[key] == value; });
  };
  CHECK(named("name", "Kingdom of Norway"));
  CHECK(named("type", "group"));
  folder.run("merge news.db -o merged.json");
  folder.run("store news.db export -o all.json");
  CHECK(folder.read("merged.json") == folder.read("all.json"));
  CHECK(folder.read("merged.json").find("Kingdom of Norway") != std::string::npos);
  folder.write("news.db.corrections", "not\trussia\nsame\tukraine\tnorway\n");
  CHECK(folder.run("store news.db search criticised --json").out.find("sentence") == std::string::npos);
  CHECK(folder.run("store news.db actors").out.find("Russia") == std::string::npos);
  CHECK(folder.run("store news.db actors").out.find("Norway") == std::string::npos);
  CHECK(counts()[2] + 2 == before[2]);
  folder.write("news.db.corrections", "not\n");
  for (const char* verb : {"list", "search russia", "actors"}) {
    CHECK(folder.run(std::string("store news.db ") + verb).err.find("news.db.corrections:1") != std::string::npos);
  }
  CHECK(folder.run("merge news.db -o merged.json").code == 1);
}

TEST_CASE("store goes on where it was killed") {
  const Folder folder;
  std::string lines;
  for (int i = 0; i < 150; ++i) {
    const std::string n = std::to_string(i);
    lines += R"({"id": "a)" + n + R"(", "date": "2024-01-08", "text": "Olaf Scholz visited Oslo on day )" + n +
             R"( and met Jonas Gahr Støre. Norway supports Ukraine, and Russia criticised Norway )" + n +
             R"( times."})" + "\n";
  }
  folder.write("many.jsonl", lines);
  folder.shell("\"$ENTENTE\" store whole.db add many.jsonl --model fast");
  // 100 articles come, and no more before the program is killed; of these, one batch is safe.
  const Run killed = folder.shell(R"(
mkfifo pipe
"$ENTENTE" store news.db add - --model fast --jobs 1 <pipe & job=$!
exec 3>pipe
head -n 100 many.jsonl >&3
while ! "$ENTENTE" store news.db list 2>/dev/null | grep -q a0; do kill -0 $job || exit 1; done
kill -9 $job; wait $job
"$ENTENTE" store news.db list --json)");
  const std::size_t before = nlohmann::json::parse(killed.out).size();
  CHECK(before >= 50);
  CHECK(before <= 100);
  const Run resumed = folder.run("store news.db add many.jsonl --model fast");
  CHECK(resumed.code == 0);
  CHECK(resumed.err.find(std::to_string(before) + " known already") != std::string::npos);
  CHECK(folder.run("store news.db export -o a.json").code == 0);
  CHECK(folder.run("store whole.db export -o b.json").code == 0);
  CHECK(folder.read("a.json") == folder.read("b.json"));
}

TEST_CASE("two programs may add to a store at once") {
  const Folder folder;
  folder.write("monday.jsonl", Monday);
  folder.write("more.jsonl", R"({"id": "x", "text": "Poland supports Ukraine."})");
  const Run both = folder.shell(R"(
"$ENTENTE" store news.db add monday.jsonl --model fast & one=$!
"$ENTENTE" store news.db add more.jsonl --model fast; second=$?
wait $one && exit $second)");
  CHECK(both.code == 0);
  CHECK(nlohmann::json::parse(folder.run("store news.db list --json").out).size() == 3);
}

TEST_CASE("store skips what is no article and says so") {
  const Folder folder;
  folder.write("news.jsonl", std::string(Monday) + "{\"title\": \"none\"}\n");
  const Run run = folder.run("store news.db add news.jsonl --model fast");
  CHECK(run.code == 1);
  CHECK(run.err.find("2 added") != std::string::npos);
  CHECK(run.err.find("news.jsonl:3") != std::string::npos);
  CHECK(folder.run("store").code == 2);
  CHECK(folder.run("store news.db").code == 2);
  folder.write("bad.db", "text");
  CHECK(folder.run("store bad.db list").err.find("is no store of articles") != std::string::npos);
  CHECK(folder.run("store bad.db add news.jsonl").err.find("is no store of articles") != std::string::npos);
  CHECK(folder.read("bad.db") == "text");
}
