#include <entente/graph/query.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/rank.hpp>
#include <entente/graph/search_key.hpp>
#include <entente/graph/show.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::test;

namespace {

using Lines = std::vector<std::string>;

const RelationTypes& types() {
  static const RelationTypes types = load_relation_types();
  return types;
}

// lukashenko - putin - xi with Russia in between, a pair apart, and somebody alone.
Network world() {
  Network net = network({
      "lukashenko -visits-> russia/country",
      "putin -leads-> russia",
      "xi -visits-> russia",
      "lukashenko -meets-> putin",
      "putin -meets-> xi",
      "xi -leads-> china/country",
      "assad -visits-> russia",
      "assad -opposes(negated)-> xi",
      "anna -meets-> bert",
  });
  actor(net, "nobody");
  return net;
}

Vertex at(const Network& net, const std::string& id) { return find_actor(net, id); }

Lines ids(const Network& net, const std::vector<Vertex>& actors) {
  Lines lines;
  for (const Vertex v : actors) {
    lines.push_back(net[v].id);
  }
  return lines;
}

Lines shown(const Network& net, const std::vector<Neighbor>& all) {
  Lines lines;
  for (const Neighbor& n : all) {
    std::string line = net[n.actor].id + " " + std::to_string(n.distance);
    for (const Edge& edge : n.edges) {
      line += ", " + show_relation(net, edge);
    }
    lines.push_back(line);
  }
  return lines;
}

Lines shown(const Network& net, const Paths& paths) {
  Lines lines;
  for (const Path& path : paths.paths) {
    std::string line;
    for (std::size_t i = 0; i < path.actors.size(); ++i) {
      line += (i == 0 ? "" : " " + net[path.edges[i - 1]].type + " ") + net[path.actors[i]].id;
    }
    lines.push_back(line);
  }
  return lines;
}

std::string error_of(const Network& net, const char* name) {
  try {
    find_actor(net, name);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

}  // namespace

TEST_CASE("search keys forget case, accents, punctuation and a leading the") {
  const std::vector<std::pair<const char*, const char*>> cases = {
      {"Recep Tayyip ERDOĞAN", "recep tayyip erdogan"},
      {"the Stimson Center", "stimson center"},
      {"Łódź", "lodz"},
      {"Søren Ærø", "soren aero"},
      {"U.S.", "u s"},
      {"al-Assad", "al assad"},
      {"al–Assad’s", "al assad s"},
      {"习近平", "习近平"},
      {"Straße", "strasse"},
      {"  \xff\xfe x ", "x"},
      {"", ""},
  };
  for (const auto& [name, key] : cases) {
    CAPTURE(name);
    CHECK(search_key(name) == key);
  }
}

TEST_CASE("find_actor takes ids, names, aliases and parts of them") {
  Network net = network({"xi-jinping -meets-> recep-erdogan", "xi-jinping -visits-> georgia/country"});
  net[Vertex{1}].name = std::string("Recep Erdoğan");
  net[Vertex{0}].aliases = {"the Chinese President", "Mr. Xi"};
  CHECK(net[find_actor(net, "xi-jinping")].id == "xi-jinping");
  CHECK(net[find_actor(net, "XI JINPING")].id == "xi-jinping");
  CHECK(net[find_actor(net, "chinese president")].id == "xi-jinping");
  CHECK(net[find_actor(net, "Jinping")].id == "xi-jinping");
  CHECK(net[find_actor(net, "erdogan")].id == "recep-erdogan");
}

TEST_CASE("find_actor says who could be meant, and who is near") {
  const Network net = network({"adam-smith -meets-> jane-smith", "adam-smith -visits-> peru/country"});
  CHECK(error_of(net, "smith") ==
        "\"smith\" may be any of Adam Smith (adam-smith), Jane Smith (jane-smith); name one of them in full, or its id "
        "as id:adam-smith");
  CHECK(error_of(net, "Jnae").find("the graph has no actor \"Jnae\"; the nearest are Jane Smith (jane-smith)") == 0);
  CHECK(error_of(net, "").find("the graph has no actor \"\"") == 0);
  CHECK(error_of(Network(), "x") == "the graph has no actor \"x\"; it has none at all");
  CHECK(error_of(net, "Jnae").find("Peru") == std::string::npos);  // nobody mistypes Peru as that
  CHECK(error_of(net, std::string(100'000, 'x').c_str()).ends_with("nor one with a name like it"));
}

TEST_CASE("a surname means its most prominent bearer, and never a node that nobody knows more of") {
  struct Named {
    const char* id;
    const char* kind;
    std::size_t mentions;
    std::vector<std::string> aliases;
  };
  struct Row {
    const char* typed;
    const char* found;   // the id, or how the error begins
    const char* others;  // ids, the most prominent first
  };
  const std::vector<Named> actors = {{"bush", "person", 21, {}},
                                     {"bush~2", "organisation", 3, {"Bush"}},
                                     {"george-w-bush", "person", 300, {"Bush", "President Bush"}},
                                     {"jeb-bush", "person", 20, {}},
                                     {"ann-miller", "person", 30, {"Miller"}},
                                     {"joe-miller", "person", 20, {}},
                                     {"moscow", "place", 6, {}},
                                     {"russia", "country", 90, {"Moscow"}},
                                     {"us", "organisation", 3, {"U.S."}},
                                     {"united-states", "country", 300, {"U.S."}},
                                     {"england", "country", 8, {}},
                                     {"mike-england", "person", 9, {}},
                                     {"bank-of-england", "organisation", 500, {}},
                                     {"pele", "person", 5, {}},
                                     {"labour-party", "organisation", 9, {}},
                                     {"world-trade-organization", "organisation", 9, {}}};
  Network net;
  for (const Named& named : actors) {
    const Vertex v = actor(net, std::string(named.id) + "/" + named.kind);
    net[v].name = name_of(std::string(named.id).substr(0, std::string(named.id).find('~')));
    net[v].aliases = named.aliases;
    net[v].mentions.resize(named.mentions);
  }
  const std::vector<Row> rows = {{"bush", "george-w-bush", "bush~2 jeb-bush bush"},
                                 {"Bush", "george-w-bush", "bush~2 jeb-bush bush"},
                                 {"id:bush", "bush", ""},
                                 {"bush~2", "bush~2", ""},
                                 {"jeb bush", "jeb-bush", ""},
                                 {"miller", "\"miller\" may be any of Ann Miller (ann-miller), Joe Miller", ""},
                                 {"moscow", "moscow", "russia"},
                                 {"u.s.", "united-states", "us"},
                                 {"russia", "russia", ""},
                                 {"england", "england", "mike-england"},
                                 {"bank", "bank-of-england", ""},
                                 {"pele", "pele", ""},
                                 {"labor party", "labour-party", ""},
                                 {"World Trade Organisation", "world-trade-organization", ""},
                                 {"id:bank", "the graph has no actor with the id \"bank\"", ""},
                                 {"president", "george-w-bush", ""}};
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    std::string found;
    std::string others;
    try {
      const ActorChoice choice = choose_actor(net, row.typed);
      found = net[choice.actor].id;
      for (const Vertex other : choice.others) {
        others += (others.empty() ? "" : " ") + net[other].id;
      }
    } catch (const Error& error) {
      found = std::string(error.what()).substr(0, std::string(row.found).size());
    }
    CHECK(found == row.found);
    CHECK(others == row.others);
  }
}

TEST_CASE("neighbors go as deep and in the direction that is asked for") {
  const Network net = world();
  CHECK(shown(net, neighbors(net, at(net, "china"))) == Lines{"xi 1, xi -leads-> china"});
  CHECK(shown(net, neighbors(net, at(net, "putin"), {.depth = 1, .direction = Direction::Out})) ==
        Lines{"russia 1, putin -leads-> russia", "xi 1, putin -meets-> xi"});
  CHECK(shown(net, neighbors(net, at(net, "china"), {.depth = 2})) ==
        Lines{"xi 1, xi -leads-> china", "assad 2, assad -opposes(negated)-> xi", "putin 2, putin -meets-> xi",
              "russia 2, xi -visits-> russia"});
  CHECK(neighbors(net, at(net, "nobody"), {.depth = 9}).empty());
}

TEST_CASE("between gives the relations either way") {
  const Network net = network({"a -meets-> b", "a -meets-> c", "b -fears-> a"});
  const auto edges = between(net, at(net, "a"), at(net, "b"));
  REQUIRE(edges.size() == 2);
  CHECK(show_relation(net, edges[0]) == "a -meets-> b");
  CHECK(show_relation(net, edges[1]) == "b -fears-> a");
}

TEST_CASE("common gives those who are related to both") {
  const Network net = world();
  const auto found = common(net, at(net, "xi"), at(net, "lukashenko"));
  REQUIRE(found.size() == 2);
  CHECK(net[found[0].actor].id == "putin");
  CHECK(net[found[1].actor].id == "russia");
  CHECK(show_relation(net, found[1].to_first.front()) == "xi -visits-> russia");
  CHECK(show_relation(net, found[1].to_second.front()) == "lukashenko -visits-> russia");
}

TEST_CASE("paths are the shortest, and the most certain of those") {
  Network net = world();
  CHECK(shown(net, find_paths(net, at(net, "lukashenko"), at(net, "china"), types())).size() == 1);
  for (auto [e, end] = boost::edges(net); e != end; ++e) {
    net[*e].confidence = net[boost::target(*e, net)].id == "russia" ? 0.9F : 0.3F;
  }
  CHECK(shown(net, find_paths(net, at(net, "lukashenko"), at(net, "xi"), types())) ==
        Lines{"lukashenko visits russia visits xi"});
  const Paths self = find_paths(net, at(net, "xi"), at(net, "xi"), types());
  CHECK(shown(net, self) == Lines{"xi"});
}

TEST_CASE("all paths come shortest first, without circles, bounded") {
  const Network net = world();
  const RelationFilter held{.negated = false};
  const auto all = find_paths(net, at(net, "lukashenko"), at(net, "xi"), types(), {.max_hops = 3, .all = true},
                              RelationMatcher(net, held, types()));
  CHECK(shown(net, all) == Lines{"lukashenko meets putin meets xi", "lukashenko visits russia visits xi",
                                 "lukashenko meets putin leads russia visits xi",
                                 "lukashenko visits russia leads putin meets xi"});
  CHECK(!all.cut);
  const auto cut =
      find_paths(net, at(net, "lukashenko"), at(net, "xi"), types(), {.max_hops = 6, .all = true, .most = 2});
  CHECK(cut.paths.size() == 2);
  CHECK(cut.cut);
}

TEST_CASE("paths respect direction, denial and the number of hops") {
  const Network net = world();
  const RelationFilter held{.negated = false};
  const RelationMatcher matcher(net, held, types());
  CHECK(shown(net, find_paths(net, at(net, "assad"), at(net, "xi"), types())) == Lines{"assad opposes xi"});
  CHECK(shown(net, find_paths(net, at(net, "assad"), at(net, "xi"), types(), {}, matcher)) ==
        Lines{"assad visits russia visits xi"});
  const Paths directed = find_paths(net, at(net, "russia"), at(net, "xi"), types(), {.directed = true});
  CHECK(directed.paths.empty());
  CHECK(directed.reachable == 0);
  // meets has no direction, leads has
  CHECK(shown(net, find_paths(net, at(net, "xi"), at(net, "lukashenko"), types(), {.directed = true})) ==
        Lines{"xi meets putin meets lukashenko"});
  const Paths near = find_paths(net, at(net, "lukashenko"), at(net, "china"), types(), {.max_hops = 2});
  CHECK(near.paths.empty());
  CHECK(near.reachable == 4);
  const Paths never = find_paths(net, at(net, "anna"), at(net, "xi"), types());
  CHECK(never.paths.empty());
  CHECK(never.reachable == 1);
}

TEST_CASE("components and groups are told apart") {
  const Network net = world();
  const auto parts = components(net);
  REQUIRE(parts.size() == 3);
  CHECK(ids(net, parts[0]) == Lines{"assad", "china", "lukashenko", "putin", "russia", "xi"});
  CHECK(ids(net, parts[1]) == Lines{"anna", "bert"});
  CHECK(ids(net, parts[2]) == Lines{"nobody"});

  const Network two = network(
      {"a -meets-> b", "a -meets-> c", "b -meets-> c", "x -meets-> y", "x -meets-> z", "y -meets-> z", "c -meets-> x"});
  const auto communities = groups(two);
  REQUIRE(communities.size() == 2);
  CHECK(ids(two, communities[0]) == Lines{"a", "b", "c"});
  CHECK(ids(two, communities[1]) == Lines{"x", "y", "z"});
  CHECK(groups(Network()).empty());
}

TEST_CASE("ranks have the centre on top") {
  const Network star = network({"a -meets-> hub", "hub -meets-> b", "c -visits-> hub", "c -meets-> d"});
  for (const RankBy by : {RankBy::Pagerank, RankBy::Betweenness, RankBy::Degree, RankBy::Mentions}) {
    const auto ranked = rank(star, by);
    REQUIRE(ranked.size() == 5);
    CHECK(star[ranked[0].actor].id == "hub");
    CHECK(star[ranked[1].actor].id == "c");
  }
  CHECK(rank(star, RankBy::Degree)[0].score == 3.0);
  CHECK(rank(star, RankBy::Betweenness)[0].score == doctest::Approx(5.0 / 6.0));
  double sum = 0.0;
  for (const RankedActor& r : rank(star, RankBy::Pagerank)) {
    sum += r.score;
  }
  CHECK(sum == doctest::Approx(1.0));
  CHECK(rank(Network(), RankBy::Pagerank).empty());
}

TEST_CASE("timeline has the days of the text, else of the article") {
  Network net = world();
  const auto [first, end] = boost::edges(net);
  net[*first].evidence[0].time = TimeExpression{"in May", "2024-05-01", "2024-05-31"};
  net[*std::next(first)].evidence[0].time = TimeExpression{"long ago", "", ""};
  net[*std::next(first, 2)].evidence[0].time = TimeExpression{"in 2023", "2023-01-01", "2023-12-31"};
  const auto entries = timeline(net, at(net, "russia"));
  REQUIRE(entries.size() == 4);
  CHECK(entries[0].from == "2023-01-01");
  CHECK(show_relation(net, entries[0].edge) == "xi -visits-> russia");
  CHECK(entries[1].from == "2024-01-10");
  CHECK(entries[1].of_article);
  CHECK(entries[3].to == "2024-05-31");
  CHECK(timeline(net).size() == 9);
}

TEST_CASE("filters narrow every query") {
  Network net = world();
  const auto [first, end] = boost::edges(net);
  net[*first].evidence[0].time = TimeExpression{"in May", "2024-05-01", "2024-05-31"};
  net[*first].evidence[0].speaker = std::string("putin");
  const auto passed = [&](const RelationFilter& filter) {
    std::size_t count = 0;
    const RelationMatcher matcher(net, filter, types());
    for (auto [e, last] = boost::edges(net); e != last; ++e) {
      count += matcher(*e) ? 1 : 0;
    }
    return count;
  };
  CHECK(passed({}) == 9);
  CHECK(passed({.types = {"visits", "leads"}}) == 5);
  CHECK(passed({.families = {RelationFamily::Conflict}}) == 1);
  CHECK(passed({.statuses = {Status::Negated}}) == 1);
  CHECK(passed({.negated = false}) == 8);
  CHECK(passed({.min_confidence = 0.9F}) == 0);
  CHECK(passed({.speaker = "putin"}) == 1);
  CHECK(passed({.article = "a"}) == 9);
  CHECK_THROWS_WITH_AS(passed({.article = "b"}), "the graph has no article \"b\"; the nearest are a", Error);
  CHECK(passed({.since = "2024-05-15"}) == 1);
  CHECK(passed({.until = "2024-04-30"}) == 8);
  CHECK(passed({.speaker = "putin", .until = "2024-04-30"}) == 0);
  CHECK_THROWS_AS(passed({.types = {"dances"}}), Error);
  CHECK_THROWS_AS(passed({.since = "May"}), Error);
}

TEST_CASE("ego is a network of its own") {
  const Network part = ego(world(), at(world(), "china"), 2);
  CHECK(show_relations(part) == Lines{"putin -leads-> russia", "xi -visits-> russia", "putin -meets-> xi",
                                      "xi -leads-> china", "assad -visits-> russia", "assad -opposes(negated)-> xi"});
  CHECK(boost::num_vertices(part) == 5);
  CHECK(boost::num_vertices(subgraph(world(), {})) == 9);
}
