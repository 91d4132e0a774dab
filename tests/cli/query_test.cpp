// The questions that people have, asked of a sample article, with answers that its text gives.
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "cli/program.hpp"

using namespace entente::test;

namespace {

// Asks data/articles/peace-deal.txt.
nlohmann::json ask(const Folder& folder, const std::string& question) {
  const Run run = folder.run("query peace.json " + question + " --json");
  CAPTURE(question);
  CAPTURE(run.err);
  REQUIRE(run.code == 0);
  return nlohmann::json::parse(run.out);
}

bool names(const nlohmann::json& rows, const std::string& key, const std::string& id) {
  for (const auto& row : rows) {
    if (row[key] == id) {
      return true;
    }
  }
  return false;
}

}  // namespace

TEST_CASE("a sample article answers the questions that it is asked") {
  const Folder folder;
  REQUIRE(folder.run("build " ENTENTE_ROOT_FOLDER "/data/articles/peace-deal.txt -o peace.json").code == 0);

  const std::string castro = "Raúl Castro, the president of Cuba, came to Cartagena to see the result.";
  const auto common = ask(folder, "common cuba cartagena");
  REQUIRE(common.size() == 1);
  CHECK(common[0]["actor"] == "raul-castro");
  CHECK(common[0]["text"] == castro);

  const auto path = ask(folder, "path cartagena cuba");
  REQUIRE(path["paths"].size() == 1);
  CHECK(path["paths"][0]["steps"].size() == 2);
  CHECK(path["paths"][0]["steps"][0]["type"] == "visits");
  CHECK(path["paths"][0]["steps"][0]["text"] == castro);

  CHECK(names(ask(folder, "neighbors castro"), "actor", "cuba"));
  CHECK(names(ask(folder, "neighbors cuba --depth 2"), "actor", "cartagena"));
  CHECK(names(ask(folder, "rank"), "actor", "farc"));
  CHECK(names(ask(folder, "rank --by mentions --top 2"), "actor", "juan-manuel-santos"));
  CHECK(names(ask(folder, "evidence castro cuba"), "type", "leads"));
  CHECK(ask(folder, "timeline cuba")[0]["from"] == "2016-09-27");
  CHECK(ask(folder, "relations --since 2016-09-28 --type visits").empty());
}
