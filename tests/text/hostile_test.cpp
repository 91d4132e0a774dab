// Text is never an error: whatever comes in, a document comes out that holds together, in time that grows with the
// text.
#include <array>
#include <random>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::string repeated(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) {
    out += piece;
  }
  return out;
}

void check_holds_together(const Document& document) {
  std::uint32_t token = 0;
  std::uint32_t byte = 0;
  std::uint32_t sentence = 0;
  bool good = true;
  for (const Block& block : document.blocks) {
    good = good && block.sentences.begin == sentence && !block.sentences.empty() && block.text.begin >= byte;
    for (std::uint32_t s = block.sentences.begin; s < block.sentences.end; ++s) {
      const Sentence& current = document.sentences[s];
      good = good && current.tokens.begin == token && !current.tokens.empty() && current.tokens.size() <= 250 &&
             block.text.contains(current.text);
      for (std::uint32_t t = current.tokens.begin; t < current.tokens.end; ++t) {
        good = good && document.tokens[t].text.begin >= byte && !document.tokens[t].text.empty() &&
               document.tokens[t].text.size() <= 1024;
        byte = document.tokens[t].text.end;
        const Span original = document.to_original(document.tokens[t].text);
        good = good && original.end <= document.original.size() && !original.empty();
      }
      token = current.tokens.end;
    }
    sentence = block.sentences.end;
  }
  CHECK(good);
  CHECK(token == document.tokens.size());
  CHECK(sentence == document.sentences.size());
  CHECK(byte <= document.text.size());
}

}  // namespace

TEST_CASE("hostile input gives a sound document in every format") {
  constexpr std::size_t Size = 40000;
  std::mt19937_64 random(7);
  std::string noise;
  for (std::size_t i = 0; i < Size; ++i) {
    noise += static_cast<char>(random() & 0xFFU);
  }
  const std::array<std::pair<const char*, std::string>, 30> table = {{
      {"nothing", ""},
      {"white space", repeated(" \n\t\r\n", Size)},
      {"zeros", std::string(Size, '\0')},
      {"noise", noise},
      {"one word", repeated("a", Size)},
      {"one number", repeated("1", Size)},
      {"one sentence", repeated("and so on ", Size)},
      {"full stops", repeated(".", Size)},
      {"apostrophes", repeated("'", Size)},
      {"clitics", repeated("n't", Size)},
      {"hyphens", repeated("a-", Size)},
      {"addresses", repeated("http://", Size)},
      {"mail", repeated("a@a.b", Size)},
      {"names of pages", repeated("a.com.", Size)},
      {"brackets", repeated("(", Size)},
      {"quotes", repeated("\"a ", Size)},
      {"lines", repeated("a\n", Size)},
      {"accents", repeated("\xCC\x81", Size)},
      {"emoji", repeated("👩‍👩‍👧", Size)},
      {"Chinese", repeated("中文", Size)},
      {"open tags", repeated("<div>", Size)},
      {"open bold tags", repeated("<b>", Size)},
      {"bold tags with paragraphs", repeated("<p><b id=1>x", Size)},
      {"open comment", "<p>x<!--" + repeated("-", Size)},
      {"tables", repeated("<table><tr>x", Size)},
      {"entities", repeated("&amp;&#0;&#xD800;&x;", Size)},
      {"markdown brackets", repeated("[", Size)},
      {"markdown links", repeated("[a](b", Size)},
      {"markdown quotes", repeated("> ", Size)},
      {"markdown emphasis", repeated("*a **b ", Size)},
  }};
  for (const auto& [name, text] : table) {
    CAPTURE(name);
    for (const ArticleFormat format : {ArticleFormat::Text, ArticleFormat::Markdown, ArticleFormat::Html}) {
      CAPTURE(static_cast<int>(format));
      check_holds_together(read_as(format, text));
    }
  }
}

TEST_CASE("binary bytes are repaired and counted") {
  using namespace std::string_literals;
  const Document document = read_text("Rome\0 fell \xFF\xFE today."s);
  CHECK(document.repaired == 2);
  CHECK(show(document) == "Rome fell \uFFFD\uFFFD today .");
}

TEST_CASE("the same text gives the same document") {
  const std::string text = "Mr. Smith's visit\n\nHe didn't stay. (Photo: AP)\n\nShe did.";
  CHECK(show(read_text(text)) == show(read_text(text)));
}
