#include <entente/formats/json.hpp>

#include <chrono>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <entente/base/error.hpp>
#include <entente/graph/show.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::test;

namespace {

// Every field has a value that is not the default.
Network rich() {
  Network net = network({"xi-jinping -visits(planned)-> russia/country", "xi-jinping -visits(planned)-> russia",
                         "xi-jinping -other:rise \"with\"-> li-na", "li-na -meets-> xi-jinping"});
  Actor& xi = net[Vertex{0}];
  xi.gender = ActorGender::Masculine;
  xi.country = std::string("china");
  xi.description = std::string("President of \"China\"\n\\ \x01 \x7f");
  xi.aliases = {"Xi", "习近平", "😀"};
  xi.salience = 0.3125F;
  xi.mentions[1].form = MentionForm::Pronoun;
  net[Vertex{2}].gender = ActorGender::Feminine;
  Relation& visit = net[*boost::edges(net).first];
  visit.time = TimeExpression{"next week", "2024-01-15", ""};
  visit.evidence.push_back(visit.evidence.front());
  Evidence& second = visit.evidence.back();
  second.sentence = {500, 520};
  second.predicate = {505, 508};
  second.lemmas = std::string("fly to");
  second.speaker = std::string("li-na");
  second.time = TimeExpression{"on Monday", "", ""};
  second.confidence = 0.25F;
  visit.evidence.front().time = visit.time;
  visit.confidence = 0.85F;
  visit.speaker = std::string("xi-jinping");
  return net;
}

std::string with(const std::string& json, const std::string& from, const std::string& to) {
  std::string changed = json;
  const std::size_t at = changed.find(from);
  REQUIRE_MESSAGE(at != std::string::npos, from);
  return changed.replace(at, from.size(), to);
}

std::string many_types(int count) {
  std::string types;
  for (int i = 0; i < count; ++i) {
    types += (i == 0 ? "" : ", ") + ("{\"name\": \"type" + std::to_string(i)) + "\"}";
  }
  return types;
}

std::string error_of(const std::string& json) {
  try {
    read_json(json, "g.json");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadFormat);
    return error.what();
  }
  return "no error";
}

}  // namespace

TEST_CASE("json is what the design promises") {
  const auto json = nlohmann::json::parse(write_json(rich()));
  CHECK(json["directed"] == true);
  CHECK(json["multigraph"] == true);
  CHECK(json["graph"]["format"] == "entente/1");
  CHECK(json["graph"]["articles"][0]["date"] == "2024-01-10");
  const auto& node = json["nodes"][0];
  CHECK(node["id"] == "xi-jinping");
  CHECK(node["type"] == "person");
  CHECK(node["gender"] == "masculine");
  CHECK(node["mentions"][0] == nlohmann::json::parse(R"({"article": "a", "begin": 0, "end": 1, "form": "name"})"));
  const auto& edge = json["edges"][0];
  CHECK(edge["source"] == "xi-jinping");
  CHECK(edge["target"] == "russia");
  CHECK(edge["status"] == "planned");
  CHECK(edge["time"]["to"] == nullptr);
  CHECK(edge["evidence"][0]["begin"] == 0);
  CHECK(edge["evidence"][0]["speaker"].is_null());  // the relation's speaker is another
  CHECK(edge["evidence"][1]["predicate"]["lemmas"] == "fly to");
  CHECK(!edge["evidence"][0]["predicate"].contains("lemmas"));  // the same as the relation's
}

TEST_CASE("json numbers the parallel relations of a pair") {
  const auto json = nlohmann::json::parse(write_json(rich()));
  CHECK(json["edges"][0]["key"] == 0);
  CHECK(json["edges"][1]["key"] == 1);
  CHECK(json["edges"][2]["key"] == 0);
}

TEST_CASE("json is read as it was written") {
  for (const JsonLayout layout : {JsonLayout::Rows, JsonLayout::Line}) {
    const std::string written = write_json(rich(), layout);
    const Network again = read_json(written, "g.json");
    CHECK(write_json(again, layout) == written);
    CHECK(show_relations(again) == show_relations(rich()));
    CHECK(again[*boost::edges(again).first].evidence == rich()[*boost::edges(rich()).first].evidence);
    CHECK(again[Vertex{0}].aliases == rich()[Vertex{0}].aliases);
    CHECK(again[Vertex{0}].description == rich()[Vertex{0}].description);
  }
}

TEST_CASE("json on one line has no line break") {
  CHECK(write_json(rich(), JsonLayout::Line).find('\n') == std::string::npos);
}

TEST_CASE("an empty network is read as it was written") {
  CHECK(write_json(read_json(write_json(Network()), "g.json")) == write_json(Network()));
}

