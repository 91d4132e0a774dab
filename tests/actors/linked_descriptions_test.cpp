// Descriptions that the mention model finds, and the learned links resolve.
#include <entente/actors/linked_descriptions.hpp>

#include <doctest/doctest.h>

#include <entente/actors/descriptions.hpp>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Reading {
  const char* form;
  MentionLabel label;
  float probability = 0.9F;
};

struct Row {
  const char* text;
  Reading reading;
  std::vector<const char*> same;  // words of one topic
  const char* described;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Stages stages(row.text);
    stages.set_reading(row.reading.form, row.reading.label, row.reading.probability);
    for (const char* const word : row.same) {
      stages.set_topic(word, 1);
    }
    const NamedText it = stages.named();
    CHECK(stages.described(resolve_linked_descriptions(stages.layers, stages.links(), it.roles, it.coref)) ==
          row.described);
  }
}

constexpr const char* Doctor =
    "[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Doe/NNP:2:obj ] ./PUNCT:2:punct\n"
    "The/DET:2:det healer/NN:3:nsubj left/leave/VBD:0:root";

}  // namespace

TEST_CASE("a description that the mention model finds is the actor that the links choose, if one of its kind") {
  constexpr auto Person = MentionLabel::DescriptionPerson;
  check({
      {Doctor, {"healer", Person}, {"Doe", "healer"}, "The healer = Doe"},
      {Doctor, {"healer", Person, 0.6F}, {"Doe", "healer"}, ""},
      {Doctor, {"healer", Person}, {"healer"}, ""},
      {Doctor, {"healer", MentionLabel::DescriptionGroup, 0.9F}, {"Doe", "healer"}, "The healer = -"},
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root a/DET:4:det healer/NN:2:obj",
       {"healer", Person},
       {"Roe", "healer"},
       ""},
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root another/DET:4:det healer/NN:2:obj",
       {"healer", Person},
       {"Roe", "healer"},
       ""},
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root no/DET:4:det healer/NN:2:obj",
       {"healer", Person},
       {"Roe", "healer"},
       ""},
      // grammar says who that is
      {"[PER Roe/NNP:4:nsubj ] is/be/VBZ:4:cop the/DET:4:det healer/NN:0:root",
       {"healer", Person},
       {"Roe", "healer"},
       ""},
  });
}

TEST_CASE("a plural that two share is a mention of each") {
  check(
      {{"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Doe/NNP:2:obj ] ./PUNCT:2:punct\n"
        "The/DET:2:det healers/healer/NNS:3:nsubj left/leave/VBD:0:root",
        {"healers", MentionLabel::DescriptionPerson},
        {"Roe", "Doe", "healers"},
        "The healers = Roe, The healers = Doe"}});
}

TEST_CASE("a group or body without a link is an actor of its own, the same words the same one") {
  constexpr auto Group = MentionLabel::DescriptionGroup;
  const auto actors = [](const char* text) {
    Stages stages(text);
    stages.set_reading("raiders", Group, 0.9F);
    stages.set_reading("raiders", Group, 0.8F, 2);
    const NamedText it = stages.named();
    const Coreference coref = resolve_linked_descriptions(stages.layers, stages.links(), it.roles, it.coref);
    CHECK(coref.clusters.back().kind == ActorKind::Group);
    CHECK(coref.clusters[0].unnamed == doctest::Approx(0.9F).epsilon(0.01));
    return stages.clusters(coref);
  };
  CHECK(actors("The/DET:2:det raiders/raider/NNS:3:nsubj left/leave/VBD:0:root\n"
               "Some/DET:2:det raiders/raider/NNS:3:nsubj came/come/VBD:0:root") == "The raiders + Some raiders");
  CHECK(actors("The/DET:2:det raiders/raider/NNS:3:nsubj left/leave/VBD:0:root\n"
               "Red/JJ:2:amod raiders/raider/NNS:3:nsubj came/come/VBD:0:root") == "The raiders, Red raiders");
  check({{"The/DET:2:det healer/NN:3:nsubj left/leave/VBD:0:root", {"healer", MentionLabel::DescriptionPerson}, {}, ""},
         {"The/DET:2:det raiders/raider/NNS:3:nsubj left/leave/VBD:0:root", {"raiders", Group, 0.25F}, {}, ""}});
}

TEST_CASE("a country is weighed against the countries alone, and is that of the article where the links know none") {
  constexpr auto Country = MentionLabel::DescriptionCountry;
  const char* const text =
      "[COUNTRY Chad/NNP:2:nsubj ] voted/vote/VBD:0:root ./PUNCT:2:punct\n"
      "[COUNTRY Chad/NNP:2:nsubj ] watched/watch/VBD:0:root [COUNTRY Malta/NNP:2:obj ] ./PUNCT:2:punct\n"
      "The/DET:2:det realm/NN:3:nsubj waited/wait/VBD:0:root";
  check({{text, {"realm", Country}, {"Malta", "realm"}, "The realm = Malta"},
         {text, {"realm", Country}, {}, "The realm = Chad"}});
}

TEST_CASE("the last of its kind gives way to the actor that the links are sure of") {
  const char* const text =
      "[ORG Boeing/NNP:2:nsubj ] met/meet/VBD:0:root [ORG Airbus/NNP:2:obj ] ./PUNCT:2:punct\n"
      "The/DET:2:det company/NN:3:nsubj waited/wait/VBD:0:root";
  for (const auto& [linked, described] :
       {std::pair("Boeing", "The company = Boeing"), std::pair("waited", "The company = Airbus")}) {
    CAPTURE(linked);
    Stages stages(text);
    stages.set_topic(linked, 1);
    stages.set_topic("company", 1);
    const NamedText it = stages.named();
    Coreference coref = resolve_descriptions(stages.layers, it.roles, it.tenures, it.coref);
    REQUIRE(stages.described(coref) == "The company = Airbus");
    coref = resolve_linked_descriptions(stages.layers, stages.links(), it.roles, coref);
    CHECK(stages.described(coref) == described);
  }
}

TEST_CASE("without links everything stays as it is") {
  Stages stages(Doctor);
  const NamedText it = stages.named();
  const Coreference coref = resolve_linked_descriptions(stages.layers, stages.no_links(), it.roles, it.coref);
  CHECK(coref.mentions.size() == it.coref.mentions.size());
  CHECK(stages.clusters(coref) == stages.clusters(it.coref));
}
