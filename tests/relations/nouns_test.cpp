// Possessors of nouns, their support verbs, and whom they describe.
#include <entente/relations/argument_steps.hpp>

#include <doctest/doctest.h>

#include "relations/scene.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* noun;
  const char* found;
};

void check_genitives(const GenitiveOptions& options, std::initializer_list<Row> rows) {
  for (const auto& [text, noun, found] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(it.dump(genitives(it.reading, it.at(noun), options)) == found);
  }
}

constexpr const char* OfBy =
    "the/DET:2:det killing/NN:0:root of/ADP:4:case [PER Roe/NNP:2:nmod ] by/ADP:6:case [PER Doe/NNP:2:nmod ]";

}  // namespace

TEST_CASE("possessors stand before the noun, or after \"of\" and \"by\" as the options say") {
  check_genitives({}, {
                          {"[PER Roe/NNP:3:nmod:poss ] 's/PART:1:case visit/NN:0:root", "visit", "Roe (direct)"},
                          {OfBy, "killing", "Roe (direct), Doe (direct)"},
                          {"the/DET:3:det [NAT Russian/JJ:3:amod ] visit/NN:0:root", "visit", "Russian (direct)"},
                          {"the/DET:3:det [PER Roe/NNP:3:compound ] visit/NN:0:root", "visit", "Roe (direct)"},
                          // what has an owner is not that of an adjective too
                          {"[PER Roe/NNP:4:nmod:poss ] 's/PART:1:case [NAT French/JJ:4:amod ] visit/NN:0:root", "visit",
                           "Roe (direct)"},
                      });
  GenitiveOptions by;
  by.of = false;
  check_genitives(by, {{OfBy, "killing", "Doe (direct)"}});
  GenitiveOptions of;
  of.by = false;
  check_genitives(of, {{OfBy, "killing", "Roe (direct)"}});
}

TEST_CASE("a country before the noun is its goal rather than its owner, unless the options say so") {
  const char* const trip = "the/DET:3:det [COUNTRY China/NNP:3:compound ] visit/NN:0:root";
  GenitiveOptions options;
  options.countries = false;
  check_genitives(options, {{trip, "visit", ""}});
  options.countries = true;
  check_genitives(options, {{trip, "visit", "China (direct)"}});
}

TEST_CASE("the subject of the verb that carries the noun owns it, where nobody else does") {
  const char* const paid = "[PER Roe/NNP:2:nsubj ] paid/pay/VBD:0:root a/DET:4:det visit/NN:2:obj";
  check_genitives({}, {
                          {paid, "visit", "Roe (supported)"},
                          {"[PER Roe/NNP:2:nsubj ] paid/pay/VBD:0:root [PER Doe/NNP:4:nmod:poss ] visit/NN:2:obj",
                           "visit", "Doe (direct)"},
                          {"[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root a/DET:4:det visit/NN:2:obj", "visit", ""},
                      });
  GenitiveOptions unsupported;
  unsupported.supported = false;
  check_genitives(unsupported, {{paid, "visit", ""}});
}

TEST_CASE("a support verb carries its object, or with its preposition an oblique") {
  const Row rows[] = {
      {"[PER Roe/NNP:2:nsubj ] paid/pay/VBD:0:root a/DET:4:det visit/NN:2:obj", "visit", "paid"},
      {"[PER Roe/NNP:2:nsubj ] called/call/VBD:0:root for/ADP:4:case sanctions/NNS:2:obl", "sanctions", "called"},
      {"[PER Roe/NNP:2:nsubj ] called/call/VBD:0:root with/ADP:4:case sanctions/NNS:2:obl", "sanctions", "-"},
      {"[PER Roe/NNP:2:nsubj ] spoke/speak/VBD:0:root during/ADP:4:case talks/talk/NNS:2:obl", "talks", "spoke"},
      {"[PER Roe/NNP:2:nsubj ] saw/see/VBD:0:root a/DET:4:det visit/NN:2:obj", "visit", "-"},
      {"a/DET:2:det visit/NN:3:nsubj ended/end/VBD:0:root", "visit", "-"},
      // what is joined to it is carried too
      {"[PER Roe/NNP:2:nsubj ] paid/pay/VBD:0:root tribute/NN:2:obj and/CCONJ:5:cc visits/visit/NNS:3:conj", "visits",
       "paid"},
  };
  for (const auto& [text, noun, verb] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(it.form(support_verb(it.reading, it.at(noun))) == verb);
  }
}

TEST_CASE("a noun, adjective or participle is said of its subject, of what it stands by, or of the head it modifies") {
  const Row rows[] = {
      {"[PER Roe/NNP:4:nsubj ] is/be/VBZ:4:cop an/DET:4:det ally/NN:0:root", "ally", "Roe (direct)"},
      {"[PER Roe/NNP:0:root ] ,/PUNCT:4:punct an/DET:4:det ally/NN:1:appos", "ally", "Roe (apposition)"},
      {"the/DET:3:det allied/JJ:3:amod troops/NNS:0:root", "allied", "troops (direct)"},
      {"[PER Roe/NNP:2:nsubj ] became/become/VBD:0:root an/DET:4:det ally/NN:2:xcomp", "ally", "Roe (controlled)"},
      // "auto parts manufacturer": the parts are not what the manufacturer is
      {"a/DET:3:det parts/part/NNS:3:compound manufacturer/NN:0:root", "parts", ""},
      {"an/DET:2:det ally/NN:3:nsubj slept/sleep/VBD:0:root", "ally", ""},
  };
  for (const auto& [text, noun, found] : rows) {
    CAPTURE(text);
    const SceneReading it(text);
    CHECK(it.dump(bearers(it.reading, it.at(noun))) == found);
  }
}
