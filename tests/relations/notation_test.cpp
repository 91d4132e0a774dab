// One line of a predicate file becomes frames.
#include <entente/relations/notation.hpp>

#include <doctest/doctest.h>

#include <entente/actors/actors.hpp>
#include <entente/base/error.hpp>

using namespace entente;

namespace {

constexpr std::string_view Slots[] = {"absent",    "subject", "object",   "preposition", "object noun",
                                      "prep noun", "clause",  "genitive", "modifier",    "bearer"};

struct Read {
  explicit Read(std::string_view text) : rows("mine", Line), pattern(read(text)) {}

  Pattern read(std::string_view text) {
    rows.next();
    return read_pattern(text, {}, words, pool, rows);
  }
  std::string set(WordSet set) const {
    std::string all;
    for (std::uint32_t i = set.begin; i < set.begin + set.count; ++i) {
      all += (all.empty() ? "" : "/") + words.text(pool[i]);
    }
    return all;
  }
  std::string place(const Place& place) const {
    std::string all(Slots[static_cast<std::size_t>(place.slot)]);
    for (const WordSet& it : {place.first, place.noun, place.prep}) {
      all += it.empty() ? "" : " " + set(it);
    }
    return all;
  }
  // "visit (verb): subject, object": the anchors, and where A and B stand.
  std::string dump() const {
    std::string all;
    for (const WordId anchor : pattern.anchors) {
      all += (all.empty() ? "" : "/") + words.text(anchor);
    }
    return all + (pattern.verb ? " (verb): " : ": ") + place(pattern.frame.a) + ", " + place(pattern.frame.b);
  }

  static constexpr std::string_view Line = "a line\n";
  Words words;
  std::vector<WordId> pool;
  RowReader rows;
  Pattern pattern;
};

std::string refusal(std::string_view text) {
  try {
    const Read it(text);
  } catch (const Error& error) {
    CHECK(error.code() == ErrorCode::BadFormat);
    return error.what();
  }
  return "accepted";
}

}  // namespace

TEST_CASE("a pattern says which words it is indexed by, and where A and B stand") {
  struct Row {
    const char* pattern;
    const char* frame;
  };
  const Row rows[] = {
      {"A visit B", "visit (verb): subject, object"},
      {"A travel/fly to B", "travel/fly (verb): subject, preposition to"},
      {"A take up arms against B", "take (verb): subject, object noun arms against"},
      {"A come to aid of B", "come (verb): subject, prep noun to aid of"},
      {"A come to B's aid", "come (verb): subject, prep noun to aid of"},
      {"A say that B must/should", "say (verb): subject, clause"},
      {"A impose sanction on B", "impose (verb): subject, object noun sanction on"},
      {"A's visit/trip to B", "visit/trip: genitive, preposition to"},
      {"A's demand that B", "demand: genitive, clause"},
      {"A's B trip", "trip: genitive, modifier"},
      {"A be dependent on B", "dependent: bearer, preposition on"},
      {"A be in B", "be (verb): subject, preposition in"},
      {"A be on B's side", "side: bearer, genitive"},
      {"AB meet", "meet (verb): subject, absent"},
      {"talks between AB", "talks: preposition between, absent"},
  };
  for (const auto& [pattern, frame] : rows) {
    CAPTURE(pattern);
    const Read it(pattern);
    CHECK(it.dump() == frame);
    CHECK(it.pattern.frame.pattern == pattern);
  }
}

TEST_CASE("particles, companions, modals and the preposition of the anchor itself") {
  const Read arms("A take up arms against B");
  CHECK(arms.set(arms.pattern.frame.particle) == "up");
  const Read trial("A put B on trial");
  CHECK(trial.set(trial.pattern.frame.companions[0].prep) == "on");
  CHECK(trial.set(trial.pattern.frame.companions[0].word) == "trial");
  const Read infinitive("A want B to");
  CHECK(infinitive.set(infinitive.pattern.frame.companions[0].word) == "to");
  const Read must("A say that B must/should");
  CHECK(must.set(must.pattern.frame.modal) == "must/should");
  const Read side("A be on B's side");
  CHECK(side.set(side.pattern.frame.own_case) == "on");
  const Read effort("A's mediation effort for B");
  CHECK(effort.dump() == "effort: genitive, preposition for");
  CHECK(effort.set(effort.pattern.frame.companions[0].word) == "mediation");
}

TEST_CASE("kinds of actors are a set, or what is not in it") {
  const auto bit = [](ActorKind kind) { return static_cast<KindSet>(1U << static_cast<unsigned>(kind)); };
  const Read some("A(person) go to B(place/country)");
  CHECK(some.pattern.frame.a_kinds == bit(ActorKind::Person));
  CHECK(some.pattern.frame.b_kinds == (bit(ActorKind::Place) | bit(ActorKind::Country)));
  const Read none("A go to B(!person)");
  CHECK(none.pattern.frame.a_kinds == AnyKind);
  CHECK(none.pattern.frame.b_kinds == static_cast<KindSet>(~bit(ActorKind::Person)));
  CHECK(Read("A(party) go to B(company)").pattern.frame.a_kinds == PartyKind);
}

TEST_CASE("a pattern is the more specific the more words and conditions it has") {
  const auto of = [](const char* pattern) { return static_cast<int>(Read(pattern).pattern.frame.specificity); };
  CHECK(of("A give B aid") > of("A give B *"));
  CHECK(of("A give * to B") > of("A give B *"));
  CHECK(of("A impose sanction on B") > of("A impose on B"));
  CHECK(of("A(person) visit B") > of("A visit B"));
}

TEST_CASE("a pattern that cannot be read is refused with its line and reason") {
  CHECK(refusal("A visit").find("expected both A and B, or AB") != std::string::npos);
  CHECK(refusal("A visit A").find("each of A and B may stand only once") != std::string::npos);
  CHECK(refusal("A(robot) visit B").find("the kind of actor \"robot\"") != std::string::npos);
  CHECK(refusal("A(person visit B").find("a closing bracket") != std::string::npos);
  CHECK(refusal("A give / to B").find("\"/\"") != std::string::npos);
  CHECK(refusal("A's B's").find("there is no word for it") != std::string::npos);
  CHECK(refusal("A visit B one two three").find("too many words after the last actor") != std::string::npos);
  CHECK(refusal("A's visit to").find("expected a preposition and an actor") != std::string::npos);
  CHECK(refusal("A visit").find("mine:1") == 0);
  CHECK(refusal("A visit B") == "accepted");
}
