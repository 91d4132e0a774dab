// The formats for other programs: GraphML, GEXF, CSV, Cypher. That those programs read them is for consumers.py.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/formats/csv.hpp>
#include <entente/formats/cypher.hpp>
#include <entente/formats/gexf.hpp>
#include <entente/formats/graphml.hpp>
#include <entente/formats/json.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::testing;

namespace {

// An actor of that description and alias.
Network described(const std::string& text) {
  Network net = network({"li -meets-> anna"});
  net[Vertex{0}].description = text;
  net[Vertex{0}].aliases = {text, "Li"};
  return net;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("csv has a line per actor and per relation") {
  Network net = network({"xi-jinping -visits(planned)-> russia/country"});
  net[Vertex{0}].salience = 0.25F;
  CHECK(write_csv_actors(net) ==
        "Id,Label,type,description,gender,country,salience,mentions,aliases\n"
        "xi-jinping,Xi Jinping,person,,,,0.25,1,\n"
        "russia,Russia,country,,,,0.0,1,\n");
  CHECK(write_csv_relations(net) ==
        "Source,Target,type,predicate,status,speaker,time,from,to,confidence,evidence,articles,sentences\n"
        "xi-jinping,russia,visits,visits,planned,,,,,0.8,1,a,xi-jinping -visits(planned)-> russia/country\n");
}

TEST_CASE("every status is written in every format, and read back from JSON") {
  for (std::size_t i = 0; i < StatusCount; ++i) {
    const auto status = static_cast<Status>(i);
    const std::string name(status_name(status));
    CAPTURE(name);
    Network net = network({"li -meets(" + name + ")-> anna"});
    net[*boost::edges(net).first].evidence.front().text.clear();  // it has the name of the status
    for (const auto& text : {write_csv_relations(net), write_graphml(net), write_gexf(net), write_cypher(net)}) {
      CAPTURE(text);
      CHECK(has(text, name));
    }
    const Network again = read_json(write_json(net), "g.json");
    CHECK(again[*boost::edges(again).first].status == status);
  }
}

TEST_CASE("csv quotes, and disarms formulas") {
  const std::vector<std::pair<std::string, std::string>> cells = {
      {"a, b", ",\"a, b\","},
      {"say \"hi\"", ",\"say \"\"hi\"\"\","},
      {"two\nlines", ",\"two\nlines\","},
      {"=1+1", ",'=1+1,"},
      {"+1", ",'+1,"},
      {"-1", ",'-1,"},
      {"@SUM(A1)", ",'@SUM(A1),"},
      {"\tx", ",'\tx,"},
      {"=HYPERLINK(\"x\",1)", ",\"'=HYPERLINK(\"\"x\"\",1)\","},
      {"a=b", ",a=b,"},
      {"bad \xff", ",bad \xEF\xBF\xBD,"}};
  for (const auto& [text, cell] : cells) {
    CAPTURE(text);
    CHECK(has(write_csv_actors(described(text)), cell));
  }
}

TEST_CASE("graphml and gexf escape, and replace what XML cannot say") {
  const std::vector<std::pair<std::string, std::string>> values = {{"a < b & c > \"d\"", "a &lt; b &amp; c &gt; "},
                                                                   {"\x01", "\xEF\xBF\xBD"},
                                                                   {"\xEF\xBF\xBF", "\xEF\xBF\xBD"},
                                                                   {"]]>", "]]&gt;"},
                                                                   {"习近平 😀", "习近平 😀"},
                                                                   {"\xC3", "\xEF\xBF\xBD"}};
  for (const auto& [text, escaped] : values) {
    CAPTURE(text);
    CHECK(has(write_graphml(described(text)), "<data key=\"node.description\">" + escaped));
    CHECK(has(write_gexf(described(text)), "<attvalue for=\"node.description\" value=\"" + escaped));
  }
}

TEST_CASE("cypher escapes strings") {
  const std::vector<std::pair<std::string, std::string>> values = {
      {"it's", R"('it\'s')"},     {"a\\b", R"('a\\b')"},
      {"end\\", R"('end\\')"},    {"two\nlines", R"('two\nlines')"},
      {"\x01", R"('\u0001')"},    {"\\u0027", R"('\\' + 'u0027')"},
      {"\xff", "'\xEF\xBF\xBD'"}, {"'}) DETACH DELETE a //", R"('\'}) DETACH DELETE a //')"}};
  for (const auto& [text, literal] : values) {
    CAPTURE(text);
    CHECK(has(write_cypher(described(text)), "`description`: " + literal));
    CHECK(has(write_cypher(described(text)), "`aliases`: [" + literal + ", 'Li']"));
  }
}

TEST_CASE("cypher takes any name of a relation type, and counts parallel relations") {
  const std::string text = write_cypher(network({"li -a`b\\-> anna", "li -meets-> anna", "li -meets(negated)-> anna"}));
  CHECK(has(text, "[r:`a``b_` {key: 0}]"));
  CHECK(has(text, "[r:`meets` {key: 0}]"));
  CHECK(has(text, "[r:`meets` {key: 1}]"));
  CHECK(has(text, "MERGE (a:Article {id: 'a'}) SET a += {title: 'About a', date: '2024-01-10', source: 'a.txt'};\n"));
}

TEST_CASE("an empty network is a good file in every format") {
  CHECK(has(write_graphml(Network()), "<graph id=\"entente\""));
  CHECK(has(write_gexf(Network()), "<nodes/>"));
  CHECK(write_cypher(Network()).empty());
  CHECK(has(write_csv_relations(Network()), "Source,Target,"));
}
