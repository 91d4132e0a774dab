#include <entente/text/from_words.hpp>

#include <string>

#include <doctest/doctest.h>

using namespace entente;

TEST_CASE("from_words keeps words, glue and paragraphs as they are given") {
  const Document document = document_from_words({{{{"Do", false}, {"n't", true, true}, {"go", false}, {"."}}, true},
                                                 {{{"Stay", false}, {"!"}}, false},
                                                 {{{"Why", false}, {"?", false}}, true}});
  CHECK(document.text == "Don't go. Stay!\n\nWhy?");
  CHECK(document.original == document.text);
  REQUIRE(document.tokens.size() == 8);
  CHECK(document.form(1) == "n't");
  CHECK(document.tokens[1].glued);
  CHECK_FALSE(document.tokens[0].space_after);
  REQUIRE(document.sentences.size() == 3);
  CHECK(document.view(document.sentences[0].text) == "Don't go.");
  CHECK(document.sentence_of(5) == 1);
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.view(document.blocks[0].text) == "Don't go. Stay!");
  CHECK(document.blocks[1].sentences == Span{2, 3});
}

TEST_CASE("from_words keeps indices where words or sentences are empty") {
  const Document document = document_from_words({{{}, false}, {{{"", true}, {"a"}}, true}});
  CHECK(document.sentences.size() == 2);
  CHECK(document.tokens.size() == 2);
  CHECK(document.form(1) == "a");
  CHECK(document_from_words({}).text.empty());
}

TEST_CASE("from_words keeps a space that is part of the last word of a paragraph") {
  const Document document = document_from_words({{{{"10 ", true}}, true}, {{{"Why", false}}, true}});
  CHECK(document.form(0) == "10 ");
  CHECK(document.text == "10 \n\nWhy");
}
