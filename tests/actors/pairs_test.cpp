// Two actors that "and" joins, and what means both or one of them.
#include <entente/actors/pairs.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* described;
};

void check(const std::string& before, std::initializer_list<Row> rows) {
  for (const auto& [text, described] : rows) {
    CAPTURE(text);
    const Stages stages(before + text);
    CHECK(stages.described(resolve_pairs(stages.layers, stages.named().coref)) == described);
  }
}

constexpr const char* Persons =
    "[PER Roe/NNP:4:nsubj ] and/CCONJ:3:cc [PER Doe/NNP:1:conj ] met/meet/VBD:0:root ./PUNCT:4:punct\n";
constexpr const char* Countries =
    "[COUNTRY Chad/NNP:4:nsubj ] and/CCONJ:3:cc [COUNTRY Malta/NNP:1:conj ] met/meet/VBD:0:root ./PUNCT:4:punct\n";

}  // namespace

TEST_CASE("two names that are joined are a pair, at the head of either") {
  struct Joined {
    const char* text;
    bool pair;
  };
  const Joined rows[] = {
      {"[PER Roe/NNP:4:nsubj ] and/CCONJ:3:cc [PER Doe/NNP:1:conj ] met/meet/VBD:0:root", true},
      {"[PER Roe/NNP:2:nsubj ] met/meet/VBD:0:root [PER Doe/NNP:2:obj ]", false},
      {"[PER Roe/NNP:4:nsubj ] and/CCONJ:3:cc [ORG Boeing/NNP:1:conj ] met/meet/VBD:0:root", false},
      {"[PER Roe/NNP:4:nsubj ] and/CCONJ:3:cc [PER Roe/NNP:1:conj ] met/meet/VBD:0:root", false},
      {"[PER Roe/NNP:6:nsubj ] ,/PUNCT:3:punct [PER Doe/NNP:1:conj ] and/CCONJ:5:cc [PER Lang/NNP:1:conj ] "
       "met/meet/VBD:0:root",
       false},
  };
  for (const auto& [text, pair] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const Coreference coref = stages.named().coref;
    const auto two = joined_pair(stages.layers, coref, stages.at("Roe"));
    REQUIRE(two.has_value() == pair);
    if (two) {
      CHECK(stages.words(coref.mentions[two->first].name) == "Roe");
      CHECK(stages.words(coref.mentions[two->second].name) == "Doe");
      CHECK(joined_pair(stages.layers, coref, stages.at("Doe")) == two);
      CHECK_FALSE(joined_pair(stages.layers, coref, stages.at("met")));
    }
  }
}

TEST_CASE("the couple, the two of a kind, the former and the latter mean the last two before") {
  check(Persons, {
                     {"The/DET:2:det couple/NN:3:nsubj left/leave/VBD:0:root", "The couple = Roe, The couple = Doe"},
                     {"The/DET:3:det two/NUM:3:nummod presidents/president/NNS:4:nsubj left/leave/VBD:0:root",
                      "The two presidents = Roe, The two presidents = Doe"},
                     {"The/DET:2:det former/JJ:3:nsubj left/leave/VBD:0:root", "The former = Roe"},
                     {"The/DET:2:det latter/JJ:3:nsubj left/leave/VBD:0:root", "The latter = Doe"},
                 });
  check(Countries, {{"The/DET:3:det two/NUM:3:nummod countries/country/NNS:4:nsubj left/leave/VBD:0:root",
                     "The two countries = Chad, The two countries = Malta"}});
}

TEST_CASE("another number, another kind, or what is no noun by itself means no pair") {
  check(Persons, {
                     {"The/DET:3:det three/NUM:3:nummod presidents/president/NNS:4:nsubj left/leave/VBD:0:root", ""},
                     {"The/DET:3:det two/NUM:3:nummod countries/country/NNS:4:nsubj left/leave/VBD:0:root", ""},
                     {"Two/NUM:2:nummod presidents/president/NNS:3:nsubj left/leave/VBD:0:root", ""},
                     {"A/DET:2:det couple/NN:3:nsubj left/leave/VBD:0:root", ""},
                     {"The/DET:3:det former/JJ:3:amod president/NN:4:nsubj left/leave/VBD:0:root", ""},
                     {"It/PRON:2:expl rained/rain/VBD:0:root\nIt/PRON:2:expl rained/rain/VBD:0:root\n"
                      "The/DET:2:det couple/NN:3:nsubj left/leave/VBD:0:root",
                      ""},
                 });
  check(Countries, {{"The/DET:2:det couple/NN:3:nsubj left/leave/VBD:0:root", ""}});
}
