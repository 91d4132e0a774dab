// Which names of bodies and places are one.
#include <entente/actors/merge_names.hpp>

#include <doctest/doctest.h>

#include <entente/actors/article_names.hpp>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* clusters;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, clusters] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(stages.clusters(list_mentions(
              merge_names(stages.layers, with_article_names(stages.layers, stages.names())))) == clusters);
  }
}

}  // namespace

TEST_CASE("names of one entry of the lexicon are one actor, and two entries are two") {
  check({
      {"[COUNTRY France/NNP:2:nsubj ] asked/ask/VBD:0:root [NAT French/JJ:4:amod ] troops/NNS:2:obj",
       "France + French"},
      {"[COUNTRY France/NNP:2:nsubj ] asked/ask/VBD:0:root [COUNTRY Chad/NNP:2:obj ]", "France, Chad"},
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root ./PUNCT:2:punct\n"
       "[ORG Boeing/NNP:3:compound Company/NNP:3:nsubj ] rose/rise/VBD:0:root",
       "Boeing + Boeing Company"},
  });
}

TEST_CASE("the shorter name of a body is the longer one that begins with it, or that has a company's words more") {
  check({
      {"[ORG Meridian/NNP:3:nsubj Industries/NNPS:1:flat ] fell/fall/VBD:0:root ./PUNCT:3:punct\n"
       "[ORG Meridian/NNP:2:nsubj ] rose/rise/VBD:0:root",
       "Meridian Industries + Meridian"},
      {"[ORG Harlow/NNP:2:compound Institute/NNP:6:nsubj for/ADP:5:case Glass/NNP:5:compound Research/NNP:2:nmod ] "
       "fell/fall/VBD:0:root ./PUNCT:6:punct\n"
       "[ORG Harlow/NNP:2:compound Institute/NNP:3:nsubj ] rose/rise/VBD:0:root",
       "Harlow Institute for Glass Research + Harlow Institute"},
      // a place is not the body that is named after it
      {"[LOC Meridian/NNP:2:compound Valley/NNP:3:nsubj ] fell/fall/VBD:0:root ./PUNCT:3:punct\n"
       "[LOC Meridian/NNP:2:nsubj ] rose/rise/VBD:0:root",
       "Meridian Valley, Meridian"},
      {"[ORG Meridian/NNP:2:nsubj ] sued/sue/VBD:0:root [ORG Ostrava/NNP:2:obj Steel/NNP:3:flat ]",
       "Ostrava Steel, Meridian"},
  });
}

TEST_CASE("initials and letters in brackets stand for the name") {
  check({
      {"[ORG High/NNP:6:nsubj Council/NNP:1:flat ] (/PUNCT:4:punct [ORG HC/NNP:1:appos ] )/PUNCT:4:punct "
       "met/meet/VBD:0:root",
       "High Council + HC"},
      {"[ORG Harlow/NNP:3:compound Glass/NNP:3:compound Works/NNPS:4:nsubj ] fell/fall/VBD:0:root ./PUNCT:4:punct\n"
       "[ORG HGW/NNP:2:nsubj ] rose/rise/VBD:0:root",
       "Harlow Glass Works + HGW"},
      {"[ORG Harlow/NNP:3:compound Glass/NNP:3:compound Works/NNPS:4:nsubj ] fell/fall/VBD:0:root ./PUNCT:4:punct\n"
       "[ORG HGX/NNP:2:nsubj ] rose/rise/VBD:0:root",
       "Harlow Glass Works, HGX"},
  });
}

TEST_CASE("a head or last word alone is the body before it, a slip of the pen is the same word") {
  check({
      {"[ORG Council/NNP:4:nsubj of/ADP:3:case Elders/NNPS:1:nmod ] fell/fall/VBD:0:root ./PUNCT:4:punct\n"
       "The/DET:2:det [ORG Council/NNP:3:nsubj ] rose/rise/VBD:0:root",
       "Council of Elders + Council"},
      {"The/DET:3:det [ORG Harlow/NNP:3:compound Herons/NNPS:4:nsubj ] fell/fall/VBD:0:root ./PUNCT:4:punct\n"
       "The/DET:2:det [ORG Herons/NNPS:3:nsubj ] rose/rise/VBD:0:root",
       "Harlow Herons + Herons"},
      {"[ORG Harlow/NNP:3:nsubj Herons/NNPS:1:flat ] met/meet/VBD:0:root [ORG Marsh/NNP:3:obj Herons/NNPS:4:flat ] "
       "./PUNCT:3:punct\nThe/DET:2:det [ORG Herons/NNPS:3:nsubj ] rose/rise/VBD:0:root",
       "Harlow Herons, Marsh Herons, Herons"},
      {"[ORG Maritime/NNP:2:compound Union/NNP:3:nsubj ] fell/fall/VBD:0:root ./PUNCT:3:punct\n"
       "[ORG Martime/NNP:2:compound Union/NNP:3:nsubj ] rose/rise/VBD:0:root",
       "Maritime Union + Martime Union"},
  });
}

TEST_CASE("each name but the first says why it is the same") {
  const Stages stages(
      "[ORG Meridian/NNP:3:nsubj Industries/NNPS:1:flat ] fell/fall/VBD:0:root ./PUNCT:3:punct\n"
      "[ORG Meridian/NNP:3:nsubj Industries/NNPS:1:flat ] met/meet/VBD:0:root [ORG Meridian/NNP:3:obj ]");
  const Coreference coref = merge_names(stages.layers, stages.names());
  CHECK(coref.mentions[0].reason.empty());
  CHECK(coref.mentions[0].antecedent == None);
  CHECK(coref.mentions[1].reason == "same name");
  CHECK(coref.mentions[2].reason == "short for Meridian Industries");
  CHECK(coref.mentions[2].antecedent == 0);
}

TEST_CASE("persons are left for the next stage") {
  const Stages stages("[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [ORG Boeing/NNP:2:obj ]");
  const Coreference coref = merge_names(stages.layers, stages.names());
  CHECK(coref.mentions[0].cluster == None);
  CHECK(coref.mentions[1].cluster == 0);
}
