#include <entente/graph/identify.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/base/hash.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/merge.hpp>
#include <entente/graph/person_name.hpp>
#include <entente/graph/person_register.hpp>
#include <graph/networks.hpp>

using namespace entente;
using namespace entente::test;

namespace {

CoOccurrence with(const char* id, ActorKind kind = ActorKind::Organisation) { return {hash_bytes(id), kind}; }

PersonSighting sighting(const std::string& article, const std::string& name, std::vector<CoOccurrence> company = {}) {
  std::sort(company.begin(), company.end());
  std::string id = name;
  std::transform(id.begin(), id.end(), id.begin(), [](unsigned char c) { return c == ' ' ? '-' : std::tolower(c); });
  std::erase(id, '.');
  return {.article = article, .id = id, .name = name, .company = std::move(company)};
}

// The ids of the sightings, in their order, whatever the order in which they are given.
std::vector<std::string> ids(const std::vector<PersonSighting>& all) {
  std::vector<std::string> expected;
  for (const PersonIdentity& identity : identify_persons(all)) {
    expected.push_back(identity.id);
  }
  std::vector<std::size_t> order(all.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    order[i] = i;
  }
  std::mt19937 random(1);
  for (int round = 0; round < 5; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<PersonSighting> shuffled;
    for (const std::size_t i : order) {
      shuffled.push_back(all[i]);
    }
    const std::vector<PersonIdentity> again = identify_persons(shuffled);
    for (std::size_t i = 0; i < order.size(); ++i) {
      CHECK(again[i].id == expected[order[i]]);
    }
  }
  return expected;
}

using Ids = std::vector<std::string>;

}  // namespace

TEST_CASE("names that may be one person's") {
  struct Row {
    const char* a;
    const char* b;
    bool same;
  };
  for (const Row& row : std::vector<Row>{{"John Smith", "J. Smith", true},
                                         {"John Smith", "john smith", true},
                                         {"John A. Smith", "John Smith", true},
                                         {"John A. Smith", "John B. Smith", false},
                                         {"John Smith", "Jane Smith", false},
                                         {"J. Smith", "Jane Smith", true},
                                         {"E. Smith", "Eva Smith", true},  // no "e" as in "Silva e Costa"
                                         {"Bill Clinton", "William Clinton", true},
                                         {"Bill Clinton", "Hillary Clinton", false},
                                         {"Volodymyr Zelensky", "Volodymyr Zelenskyy", true},
                                         {"Muammar Gaddafi", "Muammar Qaddafi", true},
                                         {"Mohammed Morsi", "Mohamed Morsi", true},
                                         {"José Núñez", "Jose Nunez", true},
                                         {"Ann-Marie Roe", "Ann-Marie Roe", true},
                                         {"J.D. Roe", "James David Roe", true},
                                         {"J.D. Roe", "James Peter Roe", false},
                                         {"Martin Roe", "Martin Roe Jr.", false},
                                         {"Martin Roe Jr", "Martin Roe Jr.", true},
                                         {"Martin Roe", "Martin Roe, PhD", true},
                                         {"Martin Roe KC MP", "Martin Roe, Ph.D.", true},
                                         {"Martin Roe Jr. OBE", "Martin Roe Jr.", true},
                                         {"Martin Roe Jr. OBE", "Martin Roe", false},
                                         {"Martin Roe MP", "Anna Noe MP", false},
                                         {"Arjun KC", "Nabin KC", false},  // a surname
                                         {"A. KC", "Arjun KC", true},
                                         {"Ursula von der Leyen", "Ursula Leyen", true},
                                         {"Smith", "John Smith", false},
                                         {"George W. Bush", "George H.W. Bush", false},
                                         {"Marie Le Pen", "Jean-Marie Le Pen", false}}) {
    CAPTURE(row.a);
    CAPTURE(row.b);
    CHECK(may_be_same(parse_person_name(row.a), parse_person_name(row.b)) == row.same);
    CHECK(may_be_same(parse_person_name(row.b), parse_person_name(row.a)) == row.same);
  }
}

TEST_CASE("forms of one name are one person, unless a third name makes that doubtful") {
  CHECK(ids({sighting("a", "John A. Smith"), sighting("b", "John Smith"), sighting("c", "J. Smith")}) ==
        Ids{"john-a-smith", "john-a-smith", "john-a-smith"});
  CHECK(ids({sighting("a", "John A. Smith"), sighting("b", "John Smith"), sighting("c", "John B. Smith")}) ==
        Ids{"john-a-smith", "john-smith", "john-b-smith"});
  CHECK(ids({sighting("a", "Jane Smith"), sighting("b", "J. Smith"), sighting("c", "John Smith")}) ==
        Ids{"jane-smith", "j-smith", "john-smith"});
}

