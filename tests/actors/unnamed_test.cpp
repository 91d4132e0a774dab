// People without a name who take part in the news.
#include <entente/actors/unnamed.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* found;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(stages.described(find_unnamed(stages.layers, stages.named().coref)) == found);
  }
}

}  // namespace

TEST_CASE("who is identified by a nationality, a body or a place, and suffers something from an actor, is one") {
  check({
      {"[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root a/DET:5:det [NAT Kenyan/JJ:5:amod ] "
       "journalist/NN:2:obj",
       "Kenyan journalist = -"},
      {"A/DET:3:det [NAT Kenyan/JJ:3:amod ] journalist/NN:5:nsubj:pass was/AUX:5:aux:pass "
       "arrested/arrest/VBN:0:root by/ADP:7:case [COUNTRY Chad/NNP:5:obl:agent ]",
       "Kenyan journalist = -"},
      {"[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root a/DET:4:det journalist/NN:2:obj from/ADP:6:case [ORG "
       "Reuters/NNP:4:nmod ]",
       "journalist from Reuters = -"},
      {"[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root political/JJ:4:amod activists/activist/NNS:2:obj",
       "political activists = -"},
      {"[COUNTRY Chad/NNP:2:nsubj ] demanded/demand/VBD:0:root the/DET:4:det release/NN:2:obj of/ADP:8:case "
       "a/DET:8:det "
       "[NAT Kenyan/JJ:8:amod ] journalist/NN:4:nmod",
       "Kenyan journalist = -"},
  });
}

TEST_CASE("… or does something to one") {
  check({
      {"[NAT Kenyan/JJ:2:amod ] hackers/hacker/NNS:3:nsubj attacked/attack/VBD:0:root [ORG Boeing/NNP:3:obj ]",
       "Kenyan hackers = -"},
      {"[NAT Kenyan/JJ:2:amod ] hackers/hacker/NNS:3:nsubj attacked/attack/VBD:0:root the/DET:5:det site/NN:3:obj "
       "of/ADP:7:case [ORG Boeing/NNP:5:nmod ]",
       "Kenyan hackers = -"},
      {"[NAT Kenyan/JJ:2:amod ] hackers/hacker/NNS:3:nsubj praised/praise/VBD:0:root [ORG Boeing/NNP:3:obj ]", ""},
      {"[NAT Kenyan/JJ:2:amod ] hackers/hacker/NNS:3:nsubj attacked/attack/VBD:0:root sites/NNS:3:obj", ""},
  });
}

TEST_CASE("who is not identified, belongs to somebody, or meets no actor is none") {
  check({
      {"[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root a/DET:4:det journalist/NN:2:obj", ""},
      {"[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root his/PRON:5:nmod:poss [NAT Kenyan/JJ:5:amod ] "
       "journalist/NN:2:obj",
       ""},
      {"[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root no/DET:5:det [NAT Kenyan/JJ:5:amod ] "
       "journalist/NN:2:obj",
       ""},
      {"Police/NNS:2:nsubj arrested/arrest/VBD:0:root a/DET:5:det [NAT Kenyan/JJ:5:amod ] journalist/NN:2:obj", ""},
      {"[COUNTRY Chad/NNP:2:nsubj ] praised/praise/VBD:0:root a/DET:5:det [NAT Kenyan/JJ:5:amod ] journalist/NN:2:obj",
       ""},
      // several officers of a country are the country
      {"[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root [NAT Kenyan/JJ:4:amod ] officers/officer/NNS:2:obj", ""},
  });
}

TEST_CASE("several are a group, one is a person, and the same words are the same only with \"the\"") {
  const Stages stages(
      "[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root a/DET:5:det [NAT Kenyan/JJ:5:amod ] journalist/NN:2:obj\n"
      "[COUNTRY Chad/NNP:2:nsubj ] freed/free/VBD:0:root the/DET:5:det [NAT Kenyan/JJ:5:amod ] journalist/NN:2:obj\n"
      "[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root a/DET:5:det [NAT Kenyan/JJ:5:amod ] journalist/NN:2:obj\n"
      "[COUNTRY Chad/NNP:2:nsubj ] arrested/arrest/VBD:0:root [NAT Kenyan/JJ:4:amod ] activists/activist/NNS:2:obj");
  const Coreference coref = find_unnamed(stages.layers, stages.named().coref);
  CHECK(stages.described(coref) == "Kenyan journalist = -, Kenyan journalist = -, Kenyan activists = -");
  REQUIRE(coref.clusters.size() == 4);  // Chad, Kenya and these
  CHECK(coref.clusters[2].drafts.size() == 2);
  CHECK(coref.clusters.back().kind == ActorKind::Group);
  CHECK(coref.clusters[coref.clusters.size() - 2].kind == ActorKind::Person);
}
