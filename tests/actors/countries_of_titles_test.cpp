// The country of a title that names none.
#include <entente/actors/countries_of_titles.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string with_countries(const std::string& text) {
  const Stages stages(text);
  const NamedText it = stages.named();
  return stages.dump(it.coref.mentions, add_countries_of_titles(stages.layers, it.coref, it.roles, it.tenures));
}

constexpr const char* AboutChad =
    "[COUNTRY Chad/NNP:2:nsubj ] voted/vote/VBD:0:root ./PUNCT:2:punct\n"
    "[COUNTRY Chad/NNP:2:nsubj ] waits/wait/VBZ:0:root ./PUNCT:2:punct\n";

struct Row {
  const char* text;
  const char* tenures;
};

}  // namespace

TEST_CASE("a bare title is of the country that the article is about") {
  const Row rows[] = {
      {"President/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root", "President Roe: President of Chad"},
      {"[PER Roe/NNP:6:nsubj ] ,/PUNCT:4:punct the/DET:4:det president/NN:1:appos ,/PUNCT:4:punct "
       "spoke/speak/VBD:0:root",
       "Roe: president of Chad"},
      {"[PER Roe/NNP:6:nsubj ] ,/PUNCT:4:punct a/DET:4:det president/NN:1:appos ,/PUNCT:4:punct spoke/speak/VBD:0:root",
       "Roe: president"},
      {"the/DET:3:det company/NN:3:compound president/NN:4:nmod:desc [PER Roe/NNP:5:nsubj ] spoke/speak/VBD:0:root",
       "the company president Roe: president"},
      {"Coach/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root", "Coach Roe: Coach"},
  };
  for (const auto& [text, tenures] : rows) {
    CAPTURE(text);
    CHECK(with_countries(std::string(AboutChad) + text) == tenures);
  }
}

TEST_CASE("a bare title stays bare where no country stands out, or where another holds that office there") {
  const std::string bare = "President/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root";
  CHECK(with_countries(bare) == "President Roe: President");
  CHECK(with_countries("[COUNTRY Chad/NNP:2:nsubj ] left/leave/VBD:0:root [COUNTRY Malta/NNP:2:obj ]\n" + bare) ==
        "President Roe: President");
  CHECK(with_countries(AboutChad + bare +
                       "\n[NAT Chadian/JJ:2:amod ] President/NNP:3:nmod:desc [PER Doe/NNP:4:nsubj ] "
                       "left/leave/VBD:0:root [LOC Rome/NNP:4:obj ]") ==
        "President Roe: President, Chadian President Doe: President of Chadian");
}

TEST_CASE("the country that the text or the lexicon gives the person goes before the one that it is about") {
  CHECK(with_countries(
            std::string(AboutChad) +
            "President/NNP:2:nmod:desc [PER Roe/NNP:3:nsubj ] spoke/speak/VBD:0:root\n"
            "[NAT Maltese/JJ:2:amod ] President/NNP:3:nmod:desc [PER Roe/NNP:4:nsubj ] left/leave/VBD:0:root") ==
        "President Roe: President of Maltese, Maltese President Roe: President of Maltese");
  const std::string trump =
      "President/NNP:2:nmod:desc [PER Donald/NNP:4:nsubj Trump/NNP:2:flat ] spoke/speak/VBD:0:root";
  CHECK(with_countries(AboutChad + trump) == "President Donald Trump: President");
  CHECK(with_countries(std::string(AboutChad) + "[COUNTRY US/NNP:2:nsubj ] watched/watch/VBD:0:root\n" + trump) ==
        "President Donald Trump: President of US");
}
