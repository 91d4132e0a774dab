// What an article itself says of its names goes before what the lexicon knows.
#include <entente/actors/article_names.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* before;
  const char* after;
};

void check(std::initializer_list<Row> rows, const World& world = shipped_world()) {
  for (const auto& [text, before, after] : rows) {
    CAPTURE(text);
    const Stages stages(text, world);
    const MentionDrafts mentions = stages.names();
    CHECK(stages.kinds(mentions) == before);
    CHECK(stages.kinds(with_article_names(stages.layers, mentions)) == after);
  }
}

}  // namespace

TEST_CASE("an abbreviation that the article defines is no other body of these letters") {
  check({
      {"[ORG Workers/NNPS:3:compound Housing/NNP:3:compound Office/NNP:7:nsubj ] (/PUNCT:5:punct [ORG WHO/NNP:3:appos "
       "] )/PUNCT:5:punct met/meet/VBD:0:root",
       "Workers Housing Office organisation, WHO organisation World Health Organization",
       "Workers Housing Office organisation, WHO organisation"},
      // the letters of the words that join the name may count or not
      {"[ORG Institute/NNP:8:nsubj of/ADP:4:case Marine/NNP:4:compound Farms/NNPS:1:nmod ] (/PUNCT:6:punct [ORG "
       "IMF/NNP:1:appos ] )/PUNCT:6:punct met/meet/VBD:0:root",
       "Institute of Marine Farms organisation, IMF organisation International Monetary Fund",
       "Institute of Marine Farms organisation, IMF organisation"},
      // not defined, but three letters or more are rather those of a name of the article
      {"[ORG Workers/NNPS:3:compound Housing/NNP:3:compound Office/NNP:4:nsubj ] met/meet/VBD:0:root [ORG "
       "WHO/NNP:4:obj "
       "]",
       "Workers Housing Office organisation, WHO organisation World Health Organization",
       "Workers Housing Office organisation, WHO organisation"},
      // two letters are those that everyone knows
      {"[ORG Election/NNP:2:compound Commission/NNP:3:nsubj ] met/meet/VBD:0:root [ORG EC/NNP:3:obj ]",
       "Election Commission organisation, EC organisation European Commission",
       "Election Commission organisation, EC organisation European Commission"},
  });
}

TEST_CASE("four initials or more that read as a word are the body, whatever the tagger took them for") {
  check({
      {"[ORG Harlow/NNP:4:compound Estuary/NNP:4:compound Lifeboat/NNP:4:compound Agency/NNP:5:nsubj ] "
       "met/meet/VBD:0:root [PER Hela/NNP:5:obj ]",
       "Harlow Estuary Lifeboat Agency organisation, Hela person",
       "Harlow Estuary Lifeboat Agency organisation, Hela organisation"},
      {"[ORG Harlow/NNP:3:compound Lifeboat/NNP:3:compound Agency/NNP:4:nsubj ] met/meet/VBD:0:root [PER "
       "Hla/NNP:4:obj ]",
       "Harlow Lifeboat Agency organisation, Hla person", "Harlow Lifeboat Agency organisation, Hla person"},
  });
}

TEST_CASE("a possessive that has lost its apostrophe is the country that the article names") {
  check({
      {"[COUNTRY Iran/NNP:2:nsubj ] waited/wait/VBD:0:root ./PUNCT:2:punct\n"
       "[ORG Irans/NNP:2:compound ] courts/court/NNS:3:nsubj closed/close/VBD:0:root",
       "Iran country Iran, Irans organisation", "Iran country Iran, Irans country Iran"},
      {"[ORG Irans/NNP:2:compound ] courts/court/NNS:3:nsubj closed/close/VBD:0:root", "Irans organisation",
       "Irans organisation"},
      {"[COUNTRY Chad/NNP:2:nsubj ] watched/watch/VBD:0:root the/DET:5:det two/NUM:5:nummod [ORG Chads/NNPS:2:obj ]",
       "Chad country Chad, Chads organisation", "Chad country Chad, Chads organisation"},
  });
}

TEST_CASE("what the user's file says stays") {
  const World world("WHO\torganisation\n");
  check({{"[ORG Workers/NNPS:3:compound Housing/NNP:3:compound Office/NNP:7:nsubj ] (/PUNCT:5:punct [ORG "
          "WHO/NNP:3:appos ] )/PUNCT:5:punct met/meet/VBD:0:root",
          "Workers Housing Office organisation, WHO organisation WHO",
          "Workers Housing Office organisation, WHO organisation WHO"}},
        world);
}
