// The formats for other programs: GraphML, GEXF, CSV, Cypher, FollowTheMoney, Graphviz. That those programs read them
// is for consumers.py.
#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/formats/csv.hpp>
#include <entente/formats/cypher.hpp>
#include <entente/formats/ftm.hpp>
#include <entente/formats/gexf.hpp>
#include <entente/formats/graphml.hpp>
#include <entente/formats/json.hpp>
#include <entente/formats/spells.hpp>
#include <entente/render/graphviz_source.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::test;

namespace {

// An actor of that description and alias.
Network described(const std::string& text) {
  Network net = network({"li -meets-> anna"});
  net[Vertex{0}].description = text;
  net[Vertex{0}].aliases = {text, "Li"};
  return net;
}

const RelationTypes& types() {
  static const RelationTypes shipped = load_relation_types();
  return shipped;
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("csv has a line per actor, relation, evidence and article") {
  Network net = network({"xi-jinping -visits(planned)-> russia/country"});
  net[Vertex{0}].salience = 0.25F;
  net[Vertex{0}].aliases = {"Xi; the president", "say \"hi\""};
  Relation& relation = net[*boost::edges(net).first];
  relation.evidence.push_back(relation.evidence.front());
  relation.evidence.back().time = TimeExpression{"on Friday", "2024-01-12", "2024-01-12"};
  CHECK(write_csv_actors(net, types()) ==
        "Id,Label,type,description,gender,country,salience,mentions,aliases\n"
        "xi-jinping,Xi Jinping,person,,,,0.25,1,\"[\"\"Xi; the president\"\", \"\"say \\\"\"hi\\\"\"\"\"]\"\n"
        "russia,Russia,country,,,,0.0,1,[]\n");
  CHECK(write_csv_relations(net, types()) ==
        "Source,Target,Id,Kind,Label,Weight,relation_type,family,predicate,status,speaker,time_text,date_from,date_to,"
        "confidence,evidence\n"
        "xi-jinping,russia,0,visits,visits (planned),2,visits,encounter,visits,planned,,,,,0.8,2\n");
  CHECK(write_csv_evidence(net) ==
        "relation,source,relation_type,target,status,article,sentence_begin,sentence_end,predicate_begin,predicate_end,"
        "predicate,speaker,time_text,date_from,date_to,confidence,sentence\n"
        "0,xi-jinping,visits,russia,planned,a,0,44,12,27,visits,,,,,0.8,xi-jinping -visits(planned)-> russia/country\n"
        "0,xi-jinping,visits,russia,planned,a,0,44,12,27,visits,,on Friday,2024-01-12,2024-01-12,0.8,"
        "xi-jinping -visits(planned)-> russia/country\n");
  CHECK(write_csv_articles(net) == "Id,title,published,source,outlet\na,About a,2024-01-10,a.txt,\n");
}

TEST_CASE("no column has a name that SQL reserves") {
  // Of SQL:2016, PostgreSQL and MySQL, what might come to mind for a column.
  const std::set<std::string> reserved = {
      "all",   "as",    "at",        "begin", "by",         "case",  "character", "date",     "day",   "desc",
      "end",   "from",  "group",     "in",    "interval",   "is",    "key",       "language", "like",  "month",
      "not",   "order", "position",  "rank",  "references", "row",   "rows",      "select",   "start", "system",
      "table", "time",  "timestamp", "to",    "user",       "using", "value",     "when",     "where"};
  const Network net = network({"li -meets-> anna"});
  for (const std::string& table : {write_csv_actors(net, types()), write_csv_relations(net, types()),
                                   write_csv_evidence(net), write_csv_articles(net)}) {
    std::set<std::string> names;
    std::istringstream line(table.substr(0, table.find('\n')));
    for (std::string name; std::getline(line, name, ',');) {
      CAPTURE(name);
      std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) { return std::tolower(c); });
      CHECK(!reserved.contains(name));
      CHECK(names.insert(name).second);  // SQL has no case
    }
  }
}

TEST_CASE("nothing denied or planned is labelled like a fact") {
  const std::vector<std::pair<std::string, std::string>> labels = {{"asserted", "meets"},
                                                                   {"planned", "meets (planned)"},
                                                                   {"possible", "meets (possible)"},
                                                                   {"requested", "meets (requested)"},
                                                                   {"negated", "does not meet"},
                                                                   {"ended", "used to meet"}};
  for (const auto& [status, label] : labels) {
    const Network net = network({"li -meets(" + status + ")-> anna"});
    CAPTURE(label);
    CHECK(has(write_gexf(net, types()), "label=\"" + label + "\""));
    CHECK(has(write_graphml(net, types()), "<data key=\"edge.label\">" + label + "</data>"));
    CHECK(has(write_graphviz(net, types()), "[label=\"" + label + "\""));
    CHECK(has(write_csv_relations(net, types()), "," + label + ","));
    CHECK(has(write_ftm(net, types()), "\"role\": [\"" + label + "\"]"));
  }
}

