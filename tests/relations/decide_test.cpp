#include <entente/relations/decide.hpp>

#include <utility>
#include <vector>

#include <doctest/doctest.h>

using namespace entente;

namespace {

// Two actors, each with the mention of its number.
Actors two_actors(bool doubtful = false) {
  Actors actors;
  actors.mentions.resize(2);
  actors.actors.resize(2);
  for (ActorId a = 0; a < 2; ++a) {
    actors.mentions[a].actor = a;
    actors.mentions[a].head = a;
  }
  actors.actors[1].doubtful = doubtful;
  return actors;
}

// So many sentences; both actors stand in the first.
const Document& document(std::size_t sentences) {
  static Document document;
  document.sentences.assign(sentences, Sentence{});
  document.sentences[0].tokens = {0, 2};
  return document;
}

PairScore reading(const RelationTypes& types, std::string_view type, float probability, MentionId source = 0) {
  PairScore it;
  it.sentence = 0;
  it.source = source;
  it.target = 1 - source;
  it.type = *types.find(type);
  it.probability = probability;
  return it;
}

Finding finding(const RelationTypes& types, std::string_view type, ActorId source = 0) {
  Finding it;
  it.sentence = 0;
  it.source = it.source_mention = source;
  it.target = it.target_mention = 1 - source;
  it.type = *types.find(type);
  it.confidence = 0.9F;
  return it;
}

// What rules or the relation model are sure of is told.
constexpr Calibration Weighs{.bias = -0.7F,
                             .model = 0.6F,
                             .rules = 1.5F,
                             .model_beside_rules = -0.25F,
                             .doubtful = -1.4F,
                             .tell_from = 0.45F,
                             .tell_rule_from = 0.45F,
                             .doubt_from = 0.2F,
                             .no_fact_from = 0.7F};

}  // namespace

TEST_CASE(
    "what a rule finds and the relation model denies is doubted, and so is what the relation model alone half "
    "believes") {
  const RelationTypes types = load_relation_types();
  const Actors actors = two_actors();
  const std::vector<PairScore> readings = {reading(types, "visits", 0.99F), reading(types, "supports", 0.3F)};
  Decider decider(readings, Weighs, document(20), actors, types);
  std::vector<Finding> weighed = {finding(types, "visits"), finding(types, "attacks")};
  for (Finding& it : weighed) {
    decider.weigh(it);
  }
  const std::vector<PairScore> others = decider.others();
  REQUIRE(others.size() == 1);  // "supports"; the visit was found by a rule
  weighed.push_back(finding(types, "supports"));
  decider.weigh(others[0], weighed.back());
  const Relations relations = decider.decide(std::move(weighed));
  REQUIRE(relations.findings.size() == 1);
  CHECK(relations.findings[0].type == *types.find("visits"));
  CHECK(relations.findings[0].inputs.rules);
  CHECK(relations.findings[0].inputs.model == 0.99F);
  REQUIRE(relations.doubted.size() == 2);
  CHECK(!relations.doubted[1].inputs.rules);
}

TEST_CASE("a symmetric relation is one claim in both directions, another is two") {
  const RelationTypes types = load_relation_types();
  const Actors actors = two_actors();
  const std::vector<PairScore> readings = {reading(types, "meets", 0.9F), reading(types, "praises", 0.9F)};
  Decider decider(readings, Weighs, document(20), actors, types);
  Finding met = finding(types, "meets", 1);
  Finding praised = finding(types, "praises", 1);
  decider.weigh(met);
  decider.weigh(praised);
  CHECK(met.inputs.model == 0.9F);
  CHECK(praised.inputs.model == 0.0F);
}

TEST_CASE("a user's row is always told, and without a relation model all findings are, as sure as their rules") {
  const RelationTypes types = load_relation_types();
  const Actors actors = two_actors(true);
  const std::vector<PairScore> readings = {reading(types, "visits", 0.002F)};
  for (const auto& some : {readings, std::vector<PairScore>{}}) {
    Decider decider(some, Weighs, document(20), actors, types);
    std::vector<Finding> weighed = {finding(types, "visits")};
    weighed[0].from_user = !some.empty();
    decider.weigh(weighed[0]);
    const Relations relations = decider.decide(std::move(weighed));
    REQUIRE(relations.findings.size() == 1);
    CHECK(relations.findings[0].confidence == 0.9F);
    CHECK(relations.doubted.empty());
  }
}