TEST_CASE("a short name that is no surname joins the known person whose it is") {
  CHECK(ids({sighting("a", "Xi"), sighting("b", "Xi Jinping")}) == Ids{"xi-jinping", "xi-jinping"});
  CHECK(ids({sighting("a", "JFK"), sighting("b", "John Kennedy"), sighting("c", "John F. Kennedy")}) ==
        Ids{"john-f-kennedy", "john-f-kennedy", "john-f-kennedy"});
  CHECK(ids({sighting("a", "Xi"), sighting("b", "Xi")}) == Ids{"xi-jinping", "xi-jinping"});
}

TEST_CASE("a name that stands far out takes the doubtful form") {
  std::vector<PersonSighting> all = {sighting("z", "Jane Smith"), sighting("y", "J. Smith")};
  for (const char* article : {"a", "b", "c", "d", "e", "f"}) {
    all.push_back(sighting(article, "John Smith"));
  }
  CHECK(ids(all)[1] == "john-smith");
}

TEST_CASE("two of one surname whom an article relates are two") {
  PersonSighting father = sighting("a", "J. Roe");
  PersonSighting son = sighting("a", "James Roe");
  father.related = {son.id};
  CHECK(ids({father, son}) == Ids{"j-roe", "james-roe"});
}

TEST_CASE("a surname joins the person of whom the corpus speaks") {
  std::vector<PersonSighting> all;
  for (const char* article : {"a", "b", "c", "d"}) {
    all.push_back(sighting(article, "Anna Halden", {with("acme"), with("norway", ActorKind::Country)}));
  }
  all.push_back(sighting("x", "Halden", {with("acme")}));
  all.push_back(sighting("y", "Halden", {with("other works")}));
  const auto identities = identify_persons(all);
  CHECK(identities[4].id == "anna-halden");
  CHECK(identities[4].reason == "short name; Anna Halden is in 4 articles, seen with the same actors");
  CHECK(identities[5].id == "anna-halden");  // nobody else of this name
  CHECK(ids(all)[4] == "anna-halden");
}

TEST_CASE("a surname joins none of two who are equally likely, and the one whose company is there") {
  std::vector<PersonSighting> all;
  for (const char* article : {"a", "b", "c"}) {
    all.push_back(sighting(article, "Anna Halden", {with("acme"), with("norway", ActorKind::Country)}));
    all.push_back(
        sighting(std::string("o") + article, "Piet Halden", {with("club"), with("norway", ActorKind::Country)}));
  }
  all.push_back(sighting("x", "Halden", {with("norway", ActorKind::Country)}));
  all.push_back(sighting("y", "Halden", {with("club")}));
  all.push_back(sighting("z", "Halden", {with("norway", ActorKind::Country)}));
  all.back().gender = ActorGender::Feminine;
  for (PersonSighting& s : all) {
    if (s.id == "piet-halden") {
      s.gender = ActorGender::Masculine;
    }
  }
  const Ids found = ids(all);
  CHECK(found[6] == "halden");
  CHECK(found[7] == "piet-halden");
  CHECK(found[8] == "anna-halden");  // she is no man
}

TEST_CASE("one article with a full name is not enough for a surname far away") {
  CHECK(ids({sighting("a", "Anna Halden", {with("acme")}), sighting("b", "Halden", {with("club")})}) ==
        Ids{"anna-halden", "halden"});
  CHECK(ids({sighting("a", "Anna Halden", {with("acme")}), sighting("b", "Halden", {with("acme")})}) ==
        Ids{"anna-halden", "anna-halden"});
}

TEST_CASE("who is known by one name is one person") {
  CHECK(ids({sighting("a", "Rosalba", {with("opera")}), sighting("b", "Rosalba", {with("opera")}),
             sighting("c", "Rosalba", {with("garage")})}) == Ids{"rosalba", "rosalba", "rosalba~c"});
  CHECK(ids({sighting("a", "Putin"), sighting("b", "Vladimir Putin"), sighting("c", "Putin")}) ==
        Ids{"vladimir-putin", "vladimir-putin", "vladimir-putin"});
  CHECK(ids({sighting("a", "Putin"), sighting("b", "Putin")}) == Ids{"vladimir-putin", "vladimir-putin"});
}

TEST_CASE("one name is two persons where countries and descriptions contradict and nobody is seen with both") {
  PersonSighting minister = sighting("a", "John Roe", {with("cabinet")});
  minister.country = "kenya";
  minister.description = "minister of Kenya";
  PersonSighting again = sighting("b", "John Roe", {with("cabinet")});
  PersonSighting player = sighting("c", "John Roe", {with("club")});
  player.country = "wales";
  player.description = "captain of Wales";
  CHECK(ids({minister, again, player}) == Ids{"john-roe", "john-roe", "john-roe~c"});
  PersonSighting link = sighting("d", "John Roe", {with("club"), with("cabinet")});
  CHECK(ids({minister, player}) == Ids{"john-roe", "john-roe~c"});
  player.company = minister.company;
  CHECK(ids({minister, again, player, link}) == Ids{"john-roe", "john-roe", "john-roe", "john-roe"});
  PersonSighting ancestor = sighting("e", "John Roe");
  ancestor.date = "1850-01-01";
  again.date = "2020-01-01";
  CHECK(ids({again, ancestor}) == Ids{"john-roe", "john-roe~e"});
}