TEST_CASE("gexf gives each relation between two a kind, and its days") {
  Network net = network({"li -meets-> anna", "li -meets(planned)-> anna", "li -visits-> anna"});
  const auto [first, last] = boost::edges(net);
  net[*std::next(first)].evidence.front().time = TimeExpression{"next week", "2024-01-15", "2024-01-21"};
  const std::string text = write_gexf(net, types(), {{"#1f5c8f", "", "", "", "", ""}, {"#0063a0", "", "", "", "", ""}});
  CHECK(has(text, "kind=\"meets\" label=\"meets\" weight=\"1\""));
  CHECK(has(text, "kind=\"meets 2\" label=\"meets (planned)\""));
  CHECK(has(text, "kind=\"visits\""));
  CHECK(has(text, "<spell start=\"2024-01-10\" end=\"2024-01-10\"/>"));
  CHECK(has(text, "<spell start=\"2024-01-15\" end=\"2024-01-21\"/>"));
  CHECK(has(text, "<viz:color r=\"31\" g=\"92\" b=\"143\"/>"));
  CHECK(has(text, "<viz:color r=\"0\" g=\"99\" b=\"160\"/>"));
  CHECK(!has(write_gexf(net, types()), "viz:color"));
}

TEST_CASE("spells that overlap are one") {
  Network net = network({"li -meets-> anna"});
  Relation& relation = net[*boost::edges(net).first];
  const std::vector<std::pair<std::string, std::string>> days = {{"2024-02-01", "2024-02-10"},
                                                                 {"2024-02-05", "2024-02-07"},
                                                                 {"2024-02-10", "2024-02-12"},
                                                                 {"2024-01-01", "2024-01-01"}};
  for (const auto& [from, to] : days) {
    relation.evidence.push_back(relation.evidence.front());
    relation.evidence.back().time = TimeExpression{"then", from, to};
  }
  relation.evidence.erase(relation.evidence.begin());
  const Spells spells = find_spells(net);
  const auto shown = [](const std::vector<Spell>& list) {
    std::string text;
    for (const Spell& spell : list) {
      text += std::string(spell.first) + ".." + std::string(spell.last) + " ";
    }
    return text;
  };
  CHECK(shown(spells.relations.front()) == "2024-01-01..2024-01-01 2024-02-01..2024-02-12 ");
  CHECK(shown(spells.actors.front()) == "2024-01-01..2024-01-01 2024-01-10..2024-01-10 2024-02-01..2024-02-12 ");
}

TEST_CASE("ftm links what holds by its own schemas, where the actors fit") {
  const auto schema = [](const std::string& line) {
    const std::string text = write_ftm(network({line}), types());
    const std::size_t at = text.find("\"schema\": \"", text.find("\"id\": \"relation-")) + 11;
    return text.substr(at, text.find('"', at) - at);
  };
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"li -member-> union/organisation", "Membership"},
      {"li -member(ended)-> union/organisation", "Membership"},
      {"li -member(negated)-> union/organisation", "UnknownLink"},
      {"li -member(possible)-> union/organisation", "UnknownLink"},
      {"li -member-> oslo/place", "UnknownLink"},
      {"li -leads-> norway/country", "Directorship"},
      {"li -represents-> anna", "Representation"},
      {"li -owns-> firm/organisation", "Ownership"},
      {"li -owns-> oslo/place", "UnknownLink"},
      {"li -spouse-> anna", "Family"},
      {"li -friend-> anna", "Associate"},
      {"li -friend-> union/organisation", "UnknownLink"},
      {"li -visits-> anna", "UnknownLink"}};
  for (const auto& [line, expected] : rows) {
    CAPTURE(line);
    CHECK(schema(line) == expected);
  }
}

TEST_CASE("ftm has ids that it takes, and proofs") {
  Network net = network({"li -meets-> anna"}, "https://news.example/a_b");
  net[boost::graph_bundle].articles.front().source = "https://news.example/a_b";
  net[Vertex{1}].id = "anna~2";
  const std::string text = write_ftm(net, types());
  CHECK(has(text, "\"subject\": [\"actor-li\"]"));
  CHECK(!has(text, "anna~2"));
  CHECK(!has(text, "\"id\": \"article-http"));
  CHECK(has(text, "\"schema\": \"Mention\""));
  CHECK(has(text, "\"proof\": [\"article-"));
  CHECK(has(text, "\"sourceUrl\": [\"https://news.example/a_b\"]"));
  CHECK(std::count(text.begin(), text.end(), '\n') == 6);  // an article, two actors, two mentions, a link
}

