#include <entente/graph/person_ids.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("of several persons of one name the one with the most sightings has it for an id") {
  using Ids = std::vector<std::string>;
  CHECK(person_ids("roe", {{1, "b", "roe"}}) == Ids{"roe"});
  CHECK(person_ids("roe", {{1, "b", "roe"}, {3, "c", "roe"}, {1, "a", "roe"}}) == Ids{"roe~b", "roe", "roe~a"});
  CHECK(person_ids("roe", {{1, "b", "roe"}, {1, "a", "roe"}}) == Ids{"roe~b", "roe"});
}

TEST_CASE("ids of persons all differ") {
  const std::vector<std::string> ids = person_ids("roe", {{1, "a", "roe"}, {1, "a", "roe-2"}, {1, "a", "roe-3"}});
  CHECK(ids == std::vector<std::string>{"roe", "roe~a", "roe~a~roe-3"});
}

TEST_CASE("the rank of a person is that of his first sighting") {
  const PersonSighting late{.article = "b", .id = "a", .name = "A"};
  const PersonSighting early{.article = "a", .id = "b", .name = "A"};
  const std::vector<const PersonSighting*> both = {&late, &early};
  CHECK(rank_of(both) == PersonRank{2, "a", "b"});
}

TEST_CASE("a form of a name is given as a reason where the ids would differ") {
  CHECK(form_reason("J. Roe", "John Roe") == "a form of the name John Roe");
  CHECK(form_reason("José Roe", "Jose Roe").empty());
}
