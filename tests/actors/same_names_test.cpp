// Names that the user declares to be one actor.
#include <entente/actors/same_names.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("the user's same names are joined under the name that the user gives") {
  const World world("Arden Steel\tsame\tthe Works\n");
  const Stages stages(
      "[ORG Arden/NNP:3:nsubj Steel/NNP:1:flat ] fell/fall/VBD:0:root ./PUNCT:3:punct\n"
      "[ORG The/DET:2:det Works/NNPS:3:nsubj ] rose/rise/VBD:0:root",
      world);
  const Coreference apart = stages.merged(stages.names());
  CHECK(apart.mentions[0].cluster != apart.mentions[1].cluster);
  const Coreference joined = list_mentions(join_same_names(stages.layers, apart));
  CHECK(joined.mentions[0].cluster == joined.mentions[1].cluster);
  CHECK(joined.cluster_of(0).called == "Arden Steel");
  CHECK(joined.cluster_of(0).drafts.size() == 2);
}

TEST_CASE("names are compared by their letters, and the main name need not stand in the text") {
  const World world("Arden Steel\tsame\tthe works | Old Mill\n");
  const Stages stages(
      "[ORG The/DET:2:det WORKS/NNPS:3:nsubj ] met/meet/VBD:0:root the/DET:6:det [ORG Old/NNP:6:compound "
      "Mill/NNP:3:obj "
      "]",
      world);
  const Coreference joined = list_mentions(join_same_names(stages.layers, stages.merged(stages.names())));
  REQUIRE(joined.mentions.size() == 2);
  CHECK(joined.mentions[0].cluster == joined.mentions[1].cluster);
  CHECK(joined.cluster_of(0).called == "Arden Steel");
  CHECK(joined.mentions[0].reason.empty());
  CHECK(joined.mentions[1].reason == "by the user, the same as The WORKS");
  CHECK(joined.mentions[1].antecedent == 0);
}

TEST_CASE("the mentions that are joined become what the first is, rows that meet become one actor") {
  const World world("Marsh Steel\tsame\tRoe\nRoe\tsame\tOld Mill\n");
  const Stages stages(
      "[ORG Marsh/NNP:3:nsubj Steel/NNP:1:flat ] met/meet/VBD:0:root [PER Roe/NNP:3:obj ] at/ADP:7:case [LOC "
      "Old/NNP:7:compound Mill/NNP:3:obl ]",
      world);
  const Coreference joined = list_mentions(join_same_names(stages.layers, stages.merged(stages.names())));
  CHECK(stages.kinds(joined.mentions) == "Marsh Steel organisation, Roe organisation, Old Mill organisation");
  CHECK(joined.cluster_of(2).drafts == std::vector<DraftId>{0, 1, 2});
}

TEST_CASE("a row of which the text has one name only gives it its name") {
  const World world("Marsh Steel\tsame\tOld Mill\n");
  const Stages stages("[LOC Old/NNP:2:compound Mill/NNP:3:nsubj ] fell/fall/VBD:0:root", world);
  const Coreference joined = join_same_names(stages.layers, stages.merged(stages.names()));
  CHECK(joined.cluster_of(0).called == "Marsh Steel");
  CHECK(joined.clusters.size() == 1);
}
