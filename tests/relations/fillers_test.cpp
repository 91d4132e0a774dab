// The actors that a phrase stands for.
#include <entente/relations/arguments.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* word;
  const char* fillers;
};

void check(Standings standings, std::initializer_list<Row> rows) {
  for (const auto& [text, word, found] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    Fillers out;
    actors_at(it.reading, {it.at(word), Via::Direct, None}, standings, out);
    CHECK(it.dump(out) == found);
  }
}

}  // namespace

TEST_CASE("a name is its actor, with those that are joined to it, or the one in apposition") {
  check(Acting, {
                    {"[PER Roe/NNP:2:nsubj ] left/leave/VBD:0:root", "Roe", "roe (direct)"},
                    {"[PER Roe/NNP:4:nsubj ] and/CCONJ:3:cc [PER Doe/NNP:1:conj ] left/leave/VBD:0:root", "Roe",
                     "roe (direct), doe (direct, conjunct)"},
                    {"the/DET:2:det chief/NN:5:nsubj ,/PUNCT:4:punct [PER Roe/NNP:2:appos ] left/leave/VBD:0:root",
                     "chief", "roe (direct, apposition)"},
                    {"[PER Roe/NNP:4:nsubj ] ,/PUNCT:3:punct [PER Doe/NNP:1:appos ] left/leave/VBD:0:root", "Roe",
                     "roe (direct)"},
                    {"rain/NN:2:nsubj fell/fall/VBD:0:root", "rain", ""},
                    {"he/PRON:2:nsubj armed/arm/VBD:0:root himself/PRON|Reflex=Yes:2:obj", "himself", ""},
                });
}

TEST_CASE("what follows an antecedent by \"and\" has no part in its clause") {
  const SceneReading it("[PER Roe/NNP:4:nsubj ] and/CCONJ:3:cc [PER Doe/NNP:1:conj ] left/leave/VBD:0:root");
  Fillers out;
  actors_at(it.reading, {it.at("Roe"), Via::Antecedent, None}, Acting, out);
  CHECK(it.dump(out) == "roe (antecedent)");
}

TEST_CASE("troops and governments are their country, and many investors are") {
  check(
      Acting,
      {
          {"[NAT Russian/JJ:2:amod ] troops/NNS:3:nsubj left/leave/VBD:0:root", "troops", "russian (direct, standing)"},
          {"the/DET:2:det government/NN:5:nsubj of/ADP:4:case [COUNTRY France/NNP:2:nmod ] "
           "left/leave/VBD:0:root",
           "government", "france (direct, standing)"},
          {"[NAT Russian/JJ:2:amod ] investors/investor/NNS:3:nsubj left/leave/VBD:0:root", "investors",
           "russian (direct, standing)"},
          {"a/DET:3:det [NAT Russian/JJ:3:amod ] investor/NN:4:nsubj left/leave/VBD:0:root", "investor", ""},
          {"[NAT British/JJ:4:amod ] and/CCONJ:3:cc [NAT French/JJ:1:conj ] troops/NNS:5:nsubj "
           "left/leave/VBD:0:root",
           "troops", "british (direct, standing), french (direct, standing)"},
          {"troops/NNS:5:nsubj from/ADP:3:case [COUNTRY Kenya/NNP:1:nmod ] had/AUX:5:aux left/leave/VBN:0:root",
           "troops", "kenya (direct)"},
      });
}

TEST_CASE("an office holder stands for his country only where it is not done in person") {
  const char* const text = "the/DET:3:det [NAT French/JJ:3:amod ] president/NN:4:nsubj left/leave/VBD:0:root";
  check(Acting, {{text, "president", "french (direct, standing)"}});
  check(bits(Standing::Body), {{text, "president", ""}});
}

TEST_CASE("acts and ground stand for an actor only where they count") {
  const char* const decision = "[PER Roe/NNP:3:nmod:poss ] 's/PART:1:case decision/NN:4:nsubj won/win/VBD:0:root";
  check(bits(Standing::Act), {{decision, "decision", "roe (direct, standing)"}});
  check(Acting, {{decision, "decision", ""}});
  const char* const territory = "[NAT Syrian/JJ:2:amod ] territory/NN:3:nsubj burned/burn/VBD:0:root";
  check(bits(Standing::Ground), {{territory, "territory", "syrian (direct, standing)"}});
  check(Acting, {{territory, "territory", ""}});
  const char* const killing =
      "the/DET:2:det attack/NN:7:nsubj of/ADP:4:case [PER Roe/NNP:2:nmod ] by/ADP:6:case [COUNTRY Peru/NNP:2:nmod ] "
      "failed/fail/VBD:0:root";
  check(bits(Standing::Act), {{killing, "attack", "peru (direct, standing)"}});
}

TEST_CASE("a list of names is bounded") {
  std::string text = "[PER N0/PROPN:2:nsubj ] left/leave/VBD:0:root ";
  for (int i = 1; i < 60; ++i) {
    text += "[PER N" + std::to_string(i) + "/PROPN:1:conj ] ";
  }
  const SceneReading it(text);
  Fillers out;
  actors_at(it.reading, {it.at("N0"), Via::Direct, None}, Acting, out);
  CHECK(out.size() == 24);
}
