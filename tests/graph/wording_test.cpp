#include <entente/graph/wording.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace entente;

TEST_CASE("an untyped relation reads as a verb in the third person") {
  const std::pair<std::string, std::string> rows[] = {{"pick", "picks"},
                                                      {"carry out", "carries out"},
                                                      {"reach", "reaches"},
                                                      {"fix", "fixes"},
                                                      {"veto", "vetoes"},
                                                      {"buy", "buys"},
                                                      {"buzz", "buzzes"},
                                                      {"radio", "radios"},
                                                      {"have part in", "has part in"},
                                                      {"be in", "is in"},
                                                      {"", ""}};
  for (const auto& [predicate, expected] : rows) {
    CHECK(in_third_person(predicate) == expected);
  }
}

TEST_CASE("a relation reads by its type, by its predicate, and by its status") {
  const auto types = load_relation_types();
  const auto label = [&](const std::string& type, const std::string& predicate, Status status) {
    Relation relation;
    relation.type = type;
    relation.predicate = predicate;
    relation.status = status;
    return relation_label(relation, types.named(type));
  };
  CHECK(label("leads", "lead", Status::Asserted) == "leads");
  CHECK(label("leads", "lead", Status::Ended) == "used to lead");
  CHECK(label("other", "pick", Status::Planned) == "picks");
  CHECK(label("other", "pick", Status::Negated) == "does not pick");
  CHECK(label("other", "reach out to", Status::Ended) == "used to reach out to");
  CHECK(label("of another vocabulary", "feud with", Status::Asserted) == "feuds with");
  CHECK(label("of another vocabulary", "", Status::Asserted) == "of another vocabulary");
}

TEST_CASE("labels are negated as English does") {
  const std::pair<std::string, std::string> rows[] = {
      {"visits", "does not visit"},         {"is allied with", "is not allied with"},
      {"founded", "did not found"},         {"dismisses", "does not dismiss"},
      {"criticizes", "does not criticize"}, {"promises help to", "does not promise help to"},
      {"denies", "does not deny"},          {"vetoes", "does not veto"},
      {"travel to", "not: travel to"}};
  for (const auto& [label, expected] : rows) {
    CHECK(negated_label(label) == expected);
  }
}

TEST_CASE("labels of what has ended are in the past") {
  const std::pair<std::string, std::string> rows[] = {{"leads", "used to lead"},
                                                      {"is a member of", "used to be a member of"},
                                                      {"founded", "formerly: founded"},
                                                      {"cooperates with", "used to cooperate with"},
                                                      {"accuses", "used to accuse"},
                                                      {"was host of", "formerly: was host of"},
                                                      {"has offices in", "used to have offices in"},
                                                      {"work for", "formerly: work for"}};
  for (const auto& [label, expected] : rows) {
    CHECK(ended_label(label) == expected);
  }
}

TEST_CASE("what lasts is not dated by what happened within a year") {
  const auto type = [](const char* name) { return shipped_relation_types().named(name); };
  const TimeExpression day = {"on Friday", "2024-01-12", "2024-01-12"};
  const TimeExpression year = {"in 1964", "1964-01-01", "1964-12-31"};
  CHECK(!tells_when(type("leads"), day));
  CHECK(!tells_when(type("located"), year));
  CHECK(tells_when(type("visits"), day));
  CHECK(!tells_when(type("member"), {"on Friday", "", ""}));
  CHECK(tells_when(type("visits"), {"on Friday", "", ""}));
  CHECK(tells_when(type("founds"), year));
  CHECK(tells_when(type("leads"), {"from 2012 to 2016", "2012-01-01", "2016-12-31"}));
  CHECK(tells_when(type("member"), {"until 1995", "", "1995-12-31"}));
  RelationType saved = type("leads");
  saved.traits = {};
  CHECK(!tells_when(saved, day));
  RelationType of_user;
  of_user.name = "neighbors";
  CHECK(tells_when(of_user, day));
  of_user.traits.lasting = true;
  CHECK(!tells_when(of_user, day));
}
