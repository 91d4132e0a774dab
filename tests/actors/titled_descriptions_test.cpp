// A title alone is the last person whose name begins with it.
#include <entente/actors/titled_descriptions.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("the pope is the last pope that was named, the duchess the last duchess") {
  const std::string pope = "Pope/NNP:2:nmod:desc [PER Leo/NNP:4:nsubj XIV/NNP:2:flat ] spoke/speak/VBD:0:root\n";
  const std::string duchess =
      "The/DET:2:det Duchess/NNP:5:nsubj of/ADP:4:case [LOC Sussex/NNP:2:nmod ] spoke/speak/VBD:0:root\n";
  struct Row {
    std::string text;
    const char* described;
  };
  const Row rows[] = {
      {pope + "The/DET:2:det pope/NN:3:nsubj left/leave/VBD:0:root", "The pope = Pope Leo XIV"},
      {duchess + "The/DET:2:det duchess/NN:3:nsubj left/leave/VBD:0:root", "The duchess = Duchess of Sussex"},
      {pope + duchess + "The/DET:2:det pope/NN:3:nsubj left/leave/VBD:0:root", "The pope = Pope Leo XIV"},
      {pope + "Pope/NNP:2:nmod:desc [PER Francis/NNP:3:nsubj ] spoke/speak/VBD:0:root\n"
              "The/DET:2:det pope/NN:3:nsubj left/leave/VBD:0:root",
       "The pope = Pope Francis"},
      {pope + "The/DET:2:det queen/NN:3:nsubj left/leave/VBD:0:root", ""},
      {pope + "A/DET:2:det pope/NN:3:nsubj left/leave/VBD:0:root", ""},
      {pope + "The/DET:2:det pope/NN:5:nsubj of/ADP:4:case Marsh/NNP:2:nmod left/leave/VBD:0:root", ""},
      {"The/DET:2:det pope/NN:3:nsubj left/leave/VBD:0:root\n" + pope, ""},
      // an office is decided elsewhere
      {"President/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root\n"
       "The/DET:2:det president/NN:3:nsubj left/leave/VBD:0:root",
       ""},
  };
  for (const auto& [text, described] : rows) {
    CAPTURE(text);
    const Stages stages(text);
    CHECK(stages.described(resolve_titled_descriptions(stages.layers, stages.named().coref)) == described);
  }
}
