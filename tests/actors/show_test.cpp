// One-line dumps of who is mentioned.
#include <entente/actors/show.hpp>

#include <doctest/doctest.h>

#include "notation.hpp"

using namespace entente;

namespace {

// "Xi met Putin": Xi is an actor, Putin is not.
Actors one_actor() {
  Actors actors;
  actors.actors.resize(1);
  actors.actors[0].id = "xi";
  actors.actors[0].kind = ActorKind::Person;
  actors.mentions.resize(2);
  actors.mentions[0].tokens = {0, 1};
  actors.mentions[0].actor = 0;
  actors.mentions[1].tokens = {2, 3};
  return actors;
}

}  // namespace

TEST_CASE("mentions, actors and titles are listed with their ids, and a dash for what is unknown") {
  const test::Annotated text = test::annotate("Xi/NNP:2:nsubj met/meet/VBD:0:root Putin/NNP:2:obj");
  Actors actors = one_actor();
  CHECK(show_mentions(text.document, actors) == "Xi = xi, Putin = -");
  CHECK(show_actors(actors) == "xi person");
  actors.actors.push_back({});
  actors.actors[1].id = "russia";
  actors.actors[1].kind = ActorKind::Country;
  actors.mentions[1].actor = 1;
  actors.titles = {{0, None, {}, "diplomat", false}, {0, 1, {}, "president", true}};
  CHECK(show_actors(actors) == "xi person, russia country");
  CHECK(show_titles(actors) == "xi diplomat -, xi former president russia");
  CHECK(show_mentions(text.document, {}).empty());
  CHECK(show_actors({}).empty());
  CHECK(show_titles({}).empty());
}

TEST_CASE("votes are listed by kind, the likeliest first, without what is next to nothing") {
  KindVotes votes;
  CHECK(show_votes(votes).empty());
  votes.tagger[3] = 0.1F;
  votes.tagger[0] = 0.7F;
  votes.mentions[0] = 1.0F;
  votes.words[0] = 1.1F;
  votes.mentions[3] = 0.04F;  // counts in the sum, is not listed
  votes.words[5] = 0.04F;
  CHECK(show_votes(votes) == "person 2.8 (tagger 0.7, mentions 1.0, words 1.1), place 0.1 (tagger 0.1)");
}
