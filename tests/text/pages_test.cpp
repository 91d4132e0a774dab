// Which part of a web page is its article.
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Three paragraphs as a newspaper has them.
const std::string Story =
    "<p>The harbour council of Lindmark voted on Monday to close the old fish market after a century of trade.</p>"
    "<p>Mayor Ingrid Solberg said the building was no longer safe and that repairs would cost twelve million.</p>"
    "<p>Traders who have worked there for decades said that they would take the decision to the regional court.</p>";
const std::string Found =
    "paragraph: The harbour council of Lindmark voted on Monday to close the old fish market after a century of trade. "
    "| "
    "paragraph: Mayor Ingrid Solberg said the building was no longer safe and that repairs would cost twelve million. "
    "| "
    "paragraph: Traders who have worked there for decades said that they would take the decision to the regional "
    "court.";

// Text of others, as long as the story.
const std::string Teasers =
    "<p>A famous singer was seen in the town on Sunday, and nobody knows why she came or when she will leave.</p>"
    "<p>Ten recipes for the long winter evenings that are before us, from soups to cakes and much in between.</p>";

std::string read(const std::string& body) {
  return show_blocks(read_as(ArticleFormat::Html, "<html><body>" + body + "</body></html>"));
}

}  // namespace

TEST_CASE("pages: names that mislead do not lose an article") {
  const std::pair<const char*, const char*> wrappers[] = {
      {"<form id='aspnet'>", "</form>"},
      {"<div class='modal-enabled'>", "</div>"},
      {"<div class='l-sidebar-fixed'>", "</div>"},
      {"<div class='widget Blog'>", "</div>"},
      {"<div id='body_overlay'><article><div>", "</div></article></div>"},
      {"<div style='display: none'>", "</div>"},
      {"<div aria-hidden='true'>", "</div>"},
      {"<aside>", "</aside>"},
      {"<div class='paywall'>", "</div>"},
      {"<div class='comments-open'><h1 class='x'></h1><div class='article-body'>", "</div></div>"},
  };
  for (const auto& [open, close] : wrappers) {
    CAPTURE(open);
    CHECK(read(open + Story + close) == Found);
  }
}

TEST_CASE("pages: what stands beside an article is left out") {
  const std::pair<const char*, const char*> neighbors[] = {
      {"<div class='sidebar'>", "</div>"},
      {"<aside>", "</aside>"},
      {"<div class='related-stories'>", "</div>"},
      {"<section id='comments'>", "</section>"},
      {"<div style='display:none'>", "</div>"},
      {"<div class='newsletter-signup'>", "</div>"},
      {"<ul class='ticker'><li>", "</li></ul>"},
      {"<nav>", "</nav>"},
      {"<div role='complementary'><article>", "</article></div>"},
  };
  for (const auto& [open, close] : neighbors) {
    CAPTURE(open);
    CHECK(read("<div class='story'>" + Story + "</div>" + open + Teasers + close) == Found);
    CHECK(read(open + Teasers + close + "<article>" + Story + "</article>") == Found);
  }
}

TEST_CASE("pages: comments may be longer than the article") {
  std::string comments = "<div id='comments'>";
  for (int i = 0; i < 12; ++i) {
    comments += "<article class='comment-body'>" + Teasers + "</article>";
  }
  CHECK(read("<div>" + Story + "</div>" + comments + "</div>") == Found);
}

TEST_CASE("pages: the body of an article is known by its name, in one part or in several") {
  const std::string around =
      "<article><div class='intro'><p>Lindmark Courier, your paper since the year 1912, in print "
      "and on every screen that you may own.</p></div>";
  CHECK(read(around + "<div class='article-body'>" + Story + "</div></article>") == Found);
  CHECK(read(around + "<div itemprop='articleBody'>" + Story + "</div></article>") == Found);
  const std::size_t second = Story.find("<p>Mayor");
  CHECK(read("<div class='entry-content'>" + Story.substr(0, second) + "</div><div class='entry-content'>" +
             Story.substr(second) + "</div>") == Found);
}

