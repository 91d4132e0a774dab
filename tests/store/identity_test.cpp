// Who is who in a store: the tables say what the network of all articles says.
#include <algorithm>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>
#include <entente/graph/corrections.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/show.hpp>
#include <entente/store/schema.hpp>
#include <entente/store/store.hpp>
#include <store/articles.hpp>

using namespace entente;
using namespace entente::test;

namespace {

std::vector<Given> corpus() {
  return {
      {"a", {"anna-halden -leads-> acme/organisation", "norway/country -criticizes-> russia/country"}, "2024-01-10"},
      {"b",
       {"anna-halden -visits-> norway/country", "georgia/place -part-> norway/country",
        "norway/country -attacks-> rebels/unnamed"},
       "2024-01-12"},
      {"c", {"halden -praises-> acme/organisation", "russia/country -attacks-> georgia/country"}, "2024-01-15"},
      {"d", {"piet-roe -meets-> anna-halden", "roe -meets-> putin"}, "2024-02-01"},
      {"e",
       {"roe -meets-> anna-halden", "anna-halden -other:rise with-> acme/organisation",
        "rebels/unnamed -attacks-> acme/organisation"},
       "2024-02-02"},
      {"f",
       {"acme-inc/organisation -supports-> norway/country", "vladimir-putin -leads-> russia/country"},
       "2024-03-01"}};
}

// Every relation with its evidence, without what an excerpt does not know.
std::multiset<std::string> told(const Network& network, const std::string& actor) {
  std::multiset<std::string> all;
  const Vertex at = find_actor(network, "id:" + actor);
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    if (boost::source(*edge, network) != at && boost::target(*edge, network) != at) {
      continue;
    }
    std::string line = show_relation(network, *edge) + " " + std::to_string(network[*edge].confidence);
    for (const Evidence& evidence : network[*edge].evidence) {
      line += " " + network[boost::graph_bundle].articles[evidence.article].id + ":" + evidence.text;
    }
    all.insert(line);
  }
  return all;
}

std::set<std::string> ids(const Network& network) {
  std::set<std::string> all;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    all.insert(network[v].id);
  }
  return all;
}

}  // namespace

TEST_CASE("the actors of the store are those of its network, in any order of adding") {
  std::vector<Given> all = corpus();
  std::mt19937 random(3);
  for (int round = 0; round < 6; ++round) {
    const StoreFile file;
    const Store store = store_of(file, all);
    const Network net = store.network(shipped_relation_types());
    std::set<std::string> stored;
    for (const StoredActor& actor : store.main_actors(100)) {
      stored.insert(actor.id);
      const Actor& merged = net[find_actor(net, "id:" + actor.id)];
      CHECK(actor.name == merged.name);
      CHECK(actor.mentions == merged.mentions.size());
      CHECK(actor.kind == merged.kind);
    }
    CHECK(stored == ids(net));
    CHECK(stored.contains("anna-halden"));
    CHECK(!stored.contains("halden"));
    CHECK(stored.contains("georgia~place"));
    CHECK(stored.contains("rebels~b"));
    CHECK(stored.contains("rebels~e"));
    std::shuffle(all.begin(), all.end(), random);
  }
}

// Of every actor.
void check_surroundings(const Store& store) {
  const Network net = store.network(shipped_relation_types());
  CHECK(store.main_actors(100).size() == boost::num_vertices(net));
  for (const StoredActor& actor : store.main_actors(100)) {
    CAPTURE(actor.id);
    const Network part = store.around({actor.number}, shipped_relation_types());
    CHECK(told(part, actor.id) == told(net, actor.id));
    const Network ego_part =
        store.around({actor.number}, shipped_relation_types(), {.relations = AroundRelations::AndBetweenNeighbors});
    const Network whole = ego(net, find_actor(net, "id:" + actor.id));
    CHECK(ids(ego_part) == ids(whole));
    CHECK(boost::num_edges(ego_part) == boost::num_edges(whole));
  }
  const StoredActor norway = store.find_actor("norway");
  if (const std::optional<StoredActor> russia = store.actor_of_id("russia")) {
    const Network both = store.around({norway.number, russia->number}, shipped_relation_types(),
                                      {.relations = AroundRelations::OnlyBetweenActors});
    const auto expected = between(net, find_actor(net, "id:norway"), find_actor(net, "id:russia"));
    CHECK(boost::num_edges(both) == expected.size());
  }
}

