// Roles without a name become mentions of their own.
#include <entente/actors/role_descriptions.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("add_role_descriptions inserts mentions in text order and renumbers what refers to them") {
  const Stages stages(
      "The/DET:3:det [NAT Chadian/JJ:3:amod ] president/NN:4:nsubj met/meet/VBD:0:root Minister/NNP:6:nmod:desc [PER "
      "Roe/NNP:4:obj ]");
  const auto found = add_role_descriptions(stages.layers, stages.roles());
  std::string order;
  for (const MentionDraft& it : found.mentions) {
    order += (order.empty() ? "" : " | ") + stages.words(it.tokens);
  }
  CHECK(order == "The Chadian president | Chadian | Minister Roe");
  CHECK(stages.dump(found.mentions, found.roles) == "president (free; of Chadian), Minister (title of Roe)");
  CHECK(found.mentions.by_head[2] == 0);
  CHECK(found.mentions.name_of[1] == 1);
  CHECK(found.mentions.name_of[5] == 2);
}

TEST_CASE("only what is definite or stands for its country is a mention") {
  struct Row {
    const char* text;
    const char* mentions;
  };
  const Row rows[] = {
      {"The/DET:2:det company/NN:3:nsubj fell/fall/VBD:0:root", "The company"},
      {"A/DET:2:det company/NN:3:nsubj fell/fall/VBD:0:root", ""},
      {"His/PRON:2:nmod:poss company/NN:3:nsubj fell/fall/VBD:0:root", "His company"},
      {"[NAT Afghan/JJ:2:amod ] troops/NNS:3:nsubj fell/fall/VBD:0:root", "Afghan troops, Afghan"},
      // a name with a title, or whose copula it is, has the role already
      {"The/DET:2:det coach/NN:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root", "The coach Roe"},
      {"[PER Roe/NNP:4:nsubj ] is/be/VBZ:4:cop the/DET:4:det coach/NN:0:root", "Roe"},
  };
  for (const auto& [text, mentions] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    std::string all;
    for (const MentionDraft& it : add_role_descriptions(stages.layers, stages.roles()).mentions) {
      all += (all.empty() ? "" : ", ") + stages.words(it.tokens);
    }
    CHECK(all == mentions);
  }
}

TEST_CASE("a government and its forces stand for the country, unless two are named or they change hands") {
  struct Row {
    const char* text;
    const char* country;  // of the description; "" where it stands for none
  };
  const Row rows[] = {
      {"The/DET:3:det [NAT Afghan/JJ:3:amod ] government/NN:4:nsubj met/meet/VBD:0:root", "Afghanistan"},
      {"The/DET:3:det [NAT Afghan/JJ:3:amod ] army/NN:4:nsubj met/meet/VBD:0:root", "Afghanistan"},
      {"An/DET:3:det [NAT Afghan/JJ:3:amod ] army/NN:4:nsubj met/meet/VBD:0:root", ""},
      {"The/DET:3:det [NAT Afghan/JJ:3:amod ] company/NN:4:nsubj met/meet/VBD:0:root", ""},
      {"No/DET:3:det [NAT Afghan/JJ:3:amod ] troops/NNS:4:nsubj met/meet/VBD:0:root", ""},
      {"They/PRON:2:nsubj sold/sell/VBD:0:root [NAT Afghan/JJ:4:amod ] jets/NNS:2:obj", ""},
      {"[NAT Russian/JJ:4:amod ] -/PUNCT:1:punct [NAT Ukrainian/JJ:1:conj ] forces/NNS:5:nsubj met/meet/VBD:0:root",
       ""},
  };
  for (const auto& [text, country] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    std::string stands_for;
    for (const MentionDraft& it : add_role_descriptions(stages.layers, stages.roles()).mentions) {
      if (it.form == MentionForm::Description && it.entry != None) {
        stands_for = stages.layers.world.entries[it.entry].name;
        CHECK(it.kind == ActorKind::Country);
        CHECK(it.antecedent != None);
      }
    }
    CHECK(stands_for == country);
  }
}
