// The questions that the room asks of the earlier layers.
#include <entente/actors/layers.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Of the first sentence.
bool in_capitals(const char* text) { return Stages(text).layers.in_capitals[0] != 0; }

}  // namespace

TEST_CASE("a sentence is in capitals where two long words are, and more than two of three") {
  CHECK(in_capitals("MINISTER/NN:2:nsubj VISITS/visit/VBZ:0:root OSLO/NNP:2:obj"));
  CHECK(in_capitals("MINISTER/NN:2:nsubj TO/PART:3:mark VISIT/VB:0:root OSLO/NNP:3:obj Today/NN:3:obl"));
  CHECK_FALSE(in_capitals("Minister/NN:2:nsubj VISITS/visit/VBZ:0:root Oslo/NNP:2:obj"));
  CHECK_FALSE(in_capitals("UNESCO/NNP:0:root"));                                         // one word
  CHECK_FALSE(in_capitals("NATO/NNP:2:nsubj MEETS/meet/VBZ:0:root minister/NN:2:obj"));  // two of three
  CHECK_FALSE(in_capitals("A/DET:2:det BIG/JJ:3:amod DAY/NN:0:root"));                   // short words do not count
}

TEST_CASE("credits and bylines are no prose") {
  constexpr std::pair<BlockKind, bool> Rows[] = {{BlockKind::Title, true},     {BlockKind::Heading, true},
                                                 {BlockKind::Paragraph, true}, {BlockKind::Caption, true},
                                                 {BlockKind::Byline, false},   {BlockKind::Credit, false},
                                                 {BlockKind::Quote, true},     {BlockKind::ListItem, true}};
  Annotated text = annotate("Roe/NNP:2:nsubj left/leave/VBD:0:root");
  const MentionScores none;
  for (const auto& [kind, prose] : Rows) {
    CAPTURE(static_cast<int>(kind));
    text.document.blocks[0].kind = kind;
    const Layers layers = layers_of(text.document, text.tagging, text.syntax, text.names, none, shipped_world());
    CHECK((layers.is_prose[0] != 0) == prose);
  }
  text.document.blocks.clear();  // a document that has none
  CHECK(layers_of(text.document, text.tagging, text.syntax, text.names, none, shipped_world()).is_prose[0] != 0);
}

TEST_CASE("nouns, their number and what introduces them") {
  const Stages stages("Troops/troop/NNS:2:nsubj left/leave/VBD:0:root for/ADP:4:case Oslo/NNP:2:obl soon/ADV:2:advmod");
  const Layers& layers = stages.layers;
  CHECK(layers.is_noun(stages.at("Troops")));
  CHECK(layers.is_noun(stages.at("Oslo")));
  CHECK_FALSE(layers.is_noun(stages.at("left")));
  CHECK(layers.is_plural(stages.at("Troops")));
  CHECK_FALSE(layers.is_plural(stages.at("Oslo")));
  CHECK(layers.case_of(stages.at("Oslo")) == stages.at("for"));
  CHECK(layers.case_of(stages.at("Troops")) == None);
}
