// Relation types of a user's own, and the union of two vocabularies.
#include <entente/relations/user_types.hpp>

#include <string>

#include <doctest/doctest.h>

using namespace entente;

namespace {

RelationType own(const char* name, const char* label = "does") {
  RelationType type;
  type.name = name;
  type.label = label;
  return type;
}

RelationTypes with(std::initializer_list<RelationType> types) {
  RelationTypes all = shipped_relation_types();
  for (const RelationType& type : types) {
    define(all, type);
  }
  return all;
}

// The types that do not ship, in their order: "lobbies=does, meets=sits with".
std::string own_of(const RelationTypes& types) {
  std::string all;
  for (const RelationType& type : types.types) {
    all += is_shipped(type) ? "" : (all.empty() ? "" : ", ") + type.name + "=" + type.label;
  }
  return all;
}

}  // namespace

TEST_CASE("a type ships where the vocabulary describes it in the same way") {
  RelationType meets = shipped_relation_types().named("meets");
  CHECK(is_shipped(meets));
  meets.label = "sits with";
  CHECK_FALSE(is_shipped(meets));
  CHECK_FALSE(is_shipped(own("lobbies")));
  CHECK(is_shipped(shipped_relation_types().types.back()));
}

TEST_CASE("a new type goes before other, one of the same name is described anew") {
  RelationTypes types = with({own("lobbies")});
  REQUIRE(types.types.size() == shipped_relation_types().types.size() + 1);
  CHECK(types.types.back().name == "other");
  CHECK(types.types[types.types.size() - 2].name == "lobbies");
  define(types, own("lobbies", "lobbies for"));
  CHECK(types.types.size() == shipped_relation_types().types.size() + 1);
  CHECK(own_of(types) == "lobbies=lobbies for");
  RelationTypes none;
  define(none, own("lobbies"));
  CHECK(own_of(none) == "lobbies=does");
}

TEST_CASE("a union has the types of both, in one order whichever comes first") {
  struct Row {
    RelationTypes a;
    RelationTypes b;
    const char* own;
  };
  const Row rows[] = {
      {with({}), with({}), ""},
      {with({own("lobbies")}), with({own("advises-on")}), "advises-on=does, lobbies=does"},
      // a user's description wins over the one that ships, then the first in byte order
      {with({own("meets", "sits with")}), with({}), "meets=sits with"},
      {with({own("lobbies", "b")}), with({own("lobbies", "a")}), "lobbies=a"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.own);
    const RelationTypes both = united(row.a, row.b);
    CHECK(own_of(both) == row.own);
    CHECK(both.types.back().name == "other");
    CHECK(both.types.front().name == shipped_relation_types().types.front().name);
    const RelationTypes turned = united(row.b, row.a);
    REQUIRE(turned.types.size() == both.types.size());
    for (std::size_t i = 0; i < both.types.size(); ++i) {
      CHECK(turned.types[i].name == both.types[i].name);
      CHECK(turned.types[i].label == both.types[i].label);
    }
  }
}

TEST_CASE("types are extended by the user's own alone") {
  RelationTypes mine = with({own("lobbies"), own("meets", "sits with")});
  CHECK(own_of(extended(shipped_relation_types(), mine)) == "meets=sits with, lobbies=does");
  // what ships leaves a description that is there
  CHECK(own_of(extended(with({own("meets", "sits with")}), shipped_relation_types())) == "meets=sits with");
}
