// Text in quotation marks: which tokens are quoted, and which share a speaker.
#include <entente/relations/quotations.hpp>

#include <doctest/doctest.h>

#include "notation.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// One letter per token: "q" quoted, "." not.
std::string quoted_of(const Annotated& text) {
  const Quotations quotations(text.document, text.tagging);
  std::string marks;
  for (TokenId t = 0; t < text.document.tokens.size(); ++t) {
    marks += quotations.quoted(t) ? 'q' : '.';
  }
  return marks;
}

}  // namespace

TEST_CASE("tokens between quotation marks are quoted, up to the end of the block where a mark is left open") {
  CHECK(quoted_of(annotate("Roe/NNP:2:nsubj slept/sleep/VBD:0:root")) == "..");
  const std::string closed = quoted_of(annotate(
      "\"/PUNCT:3:punct We/PRON:3:nsubj won/win/VBD:6:ccomp ,/PUNCT:3:punct \"/PUNCT:3:punct said/say/VBD:0:root "
      "Roe/NNP:6:nsubj"));
  CHECK(closed.substr(1, 2) == "qq");
  CHECK(closed.substr(5) == "..");
  const std::string open = quoted_of(
      annotate("\"/PUNCT:3:punct We/PRON:3:nsubj won/win/VBD:0:root\n\nRoe/NNP:2:nsubj slept/sleep/VBD:0:root"));
  CHECK(open.substr(1, 2) == "qq");
  CHECK(open.substr(3) == "..");
}

TEST_CASE("a quoted sentence has a voice of its own, a quoted word has not") {
  const Annotated sentence = annotate(
      "\"/PUNCT:3:punct We/PRON:3:nsubj attacked/attack/VBD:7:ccomp Norland/NNP:3:obj ,/PUNCT:3:punct "
      "\"/PUNCT:3:punct said/say/VBD:0:root Roe/NNP:7:nsubj");
  const Quotations whole(sentence.document, sentence.tagging);
  CHECK(whole.same_voice(1, 3));
  CHECK(!whole.same_voice(2, 7));
  const Annotated word =
      annotate("The/DET:5:det \"/PUNCT:3:punct dirty/JJ:5:amod \"/PUNCT:3:punct war/NN:6:nsubj ended/end/VBD:0:root");
  const Quotations scare(word.document, word.tagging);
  CHECK(scare.quoted(2));
  CHECK(scare.same_voice(2, 5));
}
