#include <entente/syntax/sentence_view.hpp>

#include <doctest/doctest.h>

#include <notation.hpp>

using namespace entente;

namespace {

// Tokens 0 to 2 and 3 to 4.
const test::Annotated& two_sentences() {
  static const test::Annotated All = test::annotate(
      "Xi/PROPN:2:nsubj visited/visit/VBD:0:root Moscow/PROPN:2:obj\nPutin/PROPN:2:nsubj waited/wait/VBD:0:root");
  return All;
}

}  // namespace

TEST_CASE("the neighbors of a word end at its sentence") {
  const auto& all = two_sentences();
  const SentenceView view(all.document, all.tagging, all.syntax);
  CHECK(view.before(0) == None);
  CHECK(view.before(2) == 1);
  CHECK(view.after(2) == None);
  CHECK(view.before(3) == None);
  CHECK(view.after(3) == 4);
  CHECK(view.after(4) == None);
  CHECK(view.sentence_tokens(1) == Span{0, 3});
  CHECK(view.sentence_tokens(4) == Span{3, 5});
}

TEST_CASE("distant neighbors end at the sentence too") {
  const auto& all = two_sentences();
  const SentenceView view(all.document, all.tagging, all.syntax);
  CHECK(view.before(2, 2) == 0);
  CHECK(view.before(2, 3) == None);
  CHECK(view.before(3, 1) == None);
  CHECK(view.after(0, 2) == 2);
  CHECK(view.after(0, 3) == None);
  CHECK(view.after(3, 1) == 4);
  CHECK(view.after(3, 2) == None);
  CHECK(view.after(3, None) == None);
}

TEST_CASE("the neighbors of several words are those of the first and the last") {
  const auto& all = two_sentences();
  const SentenceView view(all.document, all.tagging, all.syntax);
  CHECK(view.before(Span{1, 3}) == 0);
  CHECK(view.after(Span{0, 2}) == 2);
  CHECK(view.after(Span{1, 3}) == None);
  CHECK(view.after(Span{3, 5}) == None);
  CHECK(view.before(Span{2, 2}) == None);
  CHECK(view.after(Span{2, 2}) == None);
}

TEST_CASE("None answers every question with nothing") {
  const auto& all = two_sentences();
  const SentenceView view(all.document, all.tagging, all.syntax);
  CHECK(view.before(None) == None);
  CHECK(view.after(None) == None);
  CHECK(view.before(None, 2) == None);
  CHECK(view.after(None, 2) == None);
  CHECK(view.head(None) == None);
  CHECK(view.head(view.head(1)) == None);
  CHECK(view.form(None).empty());
  CHECK(view.lemma(None).empty());
  CHECK(view.upos(None) == Upos::X);
  CHECK(view.deprel(None) == Deprel::Dep);
  CHECK(view.features(None).number == Number::Unset);
  CHECK_FALSE(view.space_after(None));
  CHECK(view.children(None).empty());
  CHECK(view.child(None, Deprel::Nsubj) == None);
  CHECK(view.sentence_tokens(None).empty());
}

TEST_CASE("a word answers from the layers") {
  const auto& all = two_sentences();
  const SentenceView view(all.document, all.tagging, all.syntax);
  CHECK(view.form(1) == "visited");
  CHECK(view.lemma(1) == "visit");
  CHECK(view.upos(0) == Upos::Propn);
  CHECK(view.features(1).tense == Tense::Past);
  CHECK(view.head(2) == 1);
  CHECK(view.deprel(2) == Deprel::Obj);
  CHECK(view.space_after(0));
  CHECK(view.children(1).size() == 2);
  CHECK(view.child(1, Deprel::Obj) == 2);
  CHECK(view.has_child(4, Deprel::Nsubj));
}