TEST_CASE("identity of networks renames persons and speakers, and says why") {
  std::vector<Network> networks = {network({"anna-halden -leads-> acme/organisation"}, "a"),
                                   network({"anna-halden -leads-> acme/organisation"}, "b"),
                                   network({"halden -praises-> acme/organisation"}, "c")};
  networks[2][*boost::edges(networks[2]).first].evidence[0].speaker = "halden";
  const std::vector<Join> joins = identify(networks);
  REQUIRE(joins.size() == 1);
  CHECK(joins[0].article == "c");
  CHECK(joins[0].name == "Halden");
  CHECK(joins[0].person == "anna-halden");
  CHECK(joins[0].reason.find("Anna Halden is in 2 articles") != std::string::npos);
  CHECK(networks[2][Vertex{0}].id == "anna-halden");
  CHECK(networks[2][*boost::edges(networks[2]).first].evidence[0].speaker == "anna-halden");
}

namespace {

// Articles of few names, so that everything there is to join and to keep apart occurs.
std::vector<Network> random_networks(std::mt19937& random) {
  const std::vector<std::string> names = {"anna-halden", "halden", "piet-halden", "roe", "john-roe", "j-roe", "putin"};
  const std::vector<std::string> others = {"acme/organisation",     "acme-inc/organisation", "halden/organisation",
                                           "acme-ltd/organisation", "kenya/country",         "georgia/country",
                                           "georgia/place"};
  std::vector<Network> all;
  for (int i = 0; i < 30; ++i) {
    std::vector<std::string> lines;
    for (std::size_t k = 0; k < 1 + random() % 3; ++k) {
      lines.push_back(names[random() % names.size()] + " -meets-> " + others[random() % others.size()]);
    }
    all.push_back(network(lines, "article " + std::to_string(random() % 25)));
    all.back()[boost::graph_bundle].articles[0].title = std::to_string(i);
    for (auto [edge, end] = boost::edges(all.back()); edge != end; ++edge) {
      const Vertex speaker = random() % boost::num_vertices(all.back());
      all.back()[*edge].evidence[0].speaker = all.back()[speaker].id;
      summarize(all.back()[*edge]);
    }
  }
  return all;
}

Network merged(const std::vector<Network>& networks, MergePersons persons) {
  NetworkMerger merger(persons);
  for (const Network& one : networks) {
    merger.add(one);
  }
  return merger.finish();
}

// Merged in random groups of random groups, each of them written and read.
std::string merged_in_groups(std::vector<Network> parts, std::mt19937& random) {
  while (parts.size() > 1) {
    std::shuffle(parts.begin(), parts.end(), random);
    const auto from = parts.end() - static_cast<std::ptrdiff_t>(2 + random() % (parts.size() - 1));
    const Network joined = merged(std::vector<Network>(from, parts.end()), MergePersons::IdentifiedBefore);
    parts.erase(from, parts.end());
    parts.push_back(read_json(write_json(joined, JsonLayout::Line), "part"));
  }
  return write_json(parts.front());
}

}  // namespace

TEST_CASE("a merge that identifies gives the same bytes in any order") {
  std::mt19937 random(11);
  std::vector<Network> all = random_networks(random);
  std::string expected;
  for (int round = 0; round < 20; ++round) {
    std::shuffle(all.begin(), all.end(), random);
    NetworkMerger merger(MergePersons::Identified);
    for (const Network& one : all) {
      merger.add(one);
    }
    const std::string bytes = write_json(merger.finish());
    expected = round == 0 ? bytes : expected;
    CHECK(bytes == expected);
    CHECK(!merger.joins().empty());
  }
}

TEST_CASE("persons who were identified before merge in any grouping to the same bytes") {
  std::mt19937 random(12);
  for (int round = 0; round < 20; ++round) {
    CAPTURE(round);
    std::vector<Network> all = random_networks(random);
    const std::string expected = write_json(merged(all, MergePersons::Identified));
    std::shuffle(all.begin(), all.end(), random);
    PersonRegister persons;
    PersonRegister sightings;
    for (const Network& one : all) {
      persons.add(one);
      sightings.add(read_json(write_json(sightings_of(one), JsonLayout::Line), "sightings"));
    }
    const DecidedPersons decided(persons.decide());
    const DecidedPersons decided_of_sightings(sightings.decide());
    std::vector<Network> copies = all;
    for (std::size_t i = 0; i < all.size(); ++i) {
      decided.apply(all[i]);
      decided_of_sightings.apply(copies[i]);
    }
    CHECK(merged_in_groups(all, random) == expected);
    CHECK(merged_in_groups(copies, random) == expected);
  }
}
