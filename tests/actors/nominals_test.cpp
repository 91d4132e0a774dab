// Nouns that say what a named actor is, and later stand for it.
#include <entente/actors/nominals.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* described;
};

void check(std::initializer_list<Row> rows) {
  for (const auto& [text, described] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    const NamedText it = stages.named();
    CHECK(stages.described(resolve_nominals(stages.layers, it.roles, it.coref)) == described);
  }
}

}  // namespace

TEST_CASE("a noun is said of the subject of its copula or linking verb, and of the name before it") {
  check({
      {"[PER Roe/NNP:4:nsubj ] was/be/VBD:4:cop a/DET:4:det homeopath/NN:0:root", "a homeopath = Roe"},
      {"[PER Roe/NNP:2:nsubj ] became/become/VBD:0:root a/DET:4:det homeopath/NN:2:xcomp", "a homeopath = Roe"},
      {"[PER Roe/NNP:7:nsubj ] ,/PUNCT:5:punct a/DET:5:det practising/JJ:5:amod homeopath/NN:1:appos ,/PUNCT:5:punct "
       "left/leave/VBD:0:root",
       "a practising homeopath = Roe"},
      {"They/PRON:2:nsubj met/meet/VBD:0:root my/PRON:4:nmod:poss classmate/NN:2:obj [PER Roe/NNP:4:appos ]",
       "my classmate = Roe"},
      {"They/PRON:2:nsubj elected/elect/VBD:0:root [PER Roe/NNP:2:obj ] organist/NN:2:xcomp", "organist = Roe"},
  });
}

TEST_CASE("nothing is said where it is denied, asked or possible, or where the noun does not fit") {
  check({
      {"[PER Roe/NNP:5:nsubj ] was/be/VBD:5:cop not/PART:5:advmod a/DET:5:det homeopath/NN:0:root", ""},
      {"[PER Roe/NNP:5:nsubj ] may/AUX:5:aux be/AUX:5:cop a/DET:5:det homeopath/NN:0:root", ""},
      {"[PER Roe/NNP:4:nsubj ] is/be/VBZ:4:cop no/DET:4:det homeopath/NN:0:root", ""},
      {"[PER Roe/NNP:4:nsubj ] is/be/VBZ:4:cop a/DET:4:det company/NN:0:root", ""},
      {"[ORG Boeing/NNP:4:nsubj ] is/be/VBZ:4:cop a/DET:4:det coach/NN:0:root", ""},
      {"[PER Roe/NNP:2:nsubj ] took/take/VBD:0:root money/NN:2:obj from/ADP:5:case [ORG Boeing/NNP:2:obl ] "
       ",/PUNCT:8:punct a/DET:8:det charge/NN:5:appos",
       ""},
      {"[PER Roe/NNP:6:nsubj ] and/CCONJ:3:cc [PER Doe/NNP:1:conj ] were/be/AUX:6:cop a/DET:6:det duet/NN:0:root", ""},
  });
}

TEST_CASE("the noun comes back for the only one who was called so") {
  const std::string told = "[PER Roe/NNP:4:nsubj ] was/be/VBD:4:cop a/DET:4:det homeopath/NN:0:root\n";
  struct Then {
    const char* text;
    const char* described;
  };
  const Then rows[] = {
      {"The/DET:2:det homeopath/NN:3:nsubj left/leave/VBD:0:root", "a homeopath = Roe, The homeopath = Roe"},
      {"The/DET:3:det other/JJ:3:amod homeopath/NN:4:nsubj left/leave/VBD:0:root", "a homeopath = Roe"},
      {"A/DET:2:det homeopath/NN:3:nsubj left/leave/VBD:0:root", "a homeopath = Roe"},
      {"[PER Doe/NNP:4:nsubj ] was/be/VBD:4:cop a/DET:4:det homeopath/NN:0:root\n"
       "The/DET:2:det homeopath/NN:3:nsubj left/leave/VBD:0:root",
       "a homeopath = Roe, a homeopath = Doe"},
      {"The/DET:2:det homeopath/NN:5:nsubj of/ADP:4:case Oslo/NNP:2:nmod left/leave/VBD:0:root", "a homeopath = Roe"},
  };
  for (const auto& [text, described] : rows) {
    CAPTURE(text);
    const Stages stages(told + text);
    const NamedText it = stages.named();
    CHECK(stages.described(resolve_nominals(stages.layers, it.roles, it.coref)) == described);
  }
  check(
      {{"[PER Roe/NNP:4:nsubj ] was/be/VBD:4:cop a/DET:4:det victim/NN:0:root\n"
        "The/DET:2:det victim/NN:3:nsubj left/leave/VBD:0:root",
        "a victim = Roe"}});  // anyone may be called that
}

TEST_CASE("kinship nouns of one child are one") {
  check(
      {{"Their/PRON:2:nmod:poss daughter/NN:5:nsubj ,/PUNCT:4:punct [PER Ada/NNP:2:appos ] slept/sleep/VBD:0:root\n"
        "Their/PRON:2:nmod:poss child/NN:3:nsubj woke/wake/VBD:0:root",
        "Their daughter = Ada, Their child = Ada"}});
}
