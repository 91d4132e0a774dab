// Names of the lexicon in the text.
#include <entente/actors/known_names.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Row {
  const char* text;
  const char* found;
};

std::string found_in(const Stages& stages) {
  constexpr std::string_view Forms[] = {"name", "adjective",   "citizen", "people",  "capital",
                                        "seat", "acting seat", "person",  "no actor"};
  std::string all;
  for (const Sighting& it : find_known_names(stages.layers)) {
    all += (all.empty() ? "" : ", ") + stages.words(it.tokens) + " (" +
           std::string(Forms[static_cast<std::size_t>(it.form)]);
    all += it.entry == None ? ")" : " of " + std::string(stages.layers.world.entries[it.entry].name) + ")";
  }
  return all;
}

void check(std::initializer_list<Row> rows, const World& world = shipped_world()) {
  for (const auto& [text, found] : rows) {
    CAPTURE(text);
    CHECK(found_in(Stages(text, world)) == found);
  }
}

}  // namespace

TEST_CASE("the longest name of the lexicon is found, in whatever form it stands") {
  check({
      {"The/DET:3:det United/NNP:3:compound States/NNPS:4:nsubj waited/wait/VBD:0:root",
       "United States (name of United States)"},
      {"Russian/JJ:2:amod aggression/NN:3:nsubj grows/grow/VBZ:0:root", "Russian (adjective of Russia)"},
      {"The/DET:2:det Russians/NNPS:3:nsubj left/leave/VBD:0:root", "Russians (people of Russia)"},
      {"A/DET:2:det Frenchman/NN:3:nsubj left/leave/VBD:0:root", "Frenchman (citizen of France)"},
      {"Moscow/NNP:2:nsubj waited/wait/VBD:0:root", "Moscow (capital of Russia)"},
      {"The/DET:2:det Kremlin/NNP:3:nsubj waited/wait/VBD:0:root", "Kremlin (seat of Russia)"},
      {"She/PRON:2:nsubj spoke/speak/VBD:0:root in/ADP:4:case German/NNP:2:obl", ""},
      {"Nobody/PRON:2:nsubj waited/wait/VBD:0:root", ""},
  });
}

TEST_CASE("a capital keeps its city") {
  const Stages stages("Moscow/NNP:2:nsubj waited/wait/VBD:0:root");
  const std::vector<Sighting> found = find_known_names(stages.layers);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].city != None);
  CHECK(stages.layers.world.entries[found[0].city].kind == ActorKind::Place);
}

TEST_CASE("a name that needs the tagger counts where the tagger sees one, or after a sure name of the same") {
  check({
      {"Ajax/NNP:2:nsubj won/win/VBD:0:root", ""},
      {"[ORG Ajax/NNP:2:nsubj ] won/win/VBD:0:root", "Ajax (name of Ajax Amsterdam)"},
      {"Ajax/NNP:2:nmod Amsterdam/NNP:3:nsubj won/win/VBD:0:root ./PUNCT:3:punct\nAjax/NNP:2:nsubj "
       "lost/lose/VBD:0:root",
       "Ajax Amsterdam (name of Ajax Amsterdam), Ajax (name of Ajax Amsterdam)"},
  });
}

TEST_CASE("a name that needs another one before it counts only after it") {
  check({
      {"The/DET:4:det world/NN:4:compound health/NN:4:compound body/NN:5:nsubj waited/wait/VBD:0:root", ""},
      {"The/DET:3:det world/NN:3:compound body/NN:4:nsubj waited/wait/VBD:0:root ./PUNCT:4:punct", ""},
      {"The/DET:2:det UN/NNP:3:nsubj waited/wait/VBD:0:root ./PUNCT:3:punct\n"
       "The/DET:3:det world/NN:3:compound body/NN:4:nsubj left/leave/VBD:0:root",
       "UN (name of United Nations), world body (name of United Nations)"},
  });
}

TEST_CASE("the user's names win, and what the user says is no actor is none") {
  const World world("Boeing\tplace\nRussia\tnot\nMoscow\tplace\n");
  const Stages stages("Boeing/NNP:2:nsubj left/leave/VBD:0:root Russia/NNP:2:obj and/CCONJ:5:cc Moscow/NNP:3:conj",
                      world);
  CHECK(found_in(stages) == "Boeing (name of Boeing), Russia (no actor), Moscow (capital of Russia)");
  const std::vector<Sighting> found = find_known_names(stages.layers);
  CHECK(world.entries[found[0].entry].user);
  CHECK(world.entries[found[2].city].user);  // where it is a place, it is the user's
}
