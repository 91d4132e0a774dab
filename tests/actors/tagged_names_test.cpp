// The tagger's names, trimmed to the name itself.
#include <entente/actors/tagged_names.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

constexpr std::string_view Kinds[] = {"person", "country", "organisation", "place", "group", "other"};

struct Row {
  const char* text;
  const char* names;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, names] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    std::string all;
    for (const TaggedName& it : read_tagged_names(stages.layers)) {
      all += (all.empty() ? "" : ", ") + stages.words(it.tokens) + " " +
             std::string(Kinds[static_cast<std::size_t>(it.kind)]) + (it.nationality ? " (nationality)" : "");
    }
    CHECK(all == names);
  }
}

}  // namespace

TEST_CASE("a person's name has no title, and two persons are two names") {
  check({
      {"[PER Mr./NNP:2:nmod:desc Roe/NNP:3:nsubj ] left/leave/VBD:0:root", "Roe person"},
      {"[PER Chinese/JJ:2:amod President/NNP:3:nmod:desc Xi/NNP:5:nsubj Jinping/NNP:3:flat ] left/leave/VBD:0:root",
       "Xi Jinping person"},
      {"[PER Merkel/NNP:4:nsubj and/CCONJ:3:cc Hollande/NNP:1:conj ] left/leave/VBD:0:root",
       "Merkel person, Hollande person"},
      {"[PER Otto/NNP:5:nsubj Lang/NNP:1:flat ,/PUNCT:4:punct Jr./NNP:1:flat ] left/leave/VBD:0:root",
       "Otto Lang, Jr. person"},
      {"[PER Denzel/NNP:3:nsubj ] [PER Holm/NNP:1:flat ] left/leave/VBD:0:root", "Denzel Holm person"},
      {"[PER Roe/NNP:3:nsubj ] [PER Holm/NNP:1:flat ] left/leave/VBD:0:root", "Roe person, Holm person"},
      {"[PER Otto/NNP:5:nsubj Jean/NNP:1:flat ] ~-/PUNCT:4:punct ~Pierre/NNP:1:flat left/leave/VBD:0:root",
       "Otto Jean-Pierre person"},
  });
}

TEST_CASE("other names have no description in small letters, and a partner's name belongs to them") {
  check({
      {"[ORG airline/NN:2:compound Meridian/NNP:3:nsubj ] fell/fall/VBD:0:root", "Meridian organisation"},
      {"[LOC Sakhalin/NNP:2:compound island/NN:3:nsubj ] fell/fall/VBD:0:root", "Sakhalin place"},
      {"[ORG Bank/NNP:4:nsubj of/ADP:3:case Marsh/NNP:1:nmod ] fell/fall/VBD:0:root", "Bank of Marsh organisation"},
      {"[PER Hartwell/NNP:4:nsubj ] &/CCONJ:3:cc Sons/NNPS:1:conj fell/fall/VBD:0:root",
       "Hartwell & Sons organisation"},
      {"[NAT Chadian/JJ:2:amod ] troops/NNS:3:nsubj fell/fall/VBD:0:root", "Chadian country (nationality)"},
      {"[ORG opec/NNP:2:nsubj ] fell/fall/VBD:0:root", ""},  // no capital, no name
  });
}

TEST_CASE("a noble title and its place are a person, unless it is the crown's") {
  check({
      {"The/DET:2:det Duke/NNP:5:nsubj of/ADP:4:case [LOC Sussex/NNP:2:nmod ] left/leave/VBD:0:root",
       "Duke of Sussex person"},
      {"The/DET:3:det Grand/NNP:3:compound Duke/NNP:6:nsubj of/ADP:5:case [LOC Marsh/NNP:3:nmod ] "
       "left/leave/VBD:0:root",
       "Marsh place"},
      {"The/DET:2:det Bank/NNP:5:nsubj of/ADP:4:case [LOC Sussex/NNP:2:nmod ] left/leave/VBD:0:root", "Sussex place"},
  });
}

TEST_CASE("the mark for party and constituency is no name") {
  check({
      {"[PER Ada/NNP:8:nsubj Roe/NNP:1:flat ] (/PUNCT:4:punct R/NNP:1:dep ~-/PUNCT:6:punct [LOC ~Ohio/NNP:4:dep ] "
       ")/PUNCT:4:punct left/leave/VBD:0:root",
       "Ada Roe person"},
      {"[PER Ada/NNP:8:nsubj Roe/NNP:1:flat ] (/PUNCT:4:punct X/NNP:1:dep ~-/PUNCT:6:punct [LOC ~Ohio/NNP:4:dep ] "
       ")/PUNCT:4:punct left/leave/VBD:0:root",
       "Ada Roe person, Ohio place"},
  });
}

TEST_CASE("titles are counted in words, from either end") {
  const Stages stages(
      "Chinese/JJ:3:amod Foreign/NNP:3:compound Minister/NNP:4:nmod:desc Wang/NNP:6:nsubj Mr./NNP:4:flat "
      "left/leave/VBD:0:root");
  const Layers& layers = stages.layers;
  CHECK(title_words_at(layers, 1, 6) == 2);
  CHECK(title_words_at(layers, 0, 6) == 0);
  CHECK(title_words_at(layers, 1, 2) == 0);  // "Foreign" alone is none
  CHECK(title_words_at(layers, 4, 6) == 1);
  CHECK(title_words_before(layers, 0, 3) == 2);
  CHECK(title_words_before(layers, 0, 4) == 0);
  CHECK(title_words_before(layers, 0, 5) == 1);
  const OfficeId office = office_of_words(layers, {1, 3});
  REQUIRE(office != None);
  CHECK(layers.world.offices[office].name == "foreign minister");
  CHECK(office_of_words(layers, {0, 3}) == None);
}