TEST_CASE("json repairs malformed UTF-8 instead of writing it") {
  Network net = network({"xi -meets-> li"});
  net[Vertex{0}].name = std::string("a\xff\xe2\x28\xc0\x80\xed\xa0\x80z\xf0\x9f\x98");
  const Network again = read_json(write_json(net), "g.json");
  CHECK(again[Vertex{0}].name.find("a\uFFFD\uFFFD(") == 0);
}

TEST_CASE("json may have its keys in any order and keys that are unknown") {
  const Network net = rich();
  const auto sorted = nlohmann::json::parse(write_json(net));  // sorts: edges come before nodes
  auto strange = sorted;
  strange["weather"] = nlohmann::json::parse(R"([[{"a": [1, 2.5, null, "x", true]}], {}])");
  strange["nodes"][0]["colour"] = nlohmann::json::parse(R"({"name": "red", "id": 3})");
  CHECK(write_json(read_json(sorted.dump(), "g.json")) == write_json(net));
  CHECK(write_json(read_json(strange.dump(2), "g.json")) == write_json(net));
}

TEST_CASE("json takes the edges of older NetworkX as links") {
  const std::string links = with(write_json(rich()), "\"edges\": [\n", "\"links\": [\n");
  CHECK(write_json(read_json(links, "g.json")) == write_json(rich()));
}

TEST_CASE("json keeps the types of its relations that do not ship") {
  RelationTypes types = load_relation_types(
      "type\tduels\tduels with\tconflict\tsym\t19\t\tsettle it at dawn\n"
      "type\tadopts\tadopts\tbelonging\tdirected\n"
      "type\tvisits\tcalls on\tencounter\tdirected\n");
  Network net = network({"xi -visits-> li", "anna -duels-> bert", "anna -supports-> bert"});
  net.set_relation_types(std::make_shared<const RelationTypes>(types));
  const auto json = nlohmann::json::parse(write_json(net));
  CHECK(json["graph"]["types"] == nlohmann::json::parse(R"([
    {"name": "duels", "label": "duels with", "family": "conflict", "symmetric": true, "cameo": "19",
     "meaning": "settle it at dawn"},
    {"name": "visits", "label": "calls on", "family": "encounter", "symmetric": false}])"));
  for (const JsonLayout layout : {JsonLayout::Rows, JsonLayout::Line}) {
    const Network again = read_json(write_json(net, layout), "g.json");
    CHECK(write_json(again, layout) == write_json(net, layout));
    const RelationTypes& read = again.relation_types();
    CHECK(read.named("duels").label == "duels with");
    CHECK(read.named("visits").label == "calls on");
    CHECK(read.types.back().name == "other");
  }
  net.set_relation_types(nullptr);
  CHECK(!nlohmann::json::parse(write_json(net))["graph"].contains("types"));
}

TEST_CASE("json takes a type that says its name alone") {
  const std::string json = with(write_json(network({"anna -duels-> bert"})), R"("articles": [)",
                                R"("types": [{"name": "duels"}], "articles": [)");
  const RelationTypes types = read_json(json, "g.json").relation_types();
  const RelationType& type = types.named("duels");
  CHECK(type.label == "duels");
  CHECK(type.family == RelationFamily::Other);
  CHECK(!type.symmetric);
}

