// Which mentions an actor has, and which country an article is about.
#include <entente/actors/coreference.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

Cluster country(std::size_t mentions) {
  Cluster cluster;
  cluster.kind = ActorKind::Country;
  cluster.drafts.resize(mentions);
  return cluster;
}

}  // namespace

TEST_CASE("list_mentions gives each cluster its mentions in text order, and a description that of its name") {
  const Stages stages("Afghan/JJ:2:amod government/NN:3:nsubj met/meet/VBD:0:root [PER Roe/NNP:3:obj ]");
  Coreference coref;
  coref.clusters.resize(2);
  coref.clusters[1].drafts = {0};  // the one that founded it
  coref.mentions.drafts.resize(4);
  coref.mentions[0].cluster = 1;
  coref.mentions[1].form = MentionForm::Description;  // "the Afghan government", of "Afghan"
  coref.mentions[1].antecedent = 2;
  coref.mentions[2].cluster = 0;
  coref.mentions[3].cluster = 1;
  const Coreference listed = list_mentions(coref);
  CHECK(listed.clusters[0].drafts == std::vector<DraftId>{1, 2});
  CHECK(listed.clusters[1].drafts == std::vector<DraftId>{0, 3});
  CHECK(listed.mentions[1].cluster == 0);
}

TEST_CASE("the main country is named more than once, and twice as often as any other") {
  CHECK(main_country({}) == None);
  CHECK(main_country({country(1)}) == None);
  CHECK(main_country({country(1), country(4), country(2)}) == 1);
  CHECK(main_country({country(3), country(2)}) == None);
  Cluster person = country(9);
  person.kind = ActorKind::Person;
  CHECK(main_country({person, country(2)}) == 1);
}