TEST_CASE("the surroundings of an actor say what the whole network says of it") {
  const StoreFile file;
  check_surroundings(store_of(file, corpus()));
}

TEST_CASE("surroundings follow what is added, removed and read again") {
  const StoreFile file;
  Store store(file.path(), StoreAccess::Create);
  for (const Given& given : corpus()) {
    store.add(packed(given));
    store.finish();  // "roe" and "halden" become others than they were
    check_surroundings(store);
  }
  for (const char* name : {"a", "d"}) {
    store.remove(store.find_article(name).number);
    store.finish();
    check_surroundings(store);
  }
  const StoredArticle again = store.find_article("b");
  store.replace(again.number, packed({"b", {"anna-halden -attacks-> norway/country"}, "2024-01-12"}, "other"));
  store.finish();
  check_surroundings(store);
}

TEST_CASE("actors are found by id, name, alias and part of a name") {
  const StoreFile file;
  const Store store = store_of(file, corpus());
  CHECK(store.find_actor("anna-halden").id == "anna-halden");
  CHECK(store.find_actor("ANNA HALDEN").id == "anna-halden");
  CHECK(store.find_actor("Halden").id == "anna-halden");
  CHECK(store.find_actor("acme inc").id == "acme");
  CHECK(store.find_actor("id:anna-halden").id == "anna-halden");
  CHECK_THROWS_WITH_AS(static_cast<void>(store.find_actor("id:halden")), doctest::Contains("no actor with the id"),
                       Error);
  CHECK(store.search_actors("hal", 5).at(0).id == "anna-halden");
  CHECK(store.search_actors("zzz", 5).empty());
  CHECK_THROWS_WITH_AS(static_cast<void>(store.find_actor("zzz")), doctest::Contains("has no actor"), Error);
  CHECK_THROWS_WITH_AS(static_cast<void>(store.find_actor("georgia x")), doctest::Contains("has no actor"), Error);
}

TEST_CASE("every join has a reason") {
  const StoreFile file;
  const Store store = store_of(file, corpus());
  const auto joins = store.joins(store.find_actor("anna-halden").number);
  REQUIRE(joins.size() == 1);
  CHECK(store.name_of_article(joins[0].article) == "c");
  CHECK(joins[0].name == "Halden");
  CHECK(joins[0].reason.find("Anna Halden is in 4 articles") != std::string::npos);
}

TEST_CASE("removing articles takes their joins away") {
  const StoreFile file;
  Store store = store_of(file, corpus());
  for (const char* name : {"a", "b", "d", "e"}) {
    store.remove(store.find_article(name).number);
  }
  store.finish();
  CHECK(store.find_actor("halden").id == "halden");
  CHECK(!store.actor_of_id("anna-halden"));
}

TEST_CASE("surroundings are limited to articles") {
  const StoreFile file;
  const Store store = store_of(file, corpus());
  const ActorNumber halden = store.find_actor("anna-halden").number;
  CHECK(boost::num_edges(store.around({halden}, shipped_relation_types(), {.articles = {.since = "2024-02-01"}})) == 2);
  CHECK(boost::num_edges(store.around({halden}, shipped_relation_types(), {.articles = {.until = "2024-01-12"}})) == 2);
}

TEST_CASE("an older store is brought up to date when it is opened") {
  const StoreFile file;
  {
    const sqlite::Database database(file.path(), sqlite::Access::Create);
    make_schema(database, 1);
    database.run(
        "INSERT INTO articles VALUES (1, 'a', 'T', '2024-01-10', '', '', x'00', 0, 'r', 2, 1, 0, 'a', '', '', '', x'', "
        "x'', x'')");
    database.run("INSERT INTO actors VALUES (1, 1, 'anna-halden', 'Anna Halden', 0, 0, 'Halden', '', '', 2, 1.0)");
  }
  CHECK(Store(file.path()).size().articles == 1);  // a reader finds it
  Store store(file.path(), StoreAccess::Write);
  store.finish();
  CHECK(store.find_actor("halden").id == "anna-halden");
  const sqlite::Database raw(file.path(), sqlite::Access::Read);
  CHECK(raw.whole("PRAGMA user_version") == schema_version());
}