TEST_CASE("json says what is wrong and where") {
  const std::string good = write_json(rich());
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"", "g.json:1: is empty at byte 1; expected JSON, well-formed and in UTF-8"},
      {"[]", "g.json: found a list; expected an object"},
      {"{}", "g.json: has no \"graph\"; expected an object"},
      {good.substr(0, 100), "ends too early"},
      {with(good, "entente/1", "entente/7"),
       "g.json: graph.format: found the format \"entente/7\"; expected \"entente/1\"; another version may have written "
       "it"},
      {with(good, "\"directed\": true", "\"directed\": false"),
       "g.json: directed: found false; expected true; relations have a direction"},
      {with(good, "\"id\": \"a\"", "\"id\": 7"),
       "g.json: graph.articles[0].id: found a whole number; expected a string"},
      {with(good, R"("articles": [)", R"("types": [{"label": "duels"}], "articles": [)"),
       "g.json: graph.types[0]: has no \"name\"; expected a string"},
      {with(good, R"("articles": [)", R"("types": [{"name": "duels"}, {"name": "duels"}], "articles": [)"),
       "g.json: graph.types[1]: has the name \"duels\" again; expected a name of its own"},
      {with(good, R"("articles": [)", R"("types": [{"name": "duels", "family": "sport"}], "articles": [)"),
       "g.json: graph.types[0].family: found \"sport\"; expected one of encounter, alignment, statement, conflict, "
       "belonging, other"},
      {with(good, R"("articles": [)", R"("types": [)" + many_types(1001) + R"(], "articles": [)"),
       "g.json: graph.types[1000]: found more than 1000 types; expected those of the relations alone"},
      {with(good, "2024-01-10", "2024-13-10"),
       "g.json: graph.articles[0].date: found \"2024-13-10\"; expected a date like \"2023-03-18\""},
      {with(good, "\"id\": \"russia\"", "\"id\": \"xi-jinping\""),
       "g.json: nodes[1]: has the id \"xi-jinping\" again; expected an id of its own"},
      {with(good, "\"id\": \"russia\", ", ""), "g.json: nodes[1]: has no \"id\"; expected a string"},
      {with(good, "\"id\": \"russia\"", "\"id\": \"\""), "g.json: nodes[1].id: found an empty string; expected a name"},
      {with(good, "\"country\", \"aliases\"", "\"planet\", \"aliases\""),
       "g.json: nodes[1].type: found \"planet\"; expected one of person, country, organisation, place, group, other"},
      {with(good, "\"Xi\", ", "\"Xi\", [], "), "g.json: nodes[0].aliases[1]: found a list; expected a string"},
      {with(good, "0.3125", "31.25"), "g.json: nodes[0].salience: found 31.25; expected a number from 0 to 1"},
      {with(good, "0.3125", "1e999"), "found \"1e999\" at byte"},
      {with(good, "0.3125", "NaN"), "expected JSON"},
      {with(good, "\"begin\": 0, \"end\": 1", "\"begin\": -1, \"end\": 1"),
       "g.json: nodes[0].mentions[0].begin: found -1; expected a whole number from 0 to 4294967295"},
      {with(good, "\"begin\": 0, \"end\": 1", "\"begin\": 4294967296, \"end\": 1"),
       "g.json: nodes[0].mentions[0].begin: found 4294967296; expected a whole number from 0 to 4294967295"},
      {with(good, "\"begin\": 0, \"end\": 1", "\"begin\": 0.5, \"end\": 1"),
       "g.json: nodes[0].mentions[0].begin: found a number; expected a whole number"},
      {with(good, "\"begin\": 0, \"end\": 1", "\"begin\": 9, \"end\": 1"),
       "g.json: nodes[0].mentions[0]: begins at 9 and ends at 1; expected an end that is not before the beginning"},
      {with(good, "{\"article\": \"a\", \"begin\": 0", "{\"article\": \"b\", \"begin\": 0"),
       "g.json: refers to \"b\"; expected the id of an article in graph.articles"},
      {with(good, "\"target\": \"li-na\"", "\"target\": \"nobody\""),
       "g.json: edges[2]: refers to \"nobody\"; expected the id of a node"},
      {with(good, "\"speaker\": \"li-na\"", "\"speaker\": \"nobody\""),
       "g.json: edges[0]: refers to \"nobody\"; expected the id of a node"},
      {with(good, "\"status\": \"planned\"", "\"status\": \"dreamt\""),
       "g.json: edges[0].status: found \"dreamt\"; expected one of asserted, planned, possible, requested, negated, "
       "ended"},
      {with(good, "\"from\": \"2024-01-15\"", "\"from\": \"soon\""),
       "g.json: edges[0].time.from: found \"soon\"; expected a date like \"2023-03-18\""},
      {with(good, "\"begin\": 500", "\"begin\": \"five\""),
       "g.json: edges[0].evidence[1].begin: found a string; expected a whole number"},
      {with(good, "\"evidence\": [", "\"evidence\": [], \"proof\": ["),
       "g.json: edges[0]: has no evidence; expected at least one place that says so"},
      {with(good, "Xi Jinping", "Xi \xff Jinping"), "expected JSON, well-formed and in UTF-8"},
      {with(good, "Xi Jinping", "Xi \\ud800 Jinping"), "expected JSON, well-formed and in UTF-8"},
      {good + "{}", "expected JSON"},
  };
  for (const auto& [json, message] : cases) {
    CAPTURE(message);
    const std::string found = error_of(json);
    CAPTURE(found);
    CHECK(found.find(message) != std::string::npos);
  }
}

TEST_CASE("json survives deep nesting where nothing is expected") {
  const std::string deep = std::string(2'000'000, '[') + std::string(2'000'000, ']');
  const std::string good = write_json(rich());
  CHECK(write_json(read_json(with(good, "\"graph\":", "\"deep\": " + deep + ", \"graph\":"), "g.json")) == good);
  CHECK(error_of(std::string(5'000'000, '[')).find("expected") != std::string::npos);
  CHECK(error_of(std::string(5'000'000, '{')).find("expected") != std::string::npos);
}

TEST_CASE("json that was cut or damaged at any byte gives an error or a network, nothing else") {
  const std::string good = write_json(rich(), JsonLayout::Line);
  for (std::size_t at = 0; at < good.size(); ++at) {
    for (const char c : {'\0', '"', '{', ']', '9', '\xff'}) {
      std::string damaged = good;
      damaged[at] = c;
      try {
        read_json(damaged, "g.json");
      } catch (const Error& error) {
        CHECK(error.code() == ErrorCode::BadFormat);
      }
    }
    CHECK_THROWS_AS(read_json(good.substr(0, at), "g.json"), Error);
  }
}
