#include <entente/text/quoted.hpp>

#include <string>

#include <doctest/doctest.h>

#include "readers.hpp"

using namespace entente;

namespace {

// What is quoted, each span in brackets; the opening mark is inside, the closing one is not.
std::string quotes(const std::string& text) {
  const Document document = test::read_text(text);
  std::string line;
  for (const Span span : quoted_spans(document)) {
    line += "[" + std::string(document.view_tokens(span)) + "]";
  }
  return line;
}

}  // namespace

TEST_CASE("what stands between quotation marks of every kind is found") {
  CHECK(quotes("He said \"yes\" and \"no\" to us.") == "[\"yes][\"no]");
  CHECK(quotes("She called it “a good day”.") == "[“a good day]");
  CHECK(quotes("Nobody was quoted here.").empty());
}

TEST_CASE("a mark that is left open closes with its paragraph") {
  CHECK(quotes("“We will come.\n\nNobody came.") == "[“We will come.]");
}

TEST_CASE("the bits are those of the spans") {
  const Document document = test::read_text("He said \"yes\" to us.");
  const auto bits = quoted_tokens(document);
  REQUIRE(bits.size() == document.tokens.size());
  for (TokenId t = 0; t < bits.size(); ++t) {
    CAPTURE(document.form(t));
    CHECK(bits[t] == (t == 2 || t == 3));
  }
}
