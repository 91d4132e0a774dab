// The vocabulary of relations.
#include <entente/relations/relation_types.hpp>

#include <doctest/doctest.h>

#include <entente/base/error.hpp>

using namespace entente;

namespace {

std::string refusal(std::string_view rows) {
  try {
    load_relation_types(rows, "mine");
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadFormat);
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("relation types keep their order, and the last is other") {
  const auto types = load_relation_types();
  CHECK(types.types.front().name == "visits");
  CHECK(types.types.back().name == "other");
  CHECK(!types.find("no such type"));
  CHECK(types.named("no such type").name == "other");
  for (const auto& type : types.types) {
    CAPTURE(type.name);
    CHECK(!type.meaning.empty());
    CHECK(types.named(type.name).name == type.name);
  }
  CHECK(shipped_relation_types().types.size() == types.types.size());
}

TEST_CASE("a type has its label, family and direction") {
  const RelationTypes& types = shipped_relation_types();
  const RelationType& meets = types.named("meets");
  CHECK(meets.symmetric);
  CHECK(meets.family == RelationFamily::Encounter);
  const RelationType& attacks = types.named("attacks");
  CHECK_FALSE(attacks.symmetric);
  CHECK(attacks.family == RelationFamily::Conflict);
  CHECK(attacks.label == "attacks");
}

TEST_CASE("a user's type goes before other, and one of a shipped name is described anew") {
  const RelationTypes types = load_relation_types(
      "type\tlobbies\tlobbies for\tstatement\tdirected\t13\tx\twhat lobbies do\n"
      "type\tmeets\tsits with\tencounter\tdirected\n"
      "[lobbies]\nA lobby B\n");
  CHECK(types.types.size() == shipped_relation_types().types.size() + 1);
  CHECK(types.types.back().name == "other");
  const RelationType& lobbies = types.types[types.types.size() - 2];
  CHECK(lobbies.name == "lobbies");
  CHECK(lobbies.label == "lobbies for");
  CHECK(lobbies.family == RelationFamily::Statement);
  CHECK(lobbies.cameo == "13");
  CHECK(lobbies.plover == "x");
  CHECK(lobbies.meaning == "what lobbies do");
  CHECK(types.find("meets") == shipped_relation_types().find("meets"));
  CHECK(types.named("meets").label == "sits with");
  CHECK_FALSE(types.named("meets").symmetric);
}

TEST_CASE("a type that cannot be read is refused with its line and what was expected") {
  CHECK(refusal("type\tx\tx\tnowhere\tsym\n").find("mine:1: found the family \"nowhere\"") == 0);
  CHECK(refusal("# one\ntype\tx\tx\tconflict\tboth\n").find("mine:2: found the direction \"both\"") == 0);
  CHECK(refusal("type\tx\tx\tconflict\n").find("mine:1: found a relation type of 3 columns") == 0);
  CHECK(refusal("type\t\tx\tconflict\tsym\n").find("mine:1") == 0);
  CHECK(refusal("type\tx\t\tconflict\tsym\n").find("mine:1") == 0);
  CHECK(refusal("type\tx\tx\tconflict\tsym\n") == "accepted");
}

TEST_CASE("a type has the traits that its row names") {
  const RelationTypes& shipped = shipped_relation_types();
  CHECK(shipped.named("leads").traits.office);
  CHECK(shipped.named("visits").traits.journey);
  CHECK(shipped.named("member").traits.membership);
  CHECK(shipped.named("defeats").traits.one_way);
  CHECK(shipped.named("borders").traits.lasting);
  CHECK(shipped.named("parent").traits.ended == Status::Asserted);
  CHECK(shipped.named("meets").traits.ended == Status::Negated);
  CHECK(shipped.named("spouse").traits.ended == Status::Ended);
  // A user's row that names none keeps those of the type that ships.
  const RelationTypes types = load_relation_types(
      "type\tleads\truns\tbelonging\tdirected\n"
      "type\thosts\thosts\tencounter\tdirected\t\t\tgives it room\tstate ended=negated\n");
  CHECK(types.named("leads").traits.state);
  CHECK(types.named("hosts").traits.state);
  CHECK(types.named("hosts").traits.ended == Status::Negated);
  CHECK(refusal("type\tx\tx\tconflict\tsym\t\t\t\tsolid\n").find("mine:1: found the trait \"solid\"") == 0);
}

TEST_CASE("statuses and families have their names, and back") {
  constexpr std::string_view Statuses[] = {"asserted", "planned", "possible", "requested", "negated", "ended"};
  for (std::size_t i = 0; i < StatusCount; ++i) {
    CAPTURE(Statuses[i]);
    CHECK(status_name(static_cast<Status>(i)) == Statuses[i]);
    CHECK(status_named(Statuses[i]) == static_cast<Status>(i));
  }
  CHECK(!status_named("dreamt"));
  CHECK(!status_named(""));
  constexpr std::string_view Families[] = {"encounter", "alignment", "statement", "conflict", "belonging", "other"};
  for (std::size_t i = 0; i < std::size(Families); ++i) {
    CHECK(family_name(static_cast<RelationFamily>(i)) == Families[i]);
  }
}
