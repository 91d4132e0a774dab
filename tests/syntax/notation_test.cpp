#include <notation.hpp>

#include <stdexcept>

#include <doctest/doctest.h>

#include <entente/tagging/show.hpp>

using namespace entente;
using namespace entente::test;

TEST_CASE("the notation gives text, tags, tree and names") {
  const test::Annotated all = annotate(
      "[PER Xi/PROPN:2:nsubj ] visited/visit/VBD:0:root [LOC Moscow/PROPN:2:obj ] ./PUNCT:2:punct\n"
      "\"/PUNCT:4:punct He/PRON:4:nsubj did/AUX:4:aux ~n't/PART:4:advmod say/VB:0:root it/PRON:5:obj \"/PUNCT:5:punct\n"
      "\n"
      "Putin/PROPN:3:nmod:poss 's/PART:1:case arrest/NOUN:0:root warrant/NOUN:3:dep");
  CHECK(all.document.text == "Xi visited Moscow. \"He didn't say it\"\n\nPutin's arrest warrant");
  CHECK(all.document.blocks.size() == 2);
  CHECK(test::names_of(all) == "PER Xi, LOC Moscow");
  CHECK(all.names.of_token[0] == 0);
  CHECK(all.names.of_token[1] == None);
  CHECK(all.tagging.features(1).tense == Tense::Past);
  CHECK(all.tagging.lemma(test::token(all.document, "n't")) == "not");
  CHECK(all.document.tokens[test::token(all.document, "n't")].glued);
  CHECK(show_tags(all.document, all.tagging, {0, 4}) == "Xi/PROPN visited/visit/VERB Moscow/PROPN ./PUNCT");
}

TEST_CASE("forms may hold slashes and colons, tags more features") {
  const test::Annotated all = annotate(
      "//SYM:3:dep ::/PUNCT:3:punct arrested/arrest/VBN|Voice=Pass:0:root 10:30/NUM:3:obl:unmarked "
      "her/PRON:6:nmod:poss "
      "aides/aide/NOUN:3:nsubj:pass");
  CHECK(all.document.form(0) == "/");
  CHECK(all.document.form(1) == "::");
  CHECK(all.tagging.bundles[all.tagging.tags[2].bundle].text == "Tense=Past|VerbForm=Part|Voice=Pass");
  CHECK(all.tagging.features(2).passive);
  CHECK(all.document.form(3) == "10:30");
  CHECK(all.syntax.deprels[3] == Deprel::OblUnmarked);
  CHECK(all.tagging.features(4).possessive);
  CHECK(all.tagging.features(5).number == Number::Plural);
}

TEST_CASE("what is printed can be read again") {
  const char* const text =
      "Xi/PROPN|Number=Sing:2:nsubj travelled/travel/VERB|Mood=Ind|Tense=Past|VerbForm=Fin:0:root to/ADP:4:case "
      "Moscow/PROPN|Number=Sing:2:obl\n"
      "US/U.S./PROPN|Number=Sing:0:root";
  CHECK(test::notation_of(annotate(text)) == text);
}

TEST_CASE("a notation that cannot be read says which token") {
  for (const char* text :
       {"Xi", "Xi/PROPN", "Xi/PROPN:0", "Xi:0:root", "/PROPN:0:root", "Xi/NAME:0:root", "Xi/PROPN:0:subject",
        "Xi/PROPN:5:nsubj", "[PER Xi/PROPN:0:root", "]", "[WHO Xi/PROPN:0:root ]"}) {
    CAPTURE(text);
    CHECK_THROWS_AS(annotate(text), std::invalid_argument);
  }
}
