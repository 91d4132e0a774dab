// How sure it is that a description or a pronoun means its actor.
#include <entente/actors/link_confidence.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

constexpr const char* Text =
    "[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Doe/NNP:2:obj ] ./PUNCT:2:punct\n"
    "The/DET:2:det doctor/NN:3:nsubj left/leave/VBD:0:root";

// Roe, Doe, and "the doctor", who is Doe.
Coreference coreference(const Stages& stages) {
  Coreference coref = stages.merged(stages.names());
  MentionDraft doctor;
  doctor.tokens = {stages.at("The"), stages.at("doctor") + 1};
  doctor.head = stages.at("doctor");
  doctor.form = MentionForm::Description;
  doctor.cluster = coref.mentions[1].cluster;
  coref.mentions.add(doctor);
  return list_mentions(std::move(coref));
}

}  // namespace

TEST_CASE("a description is as sure as the share of its actor, and a name is certain") {
  struct Row {
    const char* linked;  // the name that the learned links give the description to
    float least;
    float most;
  };
  for (const auto& [linked, least, most] :
       {Row{"Doe", 0.98F, 1.0F}, Row{"Roe", 0.0F, 0.02F}, Row{"left", 0.0F, 0.02F}}) {
    CAPTURE(linked);
    Stages stages(Text);
    stages.set_topic(linked, 1);
    stages.set_topic("doctor", 1);
    const Coreference coref = add_link_confidence(stages.layers, stages.links(), coreference(stages));
    CHECK(coref.mentions[0].confidence == 1.0F);
    CHECK(coref.mentions[1].confidence == 1.0F);
    CHECK(coref.mentions[2].confidence >= least);
    CHECK(coref.mentions[2].confidence <= most);
  }
}

TEST_CASE("the first mention of an actor, and every one without links, is certain") {
  Stages stages(Text);
  Coreference coref = coreference(stages);
  CHECK(add_link_confidence(stages.layers, stages.no_links(), coref).mentions[2].confidence == 1.0F);
  coref.mentions[2].cluster = static_cast<ClusterId>(coref.clusters.size());
  coref.clusters.emplace_back();
  coref = list_mentions(std::move(coref));
  CHECK(add_link_confidence(stages.layers, stages.links(), coref).mentions[2].confidence == 1.0F);
}
