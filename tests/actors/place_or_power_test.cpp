// A capital is its country where it acts, and a city elsewhere.
#include <entente/actors/place_or_power.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  ActorKind kind;
};

}  // namespace

TEST_CASE("capitals are powers where they act and places elsewhere") {
  const Row rows[] = {
      {"[LOC Moscow/NNP:2:nsubj ] wants/want/VBZ:0:root talks/talk/NNS:2:obj", ActorKind::Country},
      {"[LOC Moscow/NNP:3:nsubj ] is/be/VBZ:3:cop cold/JJ:0:root", ActorKind::Place},
      {"They/PRON:2:nsubj met/meet/VBD:0:root in/ADP:4:case [LOC Moscow/NNP:2:obl ]", ActorKind::Place},
      {"They/PRON:2:nsubj talked/talk/VBD:0:root with/ADP:4:case [LOC Moscow/NNP:2:obl ]", ActorKind::Country},
      {"They/PRON:2:nsubj accused/accuse/VBD:0:root [LOC Moscow/NNP:2:obj ]", ActorKind::Country},
      {"They/PRON:2:nsubj left/leave/VBD:0:root [LOC Moscow/NNP:2:obj ]", ActorKind::Place},
      {"Pressure/NN:4:nsubj on/ADP:3:case [LOC Moscow/NNP:1:nmod ] grows/grow/VBZ:0:root", ActorKind::Country},
      {"Snow/NN:4:nsubj on/ADP:3:case [LOC Moscow/NNP:1:nmod ] fell/fall/VBD:0:root", ActorKind::Place},
  };
  for (const auto& [text, kind] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const MentionDrafts mentions = decide_place_or_power(stages.layers, stages.names());
    REQUIRE(mentions.size() == 1);
    CHECK(mentions[0].kind == kind);
    CHECK((mentions[0].form == MentionForm::Metonym) == (kind == ActorKind::Country));
  }
}