TEST_CASE("text runs nothing in Graphviz") {
  const std::vector<std::pair<std::string, std::string>> values = {
      {R"(\N and \G)", R"(tooltip="\\\\N and \\\\G")"}, {R"(end\)", R"(tooltip="end\\\\")"},
      {R"(a" URL="x)", R"(tooltip="a\" URL=\"x")"},     {"<b>&amp;</b>", R"(tooltip="<b>&amp;amp;</b>")"},
      {"two\nlines\x01", R"(tooltip="two lines ")"},    {"\xff", "tooltip=\"\xEF\xBF\xBD\""}};
  for (const auto& [text, quoted] : values) {
    CAPTURE(text);
    CHECK(has(write_graphviz(described(text), types()), quoted));
  }
}

TEST_CASE("every status is written in every format, and read back from JSON") {
  for (std::size_t i = 0; i < StatusCount; ++i) {
    const auto status = static_cast<Status>(i);
    const std::string name(status_name(status));
    CAPTURE(name);
    Network net = network({"li -meets(" + name + ")-> anna"});
    net[*boost::edges(net).first].evidence.front().text.clear();  // it has the name of the status
    for (const auto& text : {write_csv_relations(net, types()), write_csv_evidence(net), write_graphml(net, types()),
                             write_gexf(net, types()), write_cypher(net, types()), write_ftm(net, types())}) {
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
      {"＝1+1", ",'＝1+1,"},
      {"a=b", ",a=b,"},
      {"bad \xff", ",bad \xEF\xBF\xBD,"}};
  for (const auto& [text, cell] : cells) {
    CAPTURE(text);
    CHECK(has(write_csv_actors(described(text), types()), cell));
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
    CHECK(has(write_graphml(described(text), types()), "<data key=\"node.description\">" + escaped));
    CHECK(has(write_gexf(described(text), types()), "<attvalue for=\"node.description\" value=\"" + escaped));
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
    CHECK(has(write_cypher(described(text), types()), "[" + literal + ", null] AS description"));
    CHECK(has(write_cypher(described(text), types()), "[[" + literal + ", 'Li'], null] AS aliases"));
  }
}

TEST_CASE("cypher takes any name of a relation type, and counts parallel relations") {
  const std::string text = write_cypher(
      network({"li -a`b\\-> anna", "li -part of-> anna", "li -part-of-> anna", "li -meets(negated)-> anna"}), types());
  CHECK(has(text, "MERGE (a)-[r:`A``B_` {key: key[row]}]->(b) SET r.type = type[row], "));
  CHECK(has(text, "[r:`MEETS` {key: key[row]}]"));
  // Types that come to the same name are told apart by the key.
  CHECK(has(text, "[0, 1] AS key,\n     ['part of', 'part-of'] AS type,"));
}

TEST_CASE("cypher has constraints, dates, and actors linked to articles") {
  Network net = network({"li -meets-> anna"});
  net[*boost::edges(net).first].time = TimeExpression{"on Friday", "2024-01-12", {}};
  const std::string text = write_cypher(net, types());
  CHECK(has(text, "CREATE CONSTRAINT entente_actor IF NOT EXISTS FOR (a:Actor) REQUIRE a.id IS UNIQUE;\n"));
  CHECK(has(
      text,
      "WITH ['a'] AS id,\n     ['About a'] AS title,\n     ['2024-01-10'] AS published,\n     ['a.txt'] AS source,\n   "
      "  "
      "[null] AS outlet\nUNWIND range(0, size(id) - 1) AS row\nMERGE (a:Article {id: id[row]}) SET a.title = "
      "title[row], "
      "a.date = date(published[row]), a.source = source[row], a.outlet = outlet[row];\n"));
  CHECK(has(text, "WITH ['li', 'anna'] AS actor,\n     ['a', 'a'] AS article,\n     [1, 1] AS mentions\n"));
  CHECK(has(text, "['2024-01-12'] AS date_from"));
  CHECK(has(text, "r.date_from = date(date_from[row])"));
  net[boost::graph_bundle].articles.front().date = "soon') DELETE";
  CHECK(has(write_cypher(net, types()), "[null] AS published"));
}

TEST_CASE("cypher comes in batches") {
  std::vector<std::string> lines;
  for (int i = 0; i < 501; ++i) {
    lines.push_back("li -meets-> a" + std::to_string(i));
  }
  const std::string text = write_cypher(network(lines), types());
  std::size_t statements = 0;
  for (std::size_t at = 0; (at = text.find("[r:`MEETS`", at)) != std::string::npos; ++at) {
    ++statements;
  }
  CHECK(statements == 2);
}

TEST_CASE("an empty network is a good file in every format") {
  CHECK(has(write_graphml(Network(), types()), "<graph id=\"entente\""));
  CHECK(has(write_gexf(Network(), types()), "<nodes/>"));
  CHECK(!has(write_cypher(Network(), types()), "UNWIND"));
  CHECK(has(write_csv_relations(Network(), types()), "Source,Target,"));
  CHECK(write_ftm(Network(), types()).empty());
  CHECK(write_graphviz(Network(), types()).ends_with("]\n}\n"));
}
