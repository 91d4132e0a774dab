// Descriptions whose person is named only afterwards.
#include <entente/actors/named_later.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

constexpr const char* Mayor =
    "A/a/DET:2:det mayor/NN:4:nsubj:pass was/be/AUX:4:aux:pass arrested/arrest/VBN:0:root ./PUNCT:4:punct\n"
    "Guards/guard/NNS:2:nsubj took/take/VBD:0:root [PER Roe/NNP:2:obj ] ./PUNCT:2:punct";

std::string described(const char* text, std::initializer_list<const char*> same, float probability = 0.9F) {
  Stages stages(text);
  stages.set_reading("mayor", MentionLabel::DescriptionPerson, probability);
  for (const char* const word : same) {
    stages.set_topic(word, 1);
  }
  NamedText it = stages.named();
  return stages.described(resolve_named_later(stages.layers, stages.links(), it.roles, std::move(it.coref)));
}

}  // namespace

TEST_CASE("a description is the person whom a later name joins with it") {
  CHECK(described(Mayor, {"mayor", "Roe"}) == "A mayor = Roe");
}

TEST_CASE("a description stays nobody's where the links see two people, or no person in it") {
  CHECK(described(Mayor, {"mayor"}).empty());
  CHECK(described(Mayor, {"mayor", "Roe"}, 0.4F).empty());
}

TEST_CASE("a person who was named before the description is not named later") {
  const std::string before = std::string("[PER Roe/NNP:2:nsubj ] slept/sleep/VBD:0:root ./PUNCT:2:punct\n") + Mayor;
  CHECK(described(before.c_str(), {"mayor", "Roe"}).empty());
}

TEST_CASE("a name in the sentence of the description is another one") {
  CHECK(described("A/a/DET:2:det mayor/NN:3:nsubj met/meet/VBD:0:root [PER Roe/NNP:3:obj ] ./PUNCT:3:punct",
                  {"mayor", "Roe"})
            .empty());
}