TEST_CASE("pages: every post of a live blog is read") {
  std::string posts = "<main>";
  for (const char* const minister : {"Solberg", "Haugen", "Lunde", "Moen"}) {
    posts +=
        std::string("<article><h3>Update</h3><p>Minister ") + minister +
        " told the chamber that the budget would be voted on before the end of the week, not after it.</p></article>";
  }
  const std::string blocks = read(posts + "</main>");
  for (const char* const minister : {"Solberg", "Haugen", "Lunde", "Moen"}) {
    CHECK(blocks.find(std::string("Minister ") + minister) != std::string::npos);
  }
}

TEST_CASE("pages: a caption that a gallery shows again counts once") {
  const std::string caption =
      "Mayor Ingrid Solberg at the fish market of Lindmark on Monday, after the vote of the council";
  const Document document =
      read_as(ArticleFormat::Html, "<article><div class='gallery'><div class='caption'>" + caption +
                                       ". less</div><div class='caption'>" + caption.substr(0, 70) +
                                       " ... more</div><div class='caption'>" + caption + ".</div></div>" + Story +
                                       "</article>");
  int captions = 0;
  for (const auto& block : document.blocks) {
    captions += block.kind == BlockKind::Caption ? 1 : 0;
  }
  CHECK(captions == 1);
}

TEST_CASE("pages: lines of the page's own are left out, and what follows the article") {
  CHECK(
      read("<article><p>Advertisement</p>" + Story +
           "<p>Read more: Fish prices rise again</p><p>© 2024 Lindmark Courier. All rights reserved.</p></article>") ==
      Found);
  CHECK(read("<article>" + Story + "<h3>You may also like</h3>" + Teasers.substr(0, 60) + "</p></article>") == Found);
}

TEST_CASE("pages: a quotation from a social network stays") {
  CHECK(
      read(
          "<article>" + Story +
          "<div class='social-embed'><blockquote><p>We will not leave this market.</p></blockquote></div></article>") ==
      Found + " | quote: We will not leave this market.");
}

TEST_CASE("pages: the title is the headline, not the name of the site") {
  const Document document =
      read_as(ArticleFormat::Html,
              "<html><head><meta property='og:title' content='Lindmark closes its fish market'></head>"
              "<body><h1>Lindmark Courier</h1><div><h2>Lindmark closes its fish market</h2>" +
                  Story + "</div></body></html>");
  CHECK(document.title == "Lindmark closes its fish market");
  CHECK(show_blocks(document) == "title: Lindmark closes its fish market | " + Found);
}

TEST_CASE("pages: where scripts fill the page, the text for search engines is read, with offsets") {
  const Document document =
      read_as(ArticleFormat::Html,
              R"(<html><head><script type="application/ld+json">{"@type": "NewsArticle", "headline": "Market closes",
 "datePublished": "2024-02-05T09:00", "publisher": {"@type": "Organization", "name": "Lindmark Courier"},
 "articleBody": "The council of Lindmark voted on Monday to close the old fish market after a century of trade.\n\nMayor Ingrid Solberg said \"nothing\" could save it \u2013 the building was no longer safe, and repairs would cost twelve million. Traders said that they would take the decision to the regional court, which has to answer within a month of the complaint, and that they hoped for the best. The council did not comment on that, and neither did the mayor or her party."}
</script></head><body><div id="root"></div></body></html>)");
  CHECK(document.title == "Market closes");
  CHECK(document.date == "2024-02-05");
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.text.find("said \"nothing\" could save it – the building") != std::string::npos);
  const auto at = static_cast<std::uint32_t>(document.text.find("Traders"));
  const Span source = document.to_original({at, at + 7});
  CHECK(document.original.substr(source.begin, source.size()) == "Traders");
}

TEST_CASE("pages: the outlet is the name of the site") {
  const Document document =
      read_as(ArticleFormat::Html,
              "<head><meta property='og:site_name' content='The Daily Paper'></head><body>" + Story + "</body>");
  CHECK(document.outlet == "The Daily Paper");
}
