// Which actors pronouns are given to; who answers for each is a function.
#include <entente/actors/pronouns.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Always the nearest candidate.
std::size_t nearest(const PronounQuestion&) { return 0; }
// Nobody.
std::size_t nobody(const PronounQuestion& question) { return question.candidates.size(); }

std::string pronouns(Stages& stages, const PronounChooser& choose) {
  return stages.described(resolve_pronouns(stages.layers, stages.no_links(), choose, stages.named().coref));
}

struct Row {
  const char* text;
  const char* nearest;  // … with the nearest candidate
  const char* nobody;   // … where the answer is nobody
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.text);
    Stages stages(row.text);
    CHECK(pronouns(stages, nearest) == row.nearest);
    CHECK(pronouns(stages, nobody) == row.nobody);
  }
}

}  // namespace

TEST_CASE("a personal pronoun is whom the chooser answers, and nobody where it says so") {
  check({
      {"[PER Jane/NNP:3:nsubj Roe/NNP:1:flat ] met/meet/VBD:0:root [PER Otto/NNP:3:obj Lang/NNP:4:flat ]\n"
       "He/PRON:2:nsubj left/leave/VBD:0:root ,/PUNCT:6:punct and/CCONJ:6:cc she/PRON:6:nsubj stayed/stay/VBD:2:conj",
       "He = Otto Lang, she = Jane Roe", ""},
      // a name after it, where its clause depends on that of the name
      {"When/SCONJ:3:mark he/PRON:3:nsubj arrived/arrive/VBD:7:advcl ,/PUNCT:3:punct [PER Otto/NNP:7:nsubj "
       "Lang/NNP:5:flat ] spoke/speak/VBD:0:root",
       "he = Otto Lang", ""},
      {"He/PRON:2:nsubj met/meet/VBD:0:root [PER Otto/NNP:2:obj Lang/NNP:3:flat ]", "", ""},
  });
}

TEST_CASE("an \"it\" that means nothing is not asked for") {
  check({
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root\nIt/PRON:2:nsubj rose/rise/VBD:0:root", "It = Boeing", ""},
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root\nIt/PRON:2:nsubj rained/rain/VBD:0:root", "", ""},
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root\nIt/PRON:3:nsubj is/be/VBZ:3:cop clear/JJ:0:root "
       "that/SCONJ:6:mark prices/NNS:6:nsubj rose/rise/VBD:3:ccomp",
       "", ""},
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root\nIts/PRON:2:nmod:poss jets/NNS:3:nsubj fell/fall/VBD:0:root",
       "Its = Boeing", ""},
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root\nBoth/DET:2:det sides/NNS:3:nsubj left/leave/VBD:0:root", "",
       ""},
  });
}

TEST_CASE("a relative pronoun is the noun above its clause, by the tree alone") {
  constexpr const char* Who =
      "[PER Roe/NNP:5:nsubj ] ,/PUNCT:4:punct who/PRON:4:nsubj slept/sleep/VBD:1:acl:relcl "
      "left/leave/VBD:0:root";
  check({
      {Who, "who = Roe", "who = Roe"},
      {"[ORG Boeing/NNP:5:nsubj ] ,/PUNCT:4:punct which/PRON:4:nsubj fell/fall/VBD:1:acl:relcl rose/rise/VBD:0:root",
       "which = Boeing", "which = Boeing"},
      // a place or a firm is no "who", a person no "which"
      {"[LOC Oslo/NNP:5:nsubj ] ,/PUNCT:4:punct who/PRON:4:nsubj slept/sleep/VBD:1:acl:relcl left/leave/VBD:0:root", "",
       ""},
      {"[PER Roe/NNP:7:nsubj ] ,/PUNCT:3:punct head/NN:1:appos of/ADP:5:case [LOC Oslo/NNP:3:nmod ] ,/PUNCT:8:punct "
       "who/PRON:8:nsubj slept/sleep/VBD:5:acl:relcl left/leave/VBD:0:root",
       "who = Roe", "who = Roe"},
      // a conjunction
      {"[PER Roe/NNP:2:nsubj ] said/say/VBD:0:root that/SCONJ:4:mark prices/NNS:5:nsubj fell/fall/VBD:2:ccomp", "", ""},
  });
}

TEST_CASE("I and we inside of quotation marks are who speaks, outside of them nobody") {
  check({
      {"\"/PUNCT:3:punct I/PRON:3:nsubj won/win/VBD:6:ccomp ,/PUNCT:3:punct \"/PUNCT:3:punct said/say/VBD:0:root [PER "
       "Roe/NNP:6:nsubj ]",
       "I = Roe", "I = Roe"},
      {"[PER Roe/NNP:2:nsubj ] said/say/VBD:0:root ./PUNCT:2:punct\nI/PRON:2:nsubj won/win/VBD:0:root", "", ""},
      {"\"/PUNCT:3:punct I/PRON:3:nsubj won/win/VBD:6:ccomp ,/PUNCT:3:punct \"/PUNCT:3:punct said/say/VBD:0:root "
       "a/DET:8:det spokesman/NN:6:nsubj of/ADP:10:case [ORG Boeing/NNP:8:nmod ]",
       "", ""},
      {"\"/PUNCT:3:punct I/PRON:3:nsubj won/win/VBD:6:ccomp ,/PUNCT:3:punct \"/PUNCT:3:punct said/say/VBD:0:root [ORG "
       "Boeing/NNP:6:nsubj ]",
       "", ""},
      {"\"/PUNCT:3:punct We/PRON:3:nsubj won/win/VBD:6:ccomp ,/PUNCT:3:punct \"/PUNCT:3:punct said/say/VBD:0:root [ORG "
       "Boeing/NNP:6:nsubj ]",
       "We = Boeing", "We = Boeing"},
  });
}

TEST_CASE("they who are two that \"and\" joins are a mention of each") {
  check(
      {{"[COUNTRY Chad/NNP:4:nsubj ] and/CCONJ:3:cc [COUNTRY Malta/NNP:1:conj ] met/meet/VBD:0:root\n"
        "They/PRON:2:nsubj left/leave/VBD:0:root",
        "They = Chad, They = Malta", ""}});
  Stages stages(
      "[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Doe/NNP:2:obj ]\nThey/PRON:2:nsubj left/leave/VBD:0:root");
  for (const char* const word : {"Roe", "Doe", "They"}) {
    stages.set_topic(word, 1);
  }
  CHECK(stages.described(resolve_pronouns(stages.layers, stages.links(), nobody, stages.named().coref)) ==
        "They = Roe, They = Doe");
}

TEST_CASE("a pronoun tells the gender of whom it means") {
  Stages stages("[PER Roe/NNP:2:nsubj ] came/come/VBD:0:root\nShe/PRON:2:nsubj left/leave/VBD:0:root");
  const Coreference before = stages.named().coref;
  REQUIRE(before.clusters[0].gender == ActorGender::Unknown);
  const Coreference after = resolve_pronouns(stages.layers, stages.no_links(), nearest, before);
  CHECK(after.clusters[0].gender == ActorGender::Feminine);
  CHECK(after.mentions[1].reason == "She \xE2\x86\x90 Roe");
  CHECK(after.mentions[1].antecedent == 0);
}
