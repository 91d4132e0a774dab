#include <array>
#include <optional>
#include <string>
#include <utility>

#include <doctest/doctest.h>

#include <entente/text/html_doctypes.hpp>

#include "text/readers.hpp"

using namespace entente;
using namespace entente::test;

namespace {

Document read_html(const std::string& text) { return read_as(ArticleFormat::Html, text); }

constexpr const char* Page = R"(<!DOCTYPE html>
<html lang="en"><head>
<meta charset="utf-8">
<title>Old enemies meet again in Rome - The Daily Paper</title>
<meta property="og:title" content="Old enemies meet again in Rome">
<meta property="article:published_time" content="2023-03-18T10:00:00+01:00">
<link rel="canonical" href="https://paper.example.org/world/old-enemies">
<style>p { color: red; }</style>
<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": "2023-03-17"}</script>
</head><body class="has-sidebar">
<header class="site-header"><a href="/">The Daily Paper</a><nav><ul><li><a href="/w">World</a></li></ul></nav></header>
<div class="cookie-banner"><p>We use cookies to make this page better for all of us. <a href="#">Accept</a></p></div>
<main><article>
<header><h1>Old enemies meet again in Rome</h1>
<p class="byline">By <a rel="author" href="/jr">Jane Roe</a></p>
<time datetime="2023-03-18T10:00">18 March 2023</time></header>
<figure><img src="a.jpg" alt="Two men"><figcaption>The kings in Rome (Photo: J. Doe/AP)</figcaption></figure>
<p>The two kings met for the <a href="/f">first time</a> in years. They said&nbsp;little &mdash; and left.</p>
<div class="social-share"><p>Share this article with all of your friends today</p></div>
<aside><p>In an aside nobody reads, something else is told at some length.</p></aside>
<h2>What next?</h2>
<p>Nobody knows.<br>Nobody asks.</p>
<blockquote><p>We will meet again.</p></blockquote>
<ul class="related-links"><li><a href="/1">Kings through history</a></li><li><a href="/2">Rome in spring</a></li></ul>
<ul><li>The first king is 70.</li><li>The second is 34.</li></ul>
<p style="display: none">This cannot be seen.</p>
<p hidden>Nor can this.</p>
<p><a href="/more">Read more: all about kings and their meetings</a></p>
</article></main>
<footer><p>© 2023 The Daily Paper. All rights reserved, and so on and so forth.</p></footer>
<script>var x = "<p>not text</p>";</script>
</body></html>)";

}  // namespace

TEST_CASE("html: a saved news page gives its article and nothing else") {
  const Document document = read_html(Page);
  CHECK(show_blocks(document) ==
        "title: Old enemies meet again in Rome | byline: By Jane Roe | "
        "caption: The kings in Rome | credit: (Photo: J. Doe/AP) | "
        "paragraph: The two kings met for the first time in years. They said little — and left. | "
        "heading: What next? | paragraph: Nobody knows. | paragraph: Nobody asks. | quote: We will meet again. | "
        "item: The first king is 70. | item: The second is 34.");
  CHECK(document.title == "Old enemies meet again in Rome");
  CHECK(document.date == "2023-03-18");
  CHECK(document.source == "https://paper.example.org/world/old-enemies");
  CHECK(document.id == "paper.example.org/world/old-enemies");
}

TEST_CASE("html: offsets lead back into the page") {
  const Document document = read_html(Page);
  for (const Sentence& sentence : document.sentences) {
    const std::string_view first = document.form(sentence.tokens.begin);
    const Span span = document.to_original(document.tokens[sentence.tokens.begin].text);
    CHECK(document.original.substr(span.begin, span.size()) == first);
  }
  const std::size_t dash = document.text.find("—");
  const auto at = static_cast<std::uint32_t>(dash);
  const Span span = document.to_original({at, at + 3});
  CHECK(document.original.substr(span.begin, span.size()) == "&mdash;");
}

