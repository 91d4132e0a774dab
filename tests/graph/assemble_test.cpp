#include <entente/graph/assemble.hpp>

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/graph/show.hpp>
#include <graph/layers.hpp>

using namespace entente;
using namespace entente::test;

namespace {

// Two sentences with letters of more than one byte before the names.
struct Story {
  Document document = words("« Zoë Ångström visited Łódź . She met Ivo Brandt , and saw Łódź .");
  Actors actors;
  Relations relations;
  RelationTypes types = load_relation_types();
  ActorId zoe = add_actor(actors, "zoe-angstrom", "Zoë Ångström", {{1, 3}, {6, 7}});
  ActorId lodz = add_actor(actors, "lodz", "Łódź", {{4, 5}, {13, 14}}, ActorKind::Place);
  ActorId ivo = add_actor(actors, "ivo-brandt", "Ivo Brandt", {{8, 10}});
  ActorId nobody = add_actor(actors, "nobody", "Nobody", {});

  void say(ActorId source, const char* type, ActorId target, TokenId predicate) {
    relations.findings.push_back(finding(document, source, *types.find(type), target, predicate));
  }
  Network network() const { return assemble(document, actors, relations, types); }
};

Relation first(const Network& network) { return network[*boost::edges(network).first]; }

}  // namespace

TEST_CASE("assemble keeps every actor, related or not, in order of first mention") {
  const Network network = Story().network();
  CHECK(boost::num_vertices(network) == 4);
  CHECK(boost::num_edges(network) == 0);
  CHECK(network[Vertex{0}].id == "zoe-angstrom");
  CHECK(network[Vertex{3}].id == "nobody");
}

TEST_CASE("assemble counts offsets in code points of the original") {
  Story story;
  story.say(story.zoe, "visits", story.lodz, 3);
  const Network network = story.network();
  CHECK(network[Vertex{0}].mentions[0].text == Span{2, 14});
  CHECK(network[Vertex{1}].mentions[0].text == Span{23, 27});
  const Evidence evidence = first(network).evidence.front();
  CHECK(evidence.sentence == Span{0, 29});
  CHECK(evidence.predicate == Span{15, 22});
  CHECK(evidence.text == "« Zoë Ångström visited Łódź .");
}

TEST_CASE("assemble maps offsets through stripped markup") {
  Story story;
  story.document.original = "<p>é</p>" + story.document.original;
  story.document.segments = {{0, 9}};
  CHECK(story.network()[Vertex{0}].mentions[0].text == Span{10, 22});
}

TEST_CASE("assemble folds findings that say the same, and is surer of them") {
  Story story;
  story.say(story.zoe, "visits", story.lodz, 3);
  story.say(story.zoe, "visits", story.lodz, 12);
  const Network network = story.network();
  REQUIRE(show_relations(network) == std::vector<std::string>{"zoe-angstrom -visits-> lodz"});
  CHECK(first(network).confidence == 0.75F);
  CHECK(first(network).evidence.size() == 2);
  CHECK(first(network).predicate == "visited");
}

TEST_CASE("assemble counts one place once") {
  Story story;
  story.say(story.zoe, "visits", story.lodz, 3);
  story.say(story.zoe, "visits", story.lodz, 3);
  CHECK(first(story.network()).evidence.size() == 1);
  CHECK(first(story.network()).confidence == 0.5F);
}

TEST_CASE("assemble keeps statuses, types and untyped predicates apart") {
  Story story;
  story.say(story.zoe, "visits", story.lodz, 3);
  story.say(story.zoe, "visits", story.lodz, 12);
  story.relations.findings.back().status = Status::Planned;
  story.say(story.zoe, "other", story.ivo, 7);
  story.say(story.zoe, "other", story.ivo, 12);
  CHECK(show_relations(story.network()) ==
        std::vector<std::string>{"zoe-angstrom -visits-> lodz", "zoe-angstrom -visits(planned)-> lodz",
                                 "zoe-angstrom -other:met-> ivo-brandt", "zoe-angstrom -other:saw-> ivo-brandt"});
}

TEST_CASE("assemble stores symmetric types once, the smaller id first") {
  Story story;
  story.say(story.zoe, "meets", story.ivo, 7);
  story.say(story.ivo, "meets", story.zoe, 12);
  CHECK(show_relations(story.network()) == std::vector<std::string>{"ivo-brandt -meets-> zoe-angstrom"});
}

TEST_CASE("assemble drops what relates an actor to itself or to nobody") {
  Story story;
  story.say(story.zoe, "meets", story.zoe, 7);
  story.say(story.zoe, "meets", None, 7);
  CHECK(boost::num_edges(story.network()) == 0);
}

TEST_CASE("assemble keeps time and speaker where the findings agree") {
  const TimeExpression monday{"on Monday", "2024-01-08", "2024-01-08"};
  const TimeExpression friday{"on Friday", "2024-01-12", "2024-01-12"};
  Story story;
  story.say(story.zoe, "visits", story.lodz, 3);
  story.say(story.zoe, "visits", story.lodz, 12);
  Finding& one = story.relations.findings[0];
  Finding& two = story.relations.findings[1];
  one.time = monday;
  one.speaker = story.ivo;
  CHECK(first(story.network()).time == monday);   // the other does not contradict
  CHECK(first(story.network()).speaker.empty());  // the other is the text's own claim
  two.time = friday;
  two.speaker = story.ivo;
  CHECK(!first(story.network()).time);
  CHECK(first(story.network()).speaker == "ivo-brandt");
  CHECK(first(story.network()).evidence[1].time == friday);
}

TEST_CASE("assemble quotes only a part of an endless sentence") {
  std::string text;
  for (int i = 0; i < 100'000; ++i) {
    text += "word ";
  }
  Story story;
  story.document = words(text + "visited it .");
  story.say(story.zoe, "visits", story.lodz, 100'000);
  const Evidence evidence = first(story.network()).evidence.front();
  CHECK(evidence.text.size() <= 2000);
  CHECK(evidence.text.find("visited") != std::string::npos);
  CHECK(evidence.sentence.contains(evidence.predicate));
  CHECK(evidence.sentence.size() == evidence.text.size());
}
