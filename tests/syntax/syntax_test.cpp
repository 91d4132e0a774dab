#include <entente/syntax/syntax.hpp>

#include <doctest/doctest.h>

#include <entente/syntax/show.hpp>
#include <entente/text/from_words.hpp>

#include <notation.hpp>

using namespace entente;

TEST_CASE("every relation has a name, and a name its relation") {
  for (int i = 0; i < DeprelCount; ++i) {
    const auto deprel = static_cast<Deprel>(i);
    CAPTURE(deprel_name(deprel));
    CHECK(deprel_of(deprel_name(deprel)) == deprel);
  }
  CHECK(deprel_name(Deprel::NsubjPass) == "nsubj:pass");
  CHECK(deprel_name(Deprel::Case) == "case");
}

TEST_CASE("an unknown subtype gives its universal relation, an unknown relation dep") {
  CHECK(deprel_of("nsubj:xsubj") == Deprel::Nsubj);
  CHECK(deprel_of("nsubj:pass:xsubj") == Deprel::NsubjPass);
  CHECK(deprel_of("obl:tmod") == Deprel::Obl);
  CHECK(deprel_of("ref") == Deprel::Dep);
  CHECK(deprel_of("") == Deprel::Dep);
}

TEST_CASE("children come in text order") {
  const test::Annotated all = test::annotate(
      "Xi/PROPN:3:nsubj will/AUX:3:aux visit/VERB:0:root Moscow/PROPN:3:obj soon/ADV:3:advmod\n"
      "He/PRON:2:nsubj agreed/agree/VBD:0:root");
  const TokenId visit = test::token(all.document, "visit");
  CHECK(all.syntax.children_of(visit).size() == 4);
  CHECK(all.syntax.child(visit, Deprel::Obj) == test::token(all.document, "Moscow"));
  CHECK(all.syntax.child(visit, Deprel::Obl) == None);
  CHECK(all.syntax.children_of(test::token(all.document, "Moscow")).empty());
  CHECK(all.syntax.child(test::token(all.document, "agreed"), Deprel::Nsubj) == test::token(all.document, "He"));
}

TEST_CASE("trees are shown on one line") {
  const test::Annotated all =
      test::annotate("Xi/PROPN:2:nsubj travelled/travel/VBD:0:root to/ADP:4:case Moscow/PROPN:2:obl ./PUNCT:2:punct");
  CHECK(show_tree(all.document, all.syntax, 0) == "travelled [nsubj Xi] [obl Moscow [case to]] [punct .]");
}

TEST_CASE("a tree as deep as a long sentence is shown") {
  Syntax syntax;
  std::vector<WordSentence> words(1);
  for (TokenId t = 0; t < 300000; ++t) {
    words[0].words.push_back({"a", true, false});
    syntax.heads.push_back(t == 0 ? None : t - 1);
    syntax.deprels.push_back(t == 0 ? Deprel::Root : Deprel::Dep);
  }
  index_children(syntax);
  CHECK(show_tree(document_from_words(words), syntax, 0).ends_with("]]]]"));
}

TEST_CASE("the edges that were added are found by head") {
  Syntax syntax;
  syntax.added = {{1, 3, Deprel::Nsubj}, {1, 4, Deprel::Obj}, {5, 0, Deprel::Nsubj}};
  CHECK(syntax.added_to(1).size() == 2);
  CHECK(syntax.added_to(5).size() == 1);
  CHECK(syntax.added_to(5)[0].dependent == 0);
  CHECK(syntax.added_to(0).empty());
  CHECK(syntax.added_to(9).empty());
}
