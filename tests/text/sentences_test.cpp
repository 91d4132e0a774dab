#include <array>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("sentences end where a reader would end them") {
  const std::array<std::pair<const char*, const char*>, 19> table = {{
      {"He came. She left.", "He came . / She left ."},
      {"Mr. Brown met Gen. Lee. They talked.", "Mr. Brown met Gen. Lee . / They talked ."},
      {"They met Sen. Ruth Vane. Gov. Tom Hale left.", "They met Sen. Ruth Vane . / Gov. Tom Hale left ."},
      {"Lt. Gov. Ana Gil sued Rep. Lee.", "Lt. Gov. Ana Gil sued Rep. Lee ."},
      {"He said: “We will win.” Then he left.", "He said : “ We will win . ” / Then he left ."},
      {"“We will win!” he said. “The end is near.”", "“ We will win ! ” he said . / “ The end is near . ”"},
      {"They met in May.The minister spoke.", "They met in May . / The minister spoke ."},
      {"The U.S. Senate voted. It was late.", "The U.S. Senate voted . / It was late ."},
      {"What next? Nobody knows.", "What next ? / Nobody knows ."},
      {"It rose 3.5 percent to 1.2 billion. Shares fell.", "It rose 3.5 percent to 1.2 billion . / Shares fell ."},
      {"First line\n\nSecond line", "First line // Second line"},
      {"He works for Acme Inc. in Ohio.", "He works for Acme Inc. in Ohio ."},
      {"They fined Tolmark Corp. Later Tolmark sued.", "They fined Tolmark Corp. / Later Tolmark sued ."},
      {"Tolmark Corp. Chairman Otto Lang left.", "Tolmark Corp. Chairman Otto Lang left ."},
      {"Tolmark Corp. US sales fell.", "Tolmark Corp. US sales fell ."},
      {"They sued Varden Inc. and Tolmark Co. in May.", "They sued Varden Inc. and Tolmark Co. in May ."},
      {"The Owls' Jane Roe beat the Foxes' Ann Poe. They left.",
       "The Owls ' Jane Roe beat the Foxes ' Ann Poe . / They left ."},
      {"The war (which began in 1914) ended. Peace came.", "The war ( which began in 1914 ) ended . / Peace came ."},
      {"“That is far too little”, the minister said. He resigned.",
       "“ That is far too little ” , the minister said . / He resigned ."},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(show(read_text(text)) == expected);
  }
}

TEST_CASE("sentences are never longer than the bound") {
  std::string text;
  for (int i = 0; i < 20000; ++i) {
    text += "and so on ";
  }
  const Document document = read_text(text);
  CHECK(document.tokens.size() == 60000);
  for (const Sentence& sentence : document.sentences) {
    CHECK(sentence.tokens.size() <= 250);
  }
}
