// What words do to the status of a relation.
#include <entente/relations/status_words.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const StatusWords& words() { return shipped_lexicons().status_words; }
WordId id(std::string_view word) { return shipped_lexicons().predicates.words().find(word); }

}  // namespace

TEST_CASE("a word has the effect of its role, and none in another") {
  struct Row {
    const char* word;
    StatusRole role;
    std::optional<Status> effect;
  };
  const Row rows[] = {
      {"want", StatusRole::Clause, Status::Planned},       {"urge", StatusRole::Clause, Status::Requested},
      {"refuse", StatusRole::Clause, Status::Negated},     {"stop", StatusRole::Clause, Status::Ended},
      {"launch", StatusRole::Carry, Status::Asserted},     {"cancel", StatusRole::Carry, Status::Negated},
      {"discuss", StatusRole::About, Status::Planned},     {"never", StatusRole::Adverb, Status::Negated},
      {"allegedly", StatusRole::Adverb, Status::Possible}, {"will", StatusRole::Modal, Status::Planned},
      {"may", StatusRole::Modal, Status::Possible},        {"should", StatusRole::Modal, Status::Requested},
      {"if", StatusRole::Mark, Status::Possible},          {"without", StatusRole::Mark, Status::Negated},
      {"deny", StatusRole::Denial, Status::Negated},       {"sour", StatusRole::Fate, Status::Negated},
      {"accuse", StatusRole::Suspicion, Status::Possible}, {"acquit", StatusRole::Suspicion, Status::Negated},
      {"bid", StatusRole::Wish, Status::Planned},          {"untrue", StatusRole::Verdict, Status::Negated},
      {"true", StatusRole::Verdict, Status::Asserted},     {"want", StatusRole::Modal, std::nullopt},
      {"launch", StatusRole::Clause, std::nullopt},        {"sleep", StatusRole::Carry, std::nullopt},
  };
  for (const auto& [word, role, effect] : rows) {
    CAPTURE(word);
    CAPTURE(static_cast<int>(role));
    CHECK(words().effect(role, id(word)) == effect);
    CHECK(words().has(role, id(word)) == effect.has_value());
  }
  CHECK(words().effect(StatusRole::Clause, NoWord) == std::nullopt);
}

TEST_CASE("every role has words, which its number finds") {
  for (int role = 0; role < StatusRoleCount; ++role) {
    CAPTURE(role);
    std::size_t count = 0;
    for (WordId word = 1; word < shipped_lexicons().predicates.words().size(); ++word) {
      count += words().has(static_cast<StatusRole>(role), word) ? 1 : 0;
    }
    CHECK(count > 0);
  }
}

TEST_CASE("a verb carries a noun with its own preposition alone") {
  CHECK(words().carried_by(id("call"), id("for")) == Status::Requested);
  CHECK(words().carried_by(id("engage"), id("in")) == Status::Asserted);
  CHECK(words().carried_by(id("call"), id("off")) == Status::Negated);
  CHECK(words().carried_by(id("prepare"), id("for")) == Status::Planned);
  CHECK(words().carried_by(id("engage"), id("for")) == std::nullopt);
  CHECK(words().carried_by(id("for"), id("call")) == std::nullopt);
  CHECK(words().carried_by(NoWord, id("for")) == std::nullopt);
  CHECK(words().effect(StatusRole::Carry, id("call")) == std::nullopt);  // not without one
}

TEST_CASE("an occasion is a noun after one of its prepositions") {
  CHECK(words().is_occasion(id("talk"), id("during")));
  CHECK_FALSE(words().is_occasion(id("talk"), id("of")));
  CHECK_FALSE(words().is_occasion(id("attack"), id("during")));
}

TEST_CASE("the words for a former office are those of names") {
  for (const char* const word : {"former", "once", "then", "previously"}) {
    CAPTURE(word);
    CHECK(words().effect(StatusRole::Former, id(word)) == Status::Ended);
  }
  CHECK_FALSE(words().has(StatusRole::Former, id("never")));
}
