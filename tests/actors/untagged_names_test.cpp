// Names that the mention model sees where the tagger sees none.
#include <entente/actors/untagged_names.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

constexpr std::string_view Kinds[] = {"person", "country", "organisation", "place", "group", "other"};

std::string names_of(const Stages& stages) {
  std::string all;
  for (const TaggedName& it : with_untagged_names(stages.layers, read_tagged_names(stages.layers))) {
    all += (all.empty() ? "" : ", ") + stages.words(it.tokens) + " " +
           std::string(Kinds[static_cast<std::size_t>(it.kind)]);
  }
  return all;
}

struct Row {
  const char* text;
  const char* form;  // what the mention model reads, as the name of a place
  float probability;
  const char* names;
};

}  // namespace

TEST_CASE("a capitalised word that the mention model is sure of is a name, with the words that make one name with it") {
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root Holm/NNP:2:obj", "Holm", 0.9F, "Roe person, Holm place"},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root Holm/NNP:2:obj", "Holm", 0.5F, "Roe person"},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root Great/NNP:4:compound Holm/NNP:2:obj", "Holm", 0.9F,
       "Roe person, Great Holm place"},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root holm/NN:2:obj", "holm", 0.9F, "Roe person"},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root President/NNP:2:obj", "President", 0.9F, "Roe person"},
      {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root", "Roe", 0.9F, "Roe person"},  // the tagger's stands
      {"Holm/NNP:2:nsubj met/meet/VBD:0:root [PER Roe/NNP:2:obj ]", "Holm", 0.9F, "Holm place, Roe person"},
      // words in capitals say nothing of names
      {"FARMERS/NNS:2:nsubj LEAVE/leave/VBP:0:root HOLM/NNP:2:obj", "HOLM", 0.9F, ""},
  };
  for (const auto& [text, form, probability, names] : rows) {
    CAPTURE(text);
    CAPTURE(probability);
    Stages stages(text);
    stages.set_reading(form, MentionLabel::NamePlace, probability);
    CHECK(names_of(stages) == names);
  }
}

TEST_CASE("a family name of the East and two or three words of one syllable are one person") {
  struct Eastern {
    const char* text;
    const char* names;
  };
  const Eastern rows[] = {
      {"[PER Tran/NNP:4:nsubj ] Thu/NNP:1:flat Ha/NNP:1:flat left/leave/VBD:0:root", "Tran Thu Ha person"},
      {"Tran/NNP:3:nsubj Thu/NNP:1:flat left/leave/VBD:0:root", ""},
      {"Tran/NNP:4:nsubj Amina/NNP:1:flat Ha/NNP:1:flat left/leave/VBD:0:root", ""},
  };
  for (const auto& [text, names] : rows) {
    CAPTURE(text);
    Stages stages(text);
    stages.set_reading("left", MentionLabel::Nothing, 1.0F);
    CHECK(names_of(stages) == names);
  }
}

TEST_CASE("without the mention model the tagger's names stay as they are") {
  CHECK(names_of(Stages("Tran/NNP:4:nsubj Thu/NNP:1:flat Ha/NNP:1:flat left/leave/VBD:0:root")).empty());
}