TEST_CASE("a type that the relation model has not learned is decided by rules alone") {
  const RelationTypes types = load_relation_types();
  const Actors actors = two_actors();
  const std::vector<PairScore> readings = {reading(types, "visits", 0.9F)};
  for (const bool learned : {true, false}) {
    CAPTURE(learned);
    std::vector<bool> known(types.types.size(), true);
    known[*types.find("praises")] = learned;
    Decider decider(readings, Weighs, document(20), actors, types, known);
    std::vector<Finding> weighed = {finding(types, "praises")};
    decider.weigh(weighed[0]);
    const Relations relations = decider.decide(std::move(weighed));
    CHECK(relations.findings.size() == (learned ? 0 : 1));
  }
}

TEST_CASE("in an article of a few sentences rules are believed as they are") {
  const RelationTypes types = load_relation_types();
  const Actors actors = two_actors();
  const std::vector<PairScore> readings = {reading(types, "visits", 0.002F)};
  Decider decider(readings, Weighs, document(1), actors, types);
  Finding it = finding(types, "visits");
  decider.weigh(it);
  CHECK(it.confidence == 0.9F);
  CHECK(it.inputs.model == 0.002F);
}

TEST_CASE("what stands in another sentence, no reading denies") {
  const RelationTypes types = load_relation_types();
  Actors actors = two_actors();
  actors.mentions[1].head = 7;
  const std::vector<PairScore> readings = {reading(types, "visits", 0.9F)};
  Decider decider(readings, Weighs, document(20), actors, types);
  std::vector<Finding> weighed = {finding(types, "leads")};
  decider.weigh(weighed[0]);
  const Relations relations = decider.decide(std::move(weighed));
  REQUIRE(relations.findings.size() == 1);
  CHECK(relations.findings[0].confidence == 0.9F);
}

TEST_CASE("whoever leads a country by a rule leads no other by the relation model alone") {
  const RelationTypes types = load_relation_types();
  Actors actors = two_actors();
  actors.actors.push_back({});
  actors.mentions.push_back(actors.mentions[1]);
  actors.mentions[2].actor = 2;
  actors.actors[1].kind = actors.actors[2].kind = ActorKind::Country;
  PairScore second = reading(types, "leads", 0.9F);
  second.target = 2;
  const std::vector<PairScore> readings = {reading(types, "leads", 0.9F), second};
  for (const bool rule : {true, false}) {
    CAPTURE(rule);
    Decider decider(readings, Weighs, document(20), actors, types);
    std::vector<Finding> weighed;
    if (rule) {
      weighed.push_back(finding(types, "leads"));
      decider.weigh(weighed[0]);
    }
    for (const PairScore& it : decider.others()) {
      weighed.push_back(finding(types, "leads"));
      weighed.back().target = actors.mentions[it.target].actor;
      decider.weigh(it, weighed.back());
    }
    const Relations relations = decider.decide(std::move(weighed));
    CHECK(relations.findings.size() == (rule ? 1 : 2));
  }
}

TEST_CASE("the relation model alone gives a leader who is known for one country no other") {
  const RelationTypes types = load_relation_types();
  const std::vector<PairScore> readings = {reading(types, "leads", 0.9F)};
  for (const bool same : {true, false}) {
    CAPTURE(same);
    Actors actors = two_actors();
    actors.actors[1].kind = ActorKind::Country;
    actors.actors[1].name = "Peru";
    actors.actors[0].known_country = same ? "Peru" : "Togo";
    Decider decider(readings, Weighs, document(20), actors, types);
    std::vector<Finding> weighed = {finding(types, "leads")};
    decider.weigh(readings[0], weighed[0]);
    CHECK(decider.decide(std::move(weighed)).findings.size() == (same ? 1 : 0));
  }
}
