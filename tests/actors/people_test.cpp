// The people of a country, and some of its people.
#include <entente/actors/people.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("a noun for the people of a country is one of the lexicon") {
  const Stages stages(
      "Peruvians/NNPS:2:nsubj met/meet/VBD:0:root a/DET:4:det Frenchman/NN:2:obj in/ADP:6:case Lima/NNP:2:obl");
  CHECK(names_people(stages.layers, stages.at("Peruvians")));
  CHECK(names_people(stages.layers, stages.at("Frenchman")));
  CHECK_FALSE(names_people(stages.layers, stages.at("Lima")));
  CHECK_FALSE(names_people(stages.layers, stages.at("met")));
}

TEST_CASE("people who are counted, described or one are some of their country's") {
  struct Row {
    const char* text;
    const char* people;
    bool some;
  };
  const Row rows[] = {
      {"Peruvians/NNPS:2:nsubj voted/vote/VBD:0:root", "Peruvians", false},
      {"the/DET:2:det Peruvians/NNPS:3:nsubj voted/vote/VBD:0:root", "Peruvians", false},
      {"all/DET:2:det Peruvians/NNPS:3:nsubj voted/vote/VBD:0:root", "Peruvians", false},
      {"two/NUM:2:nummod Peruvians/NNPS:3:nsubj voted/vote/VBD:0:root", "Peruvians", true},
      {"young/JJ:2:amod Peruvians/NNPS:3:nsubj voted/vote/VBD:0:root", "Peruvians", true},
      {"some/DET:2:det Peruvians/NNPS:3:nsubj voted/vote/VBD:0:root", "Peruvians", true},
      {"a/DET:2:det Frenchman/NN:3:nsubj voted/vote/VBD:0:root", "Frenchman", true},
      {"dozens/dozen/NNS:4:nsubj of/ADP:3:case Peruvians/NNPS:1:nmod voted/vote/VBD:0:root", "Peruvians", true},
      {"friends/friend/NNS:4:nsubj of/ADP:3:case Peruvians/NNPS:1:nmod voted/vote/VBD:0:root", "Peruvians", false},
  };
  for (const auto& [text, people, some] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(are_some_people(stages.layers, stages.at(people)) == some);
  }
}
