// Whom descriptions mean by what the text itself says.
#include <entente/actors/descriptions.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* described;
};

void check(std::initializer_list<Row> rows, const World& world = shipped_world()) {
  for (const auto& [text, described] : rows) {
    CAPTURE(text);
    const Stages stages(text, world);
    const NamedText it = stages.named();
    CHECK(stages.described(resolve_descriptions(stages.layers, it.roles, it.tenures, it.coref)) == described);
  }
}

}  // namespace

TEST_CASE("an office means who holds it, of the same country, or where it does not say which") {
  check({
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root\n"
       "The/DET:3:det [NAT Chadian/JJ:3:amod ] president/NN:4:nsubj left/leave/VBD:0:root",
       "The Chadian president = Chadian President Roe"},
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root\n"
       "The/DET:2:det president/NN:3:nsubj left/leave/VBD:0:root",
       "The president = Chadian President Roe"},
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root\n"
       "The/DET:3:det [NAT Maltese/JJ:3:amod ] president/NN:4:nsubj left/leave/VBD:0:root",
       ""},
      // "leader" and "ruler" stand for whatever a head of state is called
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] spoke/speak/VBD:0:root\n"
       "The/DET:3:det [NAT Chadian/JJ:3:amod ] leader/NN:4:nsubj left/leave/VBD:0:root",
       "The Chadian leader = Chadian President Roe"},
      // of two presidents the one that was named last
      {"[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] met/meet/VBD:0:root [NAT "
       "Maltese/JJ:6:amod ] President/NNP:7:nmod:desc [PER Doe/NNP:4:obj ]\n"
       "The/DET:2:det president/NN:3:nsubj left/leave/VBD:0:root",
       "The president = Maltese President Doe"},
      {"Another/DET:2:det president/NN:3:nsubj left/leave/VBD:0:root [NAT Chadian/JJ:5:amod ] "
       "President/NNP:6:nmod:desc "
       "[PER Roe/NNP:3:obj ]",
       ""},
  });
}

TEST_CASE("a known leader is whom the office of his country means") {
  check({
      {"[PER Barack/NNP:3:nsubj Obama/NNP:1:flat ] spoke/speak/VBD:0:root\n"
       "The/DET:3:det [NAT American/JJ:3:amod ] president/NN:4:nsubj left/leave/VBD:0:root",
       "The American president = Barack Obama"},
      {"[PER Barack/NNP:3:nsubj Obama/NNP:1:flat ] spoke/speak/VBD:0:root\n"
       "The/DET:3:det [NAT American/JJ:3:amod ] chancellor/NN:4:nsubj left/leave/VBD:0:root",
       ""},
      {"[COUNTRY US/NNP:2:nsubj ] waited/wait/VBD:0:root\n"
       "The/DET:3:det [PER Obama/NNP:3:compound ] administration/NN:4:nsubj waited/wait/VBD:0:root\n"
       "[PER Barack/NNP:3:nsubj Obama/NNP:1:flat ] spoke/speak/VBD:0:root",
       "The Obama administration = US"},
      {"[PER Vladimir/NNP:3:nsubj Putin/NNP:1:flat ] spoke/speak/VBD:0:root\n"
       "[PER Barack/NNP:3:nsubj Obama/NNP:1:flat ] met/meet/VBD:0:root his/PRON:6:nmod:poss [NAT Russian/JJ:6:amod ] "
       "counterpart/NN:3:obj",
       "his Russian counterpart = Vladimir Putin"},
  });
}

TEST_CASE("the company is the last of its kind, the island the last country that is one") {
  check({
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root ./PUNCT:2:punct\n"
       "The/DET:2:det company/NN:3:nsubj waited/wait/VBD:0:root",
       "The company = Boeing"},
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root ./PUNCT:2:punct\n"
       "The/DET:2:det club/NN:3:nsubj waited/wait/VBD:0:root",
       ""},
      {"[ORG Boeing/NNP:2:nsubj ] fell/fall/VBD:0:root ./PUNCT:2:punct\n"
       "The/DET:3:det other/JJ:3:amod company/NN:4:nsubj waited/wait/VBD:0:root",
       ""},
      {"[COUNTRY Malta/NNP:2:nsubj ] fell/fall/VBD:0:root ./PUNCT:2:punct\n"
       "The/DET:2:det island/NN:3:nsubj waited/wait/VBD:0:root",
       "The island = Malta"},
      {"[COUNTRY Chad/NNP:2:nsubj ] fell/fall/VBD:0:root ./PUNCT:2:punct\n"
       "The/DET:2:det island/NN:3:nsubj waited/wait/VBD:0:root",
       ""},
      {"They/PRON:2:nsubj left/leave/VBD:0:root the/DET:4:det city/NN:2:obj of/ADP:6:case [LOC Oslo/NNP:4:nmod ]",
       "the city of Oslo = Oslo"},
  });
}

TEST_CASE("an apposition describes the name before it") {
  check(
      {{"[ORG Boeing/NNP:7:nsubj ] ,/PUNCT:5:punct the/DET:5:det [NAT American/JJ:5:amod ] company/NN:1:appos "
        ",/PUNCT:5:punct fell/fall/VBD:0:root",
        "the American company = Boeing"}});
}