TEST_CASE("a store without reports gets them when it is opened") {
  const StoreFile file;
  {
    const sqlite::Database database(file.path(), sqlite::Access::Create);
    make_schema(database, 2);
    database.run(
        "INSERT INTO articles VALUES (1, 'a', 'T', '2024-01-10', '', '', x'00', 0, 'r', 2, 2, 1, 'a', '', '', '', x'', "
        "x'', x'');"
        "INSERT INTO actors VALUES (1, 1, 'norway', 'Norway', 1, 0, '', '', '', 1, 0.5, 1, ''),"
        "  (2, 1, 'russia', 'Russia', 1, 0, '', '', '', 1, 0.5, 2, '');"
        "INSERT INTO entities VALUES (1, 'norway', 'Norway', 1, 0, '', '', 0.5, 1, 1),"
        "  (2, 'russia', 'Russia', 1, 0, '', '', 0.5, 1, 1);"
        "INSERT INTO relations VALUES (1, 1, 2, 1, 'criticizes', 'criticize', 0);"
        "INSERT INTO sentences VALUES (1, 1, 0, 24, 'Russia criticised Norway.');"
        "INSERT INTO evidence VALUES (1, 1, 1, 7, 17, 'criticize', 2, NULL, NULL, NULL, 0.8);"
        "UPDATE state SET identified = 1;");
  }
  const Store store(file.path());
  for (const ActorNumber actor : {ActorNumber{1}, ActorNumber{2}}) {
    const Network part = store.around({actor}, shipped_relation_types());
    REQUIRE(boost::num_edges(part) == 1);
    const Relation& relation = part[*boost::edges(part).first];
    CHECK(show_relation(part, *boost::edges(part).first).starts_with("russia -criticizes-> norway"));
    CHECK(relation.evidence.at(0).text == "Russia criticised Norway.");
    CHECK(relation.evidence.at(0).speaker == "russia");
  }
}

TEST_CASE("corrections join, part, drop, rename and strike") {
  const StoreFile file;
  const Store store = store_of(file, corpus());
  const auto corrected = [&](const std::string& lines) {
    Network net = store.network(shipped_relation_types());
    correct(net, read_corrections(lines, "c"), shipped_relation_types());
    return net;
  };
  const Network plain = corrected("# nothing\n");
  CHECK(ids(plain) == ids(store.network(shipped_relation_types())));
  Network net = corrected("apart\tanna-halden\tc\tPiet Halden\n");
  CHECK(told(net, "piet-halden").size() == 1);
  CHECK(told(net, "anna-halden").size() + 1 == told(plain, "anna-halden").size());
  net = corrected("same\tacme\tnorway\n");
  CHECK(!ids(net).contains("norway"));
  CHECK(told(net, "acme").size() >= told(plain, "acme").size());
  net = corrected("not\tacme\nkind\tnorway\tgroup\nname\tnorway\tKingdom of Norway\n");
  CHECK(!ids(net).contains("acme"));
  CHECK(net[find_actor(net, "norway")].kind == ActorKind::Group);
  CHECK(net[find_actor(net, "norway")].name == "Kingdom of Norway");
  CHECK(find_actor(net, "Norway") == find_actor(net, "norway"));
  net = corrected("strike\tnorway\tcriticizes\trussia\nstrike\tanna-halden\tmeets\tpiet-roe\td\n");
  CHECK(told(net, "norway").size() + 1 == told(plain, "norway").size());
  net = corrected("strike\tnorway\tcriticizes\trussia\tzzz\nsame\tzzz\tacme\nnot\tzzz\napart\tacme\tzzz\tX\n");
  CHECK(told(net, "norway") == told(plain, "norway"));
  for (const char* bad : {"same\ta", "kind\ta\tplanet", "join\ta\tb", "strike\ta\tb"}) {
    CHECK_THROWS_WITH_AS(static_cast<void>(read_corrections(bad, "file")), doctest::Contains("file:1"), Error);
  }
}
