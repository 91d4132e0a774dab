#include <array>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("markdown: blocks and inline marks") {
  const std::array<std::pair<const char*, const char*>, 13> table = {{
      {"# Peace at last\n\nThey *met* in **Rome**.", "title: Peace at last | paragraph: They met in Rome."},
      {"Peace\n=====\n\nNext\n----\n\nThey met.", "title: Peace | heading: Next | paragraph: They met."},
      {"The [new king](https://example.org/king \"x\") spoke.", "paragraph: The new king spoke."},
      {"> We came.\n> We saw.\n\nHe left.", "quote: We came. We saw. | paragraph: He left."},
      {"They want:\n\n- peace\n- bread\n\n1. soon\n2. now\n",
       "paragraph: They want: | item: peace | item: bread | item: soon | item: now"},
      {"![The king waves](king.jpg)\n\nHe waved.", "caption: The king waves | paragraph: He waved."},
      {"He waved ![icon](i.png) twice.", "paragraph: He waved twice."},
      {"Ben &amp; Co. &ndash; a firm &unknown; here.", "paragraph: Ben & Co. – a firm &unknown; here."},
      {"He said `yes` today.\n\n```\ncode here\n```\n\nShe left.",
       "paragraph: He said yes today. | paragraph: She left."},
      {"<div>\nmarkup\n</div>\n\nShe <b>left</b> Rome.", "paragraph: She left Rome."},
      {"First line\nof one paragraph  \nwith a break.", "paragraph: First line of one paragraph with a break."},
      {"It rained.\n\nAnna Roe met Jan Doe  \nPeru condemned Chile.",
       "paragraph: It rained. | heading: Anna Roe met Jan Doe | paragraph: Peru condemned Chile."},
      {"\\*not emphasised\\* and snake_case_word here.", "paragraph: *not emphasised* and snake_case_word here."},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(show_blocks(read_as(ArticleFormat::Markdown, text)) == expected);
  }
}

TEST_CASE("markdown: front matter tells title, date and address") {
  const Document document = read_as(ArticleFormat::Markdown,
                                    "---\ntitle: \"Peace at last\"\ndate: 2023-03-18T10:00:00Z\nauthor: Jane Roe\n"
                                    "url: https://example.org/peace\n---\n\nThey met.\n");
  CHECK(document.title == "Peace at last");
  CHECK(document.date == "2023-03-18");
  CHECK(document.source == "https://example.org/peace");
  CHECK(document.id == "example.org/peace");
  CHECK(show_blocks(document) == "paragraph: They met.");
}

TEST_CASE("markdown: offsets lead back to the source") {
  const Document document =
      read_as(ArticleFormat::Markdown, "# Peace\n\nBen &amp; Co. *met* the [king](x) in **Rome**.\n");
  const auto original = [&](std::string_view form) {
    for (const Token& token : document.tokens) {
      if (document.view(token.text) == form) {
        const Span span = document.to_original(token.text);
        return document.original.substr(span.begin, span.size());
      }
    }
    return std::string("none");
  };
  CHECK(original("Peace") == "Peace");
  CHECK(original("&") == "&amp;");
  CHECK(original("met") == "met");
  CHECK(original("king") == "king");
  CHECK(original("Rome") == "Rome");
}