TEST_CASE("html: pages without the marks of an article") {
  const std::string menu = "<div id=menu><a href=1>Home</a> <a href=2>World</a> <a href=3>Sport</a></div>";
  const std::string prose =
      "<p>The two kings met for the first time in years, and said little.</p><p>Nobody knows what comes next.</p>";
  const std::array<std::pair<std::string, std::string>, 10> table = {{
      {"<title>Old enemies meet again | Paper</title>" + menu + "<div class=story>" + prose +
           "</div><div class=x><a href=4>Other</a><a href=5>News</a></div>",
       "title: Old enemies meet again | paragraph: The two kings met for the first time in years, and said little. | "
       "paragraph: Nobody knows what comes next."},
      {"<h1>Kings meet</h1><div>" + prose + "</div>",
       "title: Kings meet | paragraph: The two kings met for the first time in years, and said little. | paragraph: "
       "Nobody knows what comes next."},
      {"Plain text.<br><br>In two paragraphs.", "paragraph: Plain text. | paragraph: In two paragraphs."},
      {"<td>One cell.</td>", "paragraph: One cell."},
      {"<p>It rained.</p><p>Anna Roe met Jan Doe<br>Peru condemned <b>Chile</b></p>",
       "paragraph: It rained. | paragraph: Anna Roe met Jan Doe | paragraph: Peru condemned Chile"},
      {"<p>The kings met<br>in Rome on a day in March, as<br>Anna Roe, who had come,<br>said.</p>",
       "paragraph: The kings met in Rome on a day in March, as Anna Roe, who had come, said."},
      {"<p>It rained.</p><p>Anna Roe met<br>Jan Doe,<br>Peter Lee and others</p>",
       "paragraph: It rained. | paragraph: Anna Roe met | paragraph: Jan Doe, Peter Lee and others"},
      {"<aside class='content'>" + prose + "</aside><footer>Owned by nobody</footer>",
       "paragraph: The two kings met for the first time in years, and said little. | paragraph: Nobody knows what "
       "comes "
       "next."},
      {"<p>Unclosed <b>bold <i>and</b> italic</i> text.<p>Next.",
       "paragraph: Unclosed bold and italic text. | "
       "paragraph: Next."},
      {"<p>AT&T, R&amp;D, caf&eacute; &#8217;n&#x2019; &euro;5 &lt;b&gt; &bogus; 1 < 2.</p>",
       "paragraph: AT&T, R&D, café ’n’ €5 <b> &bogus; 1 < 2."},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(show_blocks(read_html(text)) == expected);
  }
}

TEST_CASE("html: a document type after <noscript> is a comment, and the text is as before") {
  const std::array<std::pair<const char*, const char*>, 4> table = {{
      {"<!DOCTYPE html><p>Old kings meet.</p>", nullptr},
      {"<noscript></noscript><p>Old kings meet.</p>", nullptr},
      {"<!doctype html><noscript><!doctype a></noscript><p>Old kings meet.</p>",
       "<!doctype html><noscript><?doctype a></noscript><p>Old kings meet.</p>"},
      {"<NoScript x=1/><!DocType a public \"b>c\"<!doctype d><p>Old kings meet.</p>",
       "<NoScript x=1/><?DocType a public \"b>c\"<?doctype d><p>Old kings meet.</p>"},
  }};
  for (const auto& [page, turned] : table) {
    CAPTURE(page);
    CHECK(doctypes_as_comments(page) == (turned == nullptr ? std::nullopt : std::optional<std::string>(turned)));
    CHECK(show_blocks(read_html(page)).ends_with("Old kings meet."));
  }
}

TEST_CASE("html: the date is taken from the surest place") {
  const std::array<std::pair<const char*, const char*>, 8> table = {{
      {"<meta name=date content=20230318>", "2023-03-18"},
      {"<meta itemprop=datePublished content='2023-03-18 08:00'>", "2023-03-18"},
      {"<script type='application/ld+json'>{\"datePublished\" : \"2023-03-18T01:00Z\"</script>", "2023-03-18"},
      {"<time datetime=2023-03-18>yesterday</time>", "2023-03-18"},
      {"<time>18 March 2023</time>", "2023-03-18"},
      {"<meta name=pubdate content='Sat, 18 Mar 2023 10:00:00 GMT'>", "2023-03-18"},
      {"<time datetime=2020-01-01></time><meta property=article:published_time content=2023-03-18>", "2023-03-18"},
      {"<p>Published March 18, 2023</p>", "2023-03-18"},
  }};
  for (const auto& [text, expected] : table) {
    CAPTURE(text);
    CHECK(read_html(std::string(text) + "<p>They met in Rome.</p>").date == expected);
  }
}
