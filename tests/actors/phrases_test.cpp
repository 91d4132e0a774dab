// Which words belong to a noun.
#include <entente/actors/phrases.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* noun;
  const char* phrase;
  const char* bare;
};

}  // namespace

TEST_CASE("a noun has its articles, numbers, adjectives and owners before it, and nothing after it") {
  const Row rows[] = {
      {"the/DET:4:det two/NUM:4:nummod Danish/JJ:4:amod firms/NNS:5:nsubj fell/fall/VBD:0:root", "firms",
       "the two Danish firms", "Danish firms"},
      {"Ida/NNP:4:nmod:poss Roe/NNP:1:flat 's/PART:1:case family/NN:5:nsubj fell/fall/VBD:0:root", "family",
       "Ida Roe's family", "Ida Roe's family"},
      {"the/DET:2:det man/NN:4:nmod:poss 's/PART:2:case family/NN:5:nsubj fell/fall/VBD:0:root", "family",
       "the man's family", "man's family"},
      {"very/ADV:2:advmod old/JJ:3:amod firms/NNS:4:nsubj fell/fall/VBD:0:root", "firms", "old firms", "old firms"},
      {"the/DET:2:det firm/NN:5:nsubj of/ADP:4:case Roe/NNP:2:nmod fell/fall/VBD:0:root", "firm", "the firm", "firm"},
      {"Turkish/JJ:3:compound ~-/PUNCT:1:punct ~backed/JJ:4:amod rebels/NNS:5:nsubj fell/fall/VBD:0:root", "rebels",
       "Turkish-backed rebels", "Turkish-backed rebels"},
      {"rebels/NNS:2:nsubj fell/fall/VBD:0:root", "rebels", "rebels", "rebels"},
      {"two/NUM:2:nummod dozen/NN:5:nsubj of/ADP:4:case rebels/rebel/NNS:2:nmod fell/fall/VBD:0:root", "dozen",
       "two dozen of rebels", "rebels"},
      {"friends/friend/NNS:4:nsubj of/ADP:3:case rebels/rebel/NNS:1:nmod fell/fall/VBD:0:root", "friends", "friends",
       "friends"},
      {"both/DET:2:nsubj fell/fall/VBD:0:root", "both", "both", "both"},  // one word stays
  };
  for (const auto& [text, noun, phrase, bare] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const Span words = noun_phrase(stages.layers, stages.at(noun));
    CHECK(stages.words(words) == phrase);
    CHECK(stages.words(bare_phrase(stages.layers, words)) == bare);
  }
}

TEST_CASE("a word with hyphens begins with its first part, a dash ends a word") {
  const Stages joined("Turkish/JJ:3:compound ~-/PUNCT:1:punct ~backed/JJ:0:root");
  CHECK(begin_of_word(joined.layers, joined.at("backed")) == joined.at("Turkish"));
  const Stages dash("Turkish/JJ:3:compound -/PUNCT:1:punct backed/JJ:0:root");
  CHECK(begin_of_word(dash.layers, dash.at("backed")) == dash.at("backed"));
}

TEST_CASE("only \"a\" makes a noun indefinite") {
  const Stages some("an/a/DET:2:det aide/NN:3:nsubj met/meet/VBD:0:root the/DET:5:det mayor/NN:3:obj");
  CHECK(is_indefinite(some.layers, some.at("aide")));
  CHECK_FALSE(is_indefinite(some.layers, some.at("mayor")));
}

TEST_CASE("\"no\" and \"any\" mean nobody") {
  const Stages none("no/DET:2:det aide/NN:3:nsubj met/meet/VBD:0:root the/DET:5:det mayor/NN:3:obj");
  CHECK(means_nobody(none.layers, none.at("aide")));
  CHECK_FALSE(means_nobody(none.layers, none.at("mayor")));
}

TEST_CASE("describe makes a mention of the noun, or uses the one that it heads") {
  const Stages stages("[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root old/JJ:4:amod friends/friend/NNS:2:obj");
  Coreference coref = stages.merged(stages.names());
  const TokenId friends = stages.at("friends");
  describe(stages.layers, coref, friends, 0, 0, "for a test");
  REQUIRE(coref.mentions.size() == 2);
  const MentionDraft& made = coref.mentions[1];
  CHECK(stages.words(made.tokens) == "old friends");
  CHECK(made.form == MentionForm::Description);
  CHECK(made.plural);
  CHECK(made.kind == ActorKind::Person);
  CHECK(made.antecedent == 0);
  CHECK(made.reason == "for a test");
  CHECK(coref.clusters[0].drafts == std::vector<DraftId>{0, 1});
  coref.clusters.emplace_back();
  describe(stages.layers, coref, friends, 1, None, "another");
  CHECK(coref.mentions.size() == 2);
  CHECK(coref.mentions[1].cluster == 1);
  CHECK(coref.clusters[1].drafts == std::vector<DraftId>{1});
}
