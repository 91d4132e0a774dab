#include <entente/graph/full_names.hpp>

#include <algorithm>
#include <random>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace entente;

namespace {

// The names of each person, those of one person in brackets: "[j roe, john roe] [jane roe]".
std::string groups(const std::vector<std::string>& names) {
  const KnownPersons known;
  std::vector<PersonSighting> all;
  for (const std::string& name : names) {
    all.push_back({.article = std::to_string(all.size()), .id = name, .name = name});
  }
  std::vector<const PersonSighting*> sightings;
  for (const PersonSighting& sighting : all) {
    sightings.push_back(&sighting);
  }
  std::set<std::set<std::string>> persons;
  for (const auto& group : group_full_names(sightings, known)) {
    std::set<std::string> person;
    for (const std::uint32_t s : group) {
      person.insert(names[s]);
    }
    persons.insert(person);
  }
  std::string shown;
  for (const std::set<std::string>& person : persons) {
    shown += shown.empty() ? "[" : " [";
    for (const std::string& name : person) {
      shown += (shown.back() == '[' ? "" : ", ") + name;
    }
    shown += ']';
  }
  return shown;
}

}  // namespace

TEST_CASE("forms of one name are one person's unless a third name makes that doubtful") {
  struct Row {
    std::vector<std::string> names;
    const char* persons;
  };
  for (const Row& row : std::vector<Row>{
           {{"John A. Roe", "John Roe", "J. Roe"}, "[J. Roe, John A. Roe, John Roe]"},
           {{"John Roe", "J. Roe", "Jane Roe"}, "[J. Roe] [Jane Roe] [John Roe]"},
           {{"John Roe", "John Roe", "John Roe", "John Roe", "John Roe", "J. Roe", "Jane Roe"},
            "[J. Roe, John Roe] [Jane Roe]"},
           {{"Bill Roe", "William Roe", "W. Roe"}, "[Bill Roe, W. Roe, William Roe]"},
           {{"Bill Roe", "William Roe"}, "[Bill Roe, William Roe]"},
           {{"J.D. Roe", "James David Roe", "James Peter Roe"}, "[J.D. Roe, James David Roe] [James Peter Roe]"},
           {{"Volodymyr Roe", "Wolodymyr Roe"}, "[Volodymyr Roe, Wolodymyr Roe]"},
           {{"Martin Roe", "Martin Roe Jr."}, "[Martin Roe] [Martin Roe Jr.]"}}) {
    CAPTURE(row.names);
    CHECK(groups(row.names) == row.persons);
  }
}

TEST_CASE("the first given name finds every name that may be the same person's") {
  const std::vector<std::string> given = {"Bill",  "William", "Billy", "W.",    "Will", "Bob",  "Robert",    "R.",
                                          "Jim",   "James",   "J.D.",  "Jamie", "Kate", "Kath", "Katherine", "Q.",
                                          "Qadir", "Gadir",   "G.",    "Yuri",  "Iuri", "I.",   "Y."};
  for (const std::string& a : given) {
    for (const std::string& b : given) {
      CAPTURE(a);
      CAPTURE(b);
      const PersonName x = parse_person_name(a + " Roe");
      const PersonName y = parse_person_name(b + " Roe");
      const FirstGivenName p = first_given_name(x);
      const FirstGivenName q = first_given_name(y);
      const bool share = std::any_of(p.keys.begin(), p.keys.end(), [&](const std::string& key) {
        return std::find(q.keys.begin(), q.keys.end(), key) != q.keys.end();
      });
      const bool by_letter = (p.keys.empty() || q.keys.empty()) && p.letter == q.letter;
      CHECK((share || by_letter || !may_be_same(x, y)));
    }
  }
}

TEST_CASE("the fullest name of a person is the one that says most") {
  const KnownPersons known;
  const std::vector<PersonSighting> all = {{.article = "a", .id = "", .name = "J. Roe"},
                                           {.article = "b", .id = "", .name = "John Roe"},
                                           {.article = "c", .id = "", .name = "John A. Roe"}};
  std::vector<const PersonSighting*> sightings = {&all[0], &all[1], &all[2]};
  CHECK(fullest_name(sightings, known) == "John A. Roe");
  sightings.pop_back();
  CHECK(fullest_name(sightings, known) == "John Roe");
}
