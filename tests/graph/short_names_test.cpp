#include <entente/graph/short_names.hpp>

#include <map>
#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace entente;

namespace {

constexpr CoOccurrence Acme{1, ActorKind::Organisation};
constexpr CoOccurrence Club{2, ActorKind::Organisation};

PersonSighting sighting(const std::string& article, const std::string& name, std::vector<CoOccurrence> company = {}) {
  return {.article = article, .id = name, .name = name, .company = std::move(company)};
}

PersonProfile profile(const std::string& name, std::size_t articles, const CoOccurrence& company) {
  const KnownPersons known;
  PersonProfile profile{.name = name};
  for (std::size_t i = 0; i < articles; ++i) {
    profile.add(sighting(name + std::to_string(i), name, {company}), known);
  }
  return profile;
}

ShortNames resolved(const std::vector<PersonSighting>& all, const std::vector<PersonProfile>& bearers) {
  std::vector<const PersonSighting*> sightings;
  for (const PersonSighting& one : all) {
    sightings.push_back(&one);
  }
  return resolve_short_names(sightings, bearers, KnownPersons());
}

// The bearer of each sighting, or -1.
std::vector<int> bearers_of(const std::vector<PersonSighting>& all, const std::vector<PersonProfile>& bearers) {
  std::vector<int> found(all.size(), -1);
  for (const ShortNames::Group& group : resolved(all, bearers).groups) {
    for (const std::uint32_t s : group.sightings) {
      found[s] = group.bearer ? static_cast<int>(*group.bearer) : -1;
    }
  }
  return found;
}

}  // namespace

TEST_CASE("a profile gathers what all sightings of a person say") {
  const KnownPersons known;
  PersonProfile person = profile("Anna Halden", 3, Acme);
  PersonSighting more = sighting("x", "Anna Halden", {Acme, Club});
  more.aliases = {"Annie", "Anna M. Halden"};
  more.country = "norway";
  more.gender = ActorGender::Feminine;
  more.date = "2024-01-02";
  person.add(more, known);
  CHECK(person.articles.size() == 4);
  CHECK(person.company.at(Acme) == 4);
  CHECK(person.company.at(Club) == 1);
  CHECK(person.exact_names == std::set<std::string>{"annie", "halden"});
  CHECK(person.words == std::map<std::string, unsigned>{{"anie", 1}, {"halden", 4}});
  CHECK(person.countries.at("norway") == 1);
  CHECK(person.feminine == 1);
  CHECK(person.days.size() == 1);
  CHECK(bearer_words(more, known) == std::set<std::string>{"anie", "halden"});
  CHECK(short_word(sighting("a", "de Gaulle")) == "gaulle");
}

TEST_CASE("a word means the bearer for whom much more speaks than for others") {
  const std::vector<PersonProfile> two = {profile("Anna Halden", 4, Acme), profile("Piet Halden", 4, Club)};
  CHECK(bearers_of({sighting("x", "Halden", {Acme}), sighting("y", "Halden", {Club}), sighting("z", "Halden")}, two) ==
        std::vector<int>{0, 1, -1});
  const ShortNames found = resolved({sighting("x", "Halden", {Acme})}, two);
  CHECK(found.reasons[0] == "short name; Anna Halden is in 4 articles, seen with the same actors");
}

TEST_CASE("a person who is in few articles must stand out further than one who is in many") {
  constexpr CoOccurrence City{3, ActorKind::Place};
  const std::vector<PersonSighting> seen = {sighting("x", "Halden", {City})};
  CHECK(bearers_of(seen, {profile("Anna Halden", 2, City), profile("Piet Halden", 2, Club)}) == std::vector<int>{-1});
  CHECK(bearers_of(seen, {profile("Anna Halden", 5, City), profile("Piet Halden", 5, Club)}) == std::vector<int>{0});
}

TEST_CASE("a surname that an article holds apart from a full name is not its") {
  const std::vector<PersonProfile> two = {profile("Anna Halden", 8, Acme), profile("Piet Halden", 8, Acme)};
  CHECK(bearers_of({sighting("Anna Halden0", "Halden", {Acme})}, two) == std::vector<int>{1});
}

TEST_CASE("the more others bear a surname, the more must speak for one of them") {
  constexpr CoOccurrence City{3, ActorKind::Place};
  const std::vector<PersonSighting> seen = {sighting("x", "Halden", {City})};
  std::vector<PersonProfile> bearers = {profile("Anna Halden", 5, City)};
  CHECK(bearers_of(seen, bearers) == std::vector<int>{0});
  for (const char* const name : {"Piet Halden", "Ole Halden", "Ines Halden", "Rui Halden"}) {
    bearers.push_back(profile(name, 4, Club));
  }
  CHECK(bearers_of(seen, bearers) == std::vector<int>{-1});
}

TEST_CASE("an alias of one word counts where it is used, a surname everywhere") {
  const KnownPersons known;
  PersonProfile other = profile("Rosalba Halden", 12, Acme);
  PersonSighting called = sighting("x", "Rosalba Halden", {Acme});
  called.aliases = {"Rosalba"};
  other.add(called, known);
  CHECK(bearers_of({sighting("y", "Rosalba", {Acme})}, {profile("Ines Rosalba", 12, Acme), other}) ==
        std::vector<int>{0});
}

TEST_CASE("words before the name of a person whom the world knows do not count") {
  const KnownPersons known;
  CHECK(known.full_name("Russia Vladimir Putin") == "Vladimir Putin");
  CHECK(known.is_full_name("St Petersburg Vladimir Putin"));
  CHECK(known.short_names("Russia Vladimir Putin").size() == known.short_names("Vladimir Putin").size());
  CHECK(known.full_name("Igor Vladimir Putin") == "Igor Vladimir Putin");
  CHECK(known.full_name("I. Vladimir Putin") == "I. Vladimir Putin");
}

TEST_CASE("words without a bearer join where they share company or the world knows one person") {
  const ShortNames found = resolved({sighting("a", "Rosalba", {Acme}), sighting("b", "Rosalba", {Acme}),
                                     sighting("c", "Rosalba", {Club}), sighting("d", "Putin")},
                                    {});
  REQUIRE(found.groups.size() == 3);
  CHECK(found.groups[0].name == "Vladimir Putin");
  CHECK(found.groups[1].sightings == std::vector<std::uint32_t>{0, 1});
  CHECK(found.groups[2].sightings == std::vector<std::uint32_t>{2});
  CHECK(found.reasons == std::vector<std::string>{"one name, seen with the same actors",
                                                  "one name, seen with the same actors", "", "known by this name"});
}
