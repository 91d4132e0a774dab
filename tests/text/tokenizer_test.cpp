#include <array>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("tokenizer splits words as Universal Dependencies does") {
  const std::array<std::pair<const char*, const char*>, 38> table = {{
      {"I don't know.", "I do n't know ."},
      {"They can't and won't.", "They ca n't and wo n't ."},
      {"She cannot stay.", "She can not stay ."},
      {"We're gonna win.", "We 're gon na win ."},
      {"Germany's chancellor", "Germany 's chancellor"},
      {"Germany’s chancellor", "Germany ’s chancellor"},
      {"the workers' rights", "the workers ' rights"},
      {"It isn’t over.", "It is n’t over ."},
      {"the Syrian ruler Bashar al-Assad", "the Syrian ruler Bashar al - Assad"},
      {"a 56-year-old man", "a 56 - year - old man"},
      {"an e-mail from the U.S. government", "an e-mail from the U.S. government"},
      {"Mr. Smith met Dr. Jones.", "Mr. Smith met Dr. Jones ."},
      {"He lives in the U.S.", "He lives in the U.S."},
      {"It costs $3.5 million.", "It costs $ 3.5 million ."},
      {"It fell by 12% today.", "It fell by 12 % today ."},
      {"about 1,200 people", "about 1,200 people"},
      {"since 9/11 and 24/7", "since 9/11 and 24/7"},
      {"See https://www.example.org/a-b/c?d=e&f=1.", "See https://www.example.org/a-b/c?d=e&f=1 ."},
      {"(www.example.org)", "( www.example.org )"},
      {"Write to jane.roe-smith@news.example.org, please.", "Write to jane.roe-smith@news.example.org , please ."},
      {"Well ... maybe", "Well ... maybe"},
      {"Wait… what?", "Wait … what ?"},
      {"“China wants peace,” he said.", "“ China wants peace , ” he said ."},
      {"\"China wants peace,\" he said.", "\" China wants peace , \" he said ."},
      {"the Russian-Chinese relations", "the Russian - Chinese relations"},
      {"the so-called state", "the so - called state"},
      {"at 7:30pm on Feb. 22nd", "at 7:30 pm on Feb. 22nd"},
      {"the euro (EUR) and the yen", "the euro ( EUR ) and the yen"},
      {"Ha! Really?!", "Ha ! / Really ?!"},
      {"the country – which is small – agreed", "the country – which is small – agreed"},
      {"O'Brien and D'Angelo", "O'Brien and D'Angelo"},
      {"The 1990s were calm.", "The 1990s were calm ."},
      {"It's the dog that wagged its tail.", "It 's the dog that wagged its tail ."},
      {"Choi Min-ho met Lee Soo-yeon.", "Choi Min-ho met Lee Soo-yeon ."},
      {"Chiang Kai-shek and Tran Duc-anh", "Chiang Kai-shek and Tran Duc-anh"},
      {"the Hong Kong-run fund", "the Hong Kong - run fund"},
      {"the Paris-based firm", "the Paris - based firm"},
      {"a German-Japanese and/or French plan", "a German - Japanese and / or French plan"},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(show(read_text(text)) == expected);
  }
}

TEST_CASE("tokenizer says which tokens are glued and which have white space after them") {
  const Document document = read_text("They don't like Rome's traffic (much).");
  std::string marks;
  for (TokenId t = 0; t < document.tokens.size(); ++t) {
    marks += document.tokens[t].glued ? "+" : "";
    marks += document.form(t);
    marks += document.tokens[t].space_after ? " " : "|";
  }
  CHECK(marks == "They do|+n't like Rome|+'s traffic (|much|)|. ");
}
