#include <entente/relations/lexicon.hpp>

#include <entente/base/error.hpp>

#include <string>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

constexpr const char* Lobbied =
    "[ORG Acme/PROPN:2:nsubj ] lobbied/lobby/VBD:0:root [ORG Parliament/PROPN:2:obj ] ./PUNCT:2:punct";

std::string refusal(std::string_view user_relations) {
  try {
    const RelationReader reader(Model::built_in("fast"), user_relations);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadFormat);
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("every status has a name, which a user's predicates may give") {
  for (std::size_t i = 0; i < StatusCount; ++i) {
    const auto status = static_cast<Status>(i);
    CAPTURE(status_name(status));
    CHECK(status_named(status_name(status)) == status);
    const std::string rows = "[criticizes]\nA lobby B\t" + std::string(status_name(status)) + "\n";
    CHECK(refusal(rows) == "accepted");
    const auto found = findings_of(scene(Lobbied), RelationReader(Model::built_in("fast"), rows));
    CHECK(found ==
          "acme -criticizes-> parliament" + (status == Status::Asserted ? "" : " " + std::string(status_name(status))));
  }
  CHECK(!status_named("dreamt"));
}

TEST_CASE("a user's file may define types, and its predicates win") {
  CHECK(findings_of(scene(Lobbied), shipped_reader()) != "acme -lobbies-> parliament");
  const RelationReader reader(Model::built_in("fast"),
                              "type\tlobbies\tlobbies\tstatement\tdirected\n"
                              "# comment\n"
                              "[lobbies]\n"
                              "A lobby B\n");
  CHECK(findings_of(scene(Lobbied), reader) == "acme -lobbies-> parliament");
  CHECK(reader.types().types.back().name == "other");
}

TEST_CASE("a user's file that cannot be read is refused with the line and the reason") {
  CHECK(refusal("A lobby B\n").find("relations file:1: found a predicate before the first section") == 0);
  CHECK(refusal("[lobbies]\nA lobby B\n").find("relations file:1: found the section") == 0);
  CHECK(refusal("[visits]\nlobby\n").find("relations file:2: found the pattern") == 0);
  CHECK(refusal("[visits]\nA(robot) go to B\n").find("relations file:2: found the kind of actor") == 0);
  CHECK(refusal("[visits]\nA go to B\tmaybe\n").find("relations file:2: found the option") == 0);
  CHECK(refusal("[visits]\nA take B's up\n").find("relations file:2: found the pattern") == 0);
  CHECK(refusal("[visits]\nA give / to B\n").find("relations file:2: found \"/\"") == 0);
  CHECK(refusal("type\tx\tx\tnowhere\tsym\n").find("relations file:1: found the family") == 0);
  CHECK(refusal("") == "accepted");
}

TEST_CASE("the frames of a word are sorted by how specific they are, the user's first") {
  const Lexicons lexicons("[visits]\nA attack B\n");
  const auto frames = lexicons.predicates.verb_frames(lexicons.predicates.words().find("attack"));
  REQUIRE(frames.size() > 1);
  CHECK(frames[0]->from_user);
  CHECK(lexicons.types.types[frames[0]->type].name == "visits");
  for (std::size_t i = 2; i < frames.size(); ++i) {
    CHECK_FALSE(frames[i]->from_user);
    CHECK(frames[i - 1]->specificity >= frames[i]->specificity);
  }
  CHECK(lexicons.predicates.verb_frames(NoWord).empty());
  CHECK(lexicons.predicates.noun_frames(lexicons.predicates.words().find("visit")).size() > 0);
}

TEST_CASE("a set of words has its words, and \"*\" has all") {
  const Lexicons lexicons("[visits]\nA stroll to/toward B\nA lend * to B\n");
  const PredicateLexicon& all = lexicons.predicates;
  const WordSet preps = lexicons.frame("stroll").b.prep;
  CHECK(all.has(preps, all.words().find("to")));
  CHECK(all.has(preps, all.words().find("toward")));
  CHECK_FALSE(all.has(preps, all.words().find("from")));
  CHECK(all.first(preps) == all.to);
  CHECK_FALSE(all.has_any(preps));
  const WordSet anything = lexicons.frame("lend").b.noun;
  CHECK(all.has_any(anything));
  CHECK(all.has(anything, all.words().find("from")));
}

TEST_CASE("nouns stand for their possessor, and words are signs of contexts") {
  const PredicateLexicon& all = shipped_lexicons().predicates;
  const auto stands = [&](const char* noun, Standing standing) {
    return (all.standing(all.words().find(noun)) & bits(standing)) != 0;
  };
  CHECK(stands("government", Standing::Body));
  CHECK(stands("investor", Standing::Plural));
  CHECK_FALSE(stands("investor", Standing::Body));
  CHECK(stands("decision", Standing::Act));
  CHECK(stands("territory", Standing::Ground));
  CHECK(all.standing(NoWord) == 0);
  CHECK(all.context_named("sport") != 0);
  CHECK(all.context_named("no such context") == 0);
  CHECK((all.contexts(all.words().find("striker")) & all.context_named("sport")) != 0);
  CHECK(all.contexts(NoWord) == 0);
}
