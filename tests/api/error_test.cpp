// What a program can ask an error: every reader of lines fills in the file, the line and what was expected.
#include <functional>
#include <string>

#include <doctest/doctest.h>

#include <entente/base/files.hpp>
#include <entente/entente.hpp>
#include <entente/formats/json.hpp>
#include <entente/relations/relation_types.hpp>

using namespace entente;

namespace {

Error error_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error;
  }
  FAIL("there is no error");
  return {ErrorCode::Internal, "", ""};
}

}  // namespace

TEST_CASE("an error in a user's file names that file, its line and what was expected") {
  const Error relations = error_of([] {
    const Pipeline pipeline(
        {.model = "fast", .user_relations = "# my own\ntype\tlobbies\n", .user_relations_name = "mine/relations.txt"});
  });
  CHECK(relations.code() == ErrorCode::BadFormat);
  CHECK(relations.file() == "mine/relations.txt");
  CHECK(relations.line() == 2);
  CHECK(relations.expected() == "name, label, family and directed or sym, divided by tabs");
  CHECK(
      std::string(relations.what()).starts_with("mine/relations.txt:2: found a relation type of 1 columns; expected "));

  const Error predicate = error_of([] {
    const Pipeline pipeline(
        {.model = "fast", .user_relations = "[visits]\nA(robot) go to B\n", .user_relations_name = "r.txt"});
  });
  CHECK(predicate.where() == "r.txt:2");
  CHECK(predicate.expected().starts_with("person, country"));

  const Error actors = error_of([] {
    const Pipeline pipeline({.model = "fast", .user_actors = "\nBorealis\trobot\n", .user_actors_name = "a.txt"});
  });
  CHECK(actors.where() == "a.txt:2");
  CHECK(actors.expected().starts_with("name, type"));

  CHECK(error_of([] { load_relation_types("type\tx\tx\tnowhere\tsym\n", "types.txt"); }).where() == "types.txt:1");
}

TEST_CASE("an error in a saved network names its place, and its line in a file of many") {
  const Error broken = error_of([] { read_json("{\n\"nodes\": [\n}", "g.json"); });
  CHECK(broken.where() == "g.json:3");
  CHECK(broken.expected() == "JSON, well-formed and in UTF-8");

  const std::string wrong = R"({"nodes": [{"id": 1.5}], "edges": []})";
  const Error odd = error_of([&] { read_json(wrong, "g.json"); });
  CHECK(odd.file() == "g.json");
  CHECK(odd.line() == 0);
  CHECK(odd.details().item == "nodes[0].id");
  CHECK_FALSE(odd.expected().empty());
  CHECK(error_of([&] { read_json(wrong, "all.jsonl", 12); }).where() == "all.jsonl:12: nodes[0].id");
  CHECK(error_of([&] { read_json("{", "all.jsonl", 12); }).where() == "all.jsonl:12");
}

TEST_CASE("an error about a file has its name, and an error about an argument has none") {
  const Error missing = error_of([] { read_file("no/such/file.txt"); });
  CHECK(missing.code() == ErrorCode::NotFound);
  CHECK(missing.file() == "no/such/file.txt");
  CHECK(missing.line() == 0);
  const Error model = error_of([] { const Pipeline pipeline({.model = ENTENTE_NO_MODEL_FILE}); });
  CHECK(model.code() == ErrorCode::BadModel);
  CHECK(model.file() == ENTENTE_NO_MODEL_FILE);
  CHECK(model.details().advice == "train or install the model again");
}
