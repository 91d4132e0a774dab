// Articles in gzip, PDF, office documents, mail and feeds; bytes that are made to do harm; what is said of an article.
#include <algorithm>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <zlib.h>

#include <entente/base/error.hpp>

#include "cli/program.hpp"
#include "other_formats.hpp"

using namespace entente;
using namespace entente::cli;
using namespace entente::test;

namespace {

const std::string News =
    "President Ana Kovac of Croatia met Chancellor Olaf Scholz in Berlin on Monday. She said that the talks had been "
    "useful, and that they would go on in Zagreb.";

std::string gzipped(const std::string& text) {
  z_stream stream = {};
  deflateInit2(&stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, text.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(text.data()));
  stream.avail_in = static_cast<uInt>(text.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string number(std::uint32_t value, int bytes) {
  std::string out;
  for (int i = 0; i < bytes; ++i) {
    out += static_cast<char>(value >> (8U * static_cast<unsigned>(i)));
  }
  return out;
}

std::string deflated(const std::string& text) {
  const std::string whole = gzipped(text);
  return whole.substr(10, whole.size() - 18);  // without gzip's header and trailer
}

// A zip archive of these files.
std::string zipped(const std::vector<std::pair<std::string, std::string>>& files) {
  std::string out;
  std::string directory;
  for (const auto& [name, text] : files) {
    const std::string packed = deflated(text);
    const auto crc = static_cast<std::uint32_t>(
        crc32(0, reinterpret_cast<const Bytef*>(text.data()), static_cast<uInt>(text.size())));
    const std::string facts = number(20, 2) + number(0, 2) + number(8, 2) + number(0, 4) + number(crc, 4) +
                              number(static_cast<std::uint32_t>(packed.size()), 4) +
                              number(static_cast<std::uint32_t>(text.size()), 4) +
                              number(static_cast<std::uint32_t>(name.size()), 2) + number(0, 2);
    directory += "PK\x01\x02" + number(20, 2) + facts + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4) +
                 number(static_cast<std::uint32_t>(out.size()), 4) + name;
    out += "PK\x03\x04" + facts + name + packed;
  }
  const auto count = static_cast<std::uint32_t>(files.size());
  const auto at = static_cast<std::uint32_t>(out.size());
  return out + directory + "PK\x05\x06" + number(0, 4) + number(count, 2) + number(count, 2) +
         number(static_cast<std::uint32_t>(directory.size()), 4) + number(at, 4) + number(0, 2);
}

std::string docx(const std::string& body) {
  return zipped(
      {{"[Content_Types].xml", "<Types/>"},
       {"word/document.xml",
        "<?xml version=\"1.0\"?><w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:body>" +
            body + "</w:body></w:document>"},
       {"docProps/core.xml",
        "<cp:coreProperties xmlns:cp=\"c\" xmlns:dc=\"d\" xmlns:dcterms=\"t\"><dc:title>Talks in Berlin</dc:title>"
        "<dcterms:created>2024-02-05T09:00:00Z</dcterms:created></cp:coreProperties>"}});
}

std::string paragraph(const std::string& text, const std::string& style = {}) {
  const std::string set = style.empty() ? "" : "<w:pPr><w:pStyle w:val=\"" + style + "\"/></w:pPr>";
  return "<w:p>" + set + "<w:r><w:t>" + text + "</w:t></w:r></w:p>";
}

// A PDF of one page; its table of objects is left to be rebuilt, as readers do.
std::string pdf(const std::string& text) {
  std::string lines;
  for (std::size_t at = 0; at < text.size(); at += 60) {
    lines += "(" + text.substr(at, 60) + ") Tj 0 -14 Td ";
  }
  const std::string content = "BT /F1 11 Tf 40 700 Td " + lines + "ET";
  return "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
         "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>> "
         "endobj\n"
         "4 0 obj <</Length " +
         std::to_string(content.size()) + ">> stream\n" + content +
         "\nendstream endobj\n"
         "5 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
}

const std::string Mail =
    "Received: from a by b\r\nFrom: Desk <desk@example.org>\r\nTo: you@example.org\r\n"
    "Subject: =?UTF-8?Q?Talks_in_Z=C3=BCrich?=\r\nDate: Mon, 05 Feb 2024 09:00:00 +0100\r\nMessage-ID: "
    "<1@example.org>\r\n"
    "MIME-Version: 1.0\r\n";

std::string refusal(const std::string& bytes) {
  try {
    read_mail(bytes, "x");
  } catch (const Error& error) {
    return error.what();
  }
  return {};
}

}  // namespace

TEST_CASE("what gzip packed is read as if it were not") {
  const Folder folder;
  folder.write("a.txt", News);
  folder.write("b.txt.gz", gzipped(News));
  folder.write("c.html.gz", gzipped("<html><head><title>Talks go on in Zagreb</title></head><body><p>" + News +
                                    "</p></body></html>"));
  folder.write("d.jsonl.gz",
               gzipped("{\"id\": \"x\", \"text\": \"" + News + "\"}\n{\"id\": \"y\", \"text\": \"Xi met Putin.\"}\n"));
  const std::string plain = folder.run("build a.txt").out;
  CHECK(plain.find("Olaf Scholz") != std::string::npos);
  CHECK(folder.run("build b.txt.gz").out == plain);
  CHECK(folder.run("build -", gzipped(News)).out == plain);
  CHECK(folder.run("build c.html.gz --format json").out.find("\"Talks go on in Zagreb\"") != std::string::npos);
  const Run lines = folder.run("build --lines d.jsonl.gz");
  CHECK(lines.code == 0);
  CHECK(std::count(lines.out.begin(), lines.out.end(), '\n') == 2);
}

TEST_CASE("packed bytes that are damaged or made to fill the memory are refused") {
  const Folder folder;
  const std::string packed = gzipped(News + News + News);
  folder.write("cut.txt.gz", packed.substr(0, packed.size() / 2));
  folder.write("bad.txt.gz", packed.substr(0, 20) + "\xff\xff\xff\xff" + packed.substr(24));
  folder.write("bomb.txt.gz", gzipped(std::string(std::size_t{96} << 20U, 'a')));
  folder.write("bomb.jsonl.gz", gzipped(std::string(std::size_t{96} << 20U, 'a')));
  for (const char* const name : {"cut.txt.gz", "bad.txt.gz"}) {
    const Run run = folder.run(std::string("build ") + name);
    CHECK(run.code == 1);
    CHECK(run.err ==
          std::string("entente: ") + name + ": is damaged, or broken off, and cannot be unpacked to its end\n");
  }
  for (const char* const name : {"bomb.txt.gz", "bomb.jsonl.gz"}) {
    const Run run = folder.run(std::string("build ") + name);
    CHECK(run.code == 1);
    CHECK(run.err.find("unpacks to far more than any text does") != std::string::npos);
  }
}

TEST_CASE("UTF-16 and declared encodings are read from files") {
  const Folder folder;
  std::string wide = "\xff\xfe";
  for (const char c : News) {
    wide += c;
    wide += '\0';
  }
  folder.write("wide.txt", wide);
  CHECK(folder.run("build wide.txt").out.find("Olaf Scholz") != std::string::npos);
  folder.write("latin.html",
               "<html><head><meta charset=iso-8859-2></head><body><p>President Lech Wa\xB3\xEAsa of Poland met "
               "Chancellor Olaf Scholz in Berlin on Monday.</p></body></html>");
  CHECK(folder.run("build latin.html").out.find("Lech Wałęsa") != std::string::npos);
}

TEST_CASE("a PDF is read through pdftotext") {
  const Folder folder;
  folder.write("a.pdf", pdf(News));
  folder.write("empty.pdf", pdf(""));
  folder.write("broken.pdf", "%PDF-1.7\nMerkel met Macron.");
  const std::string without = "PATH=/nowhere \"$ENTENTE\" build a.pdf";
  CHECK(folder.shell(without).err ==
        "entente: a.pdf: is a PDF; its text is taken out by pdftotext, which is not installed (Debian: apt install "
        "poppler-utils)\n");
  if (folder.shell("command -v pdftotext").code != 0) {
    MESSAGE("skipped: pdftotext is not installed");
    return;
  }
  CHECK(folder.run("build a.pdf").out.find("Ana Kovac") != std::string::npos);
  CHECK(folder.run("build - < a.pdf", pdf(News)).out.find("Ana Kovac") != std::string::npos);
  CHECK(folder.run("build empty.pdf").err.find("is a PDF without text") != std::string::npos);
  CHECK(folder.run("build broken.pdf").err.find("is a PDF from which pdftotext takes no text") != std::string::npos);
}

#ifdef ENTENTE_WITH_OFFICE
TEST_CASE("office documents: paragraphs, headings, title and date") {
  const Article article =
      read_office(docx(paragraph("Talks in Berlin", "Title") + paragraph(News) + paragraph("What next?", "Heading1") +
                       paragraph("A &amp; B &lt;i&gt; stay.") +
                       "<w:p><w:del><w:r><w:delText>Gone.</w:delText></w:r></w:del></w:p>"),
                  "a.docx");
  CHECK(article.title == "Talks in Berlin");
  CHECK(article.date == "2024-02-05");
  CHECK(article.text == "<html><body><article><h1>Talks in Berlin</h1>\n<p>" + News +
                            "</p>\n<h2>What next?</h2>\n<p>A &amp; B &lt;i> stay.</p>\n</article></body></html>");
  const Article open = read_office(
      zipped({{"content.xml",
               "<office:document-content xmlns:office=\"o\" xmlns:text=\"t\"><text:h>Talks</text:h><text:p>" + News +
                   "</text:p></office:document-content>"},
              {"meta.xml", "<m xmlns:dc=\"d\"><dc:title>Berlin</dc:title></m>"}}),
      "a.odt");
  CHECK(open.title == "Berlin");
  CHECK(open.text == "<html><body><article><h2>Talks</h2>\n<p>" + News + "</p>\n</article></body></html>");
}

TEST_CASE("office documents that are damaged, empty or too large are refused") {
  const auto refused = [](const std::string& bytes, const FormLimits& limits = {}) {
    try {
      read_office(bytes, "x", limits);
    } catch (const Error& error) {
      return std::string(error.what());
    }
    return std::string();
  };
  const std::string good = docx(paragraph(News));
  CHECK(refused("PK\x03\x04[Content_Types].xml").find("but is damaged") != std::string::npos);
  CHECK(refused(zipped({{"a.txt", "x"}})).find("is an archive without the text") != std::string::npos);
  CHECK(refused(docx(std::string(std::size_t{2} << 20U, ' ')), {.text = std::size_t{1} << 20U})
            .find("unpacks to more than 1 MiB") != std::string::npos);
  for (std::size_t at = 0; at < good.size(); at += 7) {
    std::string bad = good;
    bad[at] = static_cast<char>(~bad[at]);
    refused(bad);  // whatever comes, it ends
  }
  std::string deep;
  for (int i = 0; i < 100'000; ++i) {
    deep += "<w:x>";
  }
  refused(docx(deep + paragraph(News)));
}
#endif

#ifdef ENTENTE_WITH_MAIL
TEST_CASE("mail: the text of a message, its subject and date") {
  const Article plain = read_mail(
      Mail + "Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" +
          News + " Caf=E9.\r\n> Old words.\r\n-- \r\nThe desk\r\n",
      "a.eml");
  CHECK(plain.title == "Talks in Zürich");
  CHECK(plain.date == "2024-02-05");
  CHECK(plain.text.find("Café.") != std::string::npos);
  CHECK(plain.text.find("Old words") == std::string::npos);
  CHECK(plain.text.find("The desk") == std::string::npos);
  CHECK(plain.format == ArticleFormat::Text);
  const std::string parts =
      "--b\r\nContent-Type: text/html\r\n\r\n<p>" + News +
      "</p>\r\n--b\r\nContent-Type: text/plain\r\nContent-Disposition: attachment\r\n\r\nAttached.\r\n--b--\r\n";
  const Article html = read_mail(Mail + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + parts, "a.eml");
  CHECK(html.format == ArticleFormat::Html);
  CHECK(html.text.find(News) != std::string::npos);
  const Article page = read_mail(
      "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://paper.example.org/talks\r\nSubject: Talks\r\n"
      "MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=b\r\n\r\n" +
          parts,
      "a.mhtml");
  CHECK(page.source == "https://paper.example.org/talks");
  CHECK(page.format == ArticleFormat::Html);
}

TEST_CASE("mail that holds no text, thousands of parts, or messages in messages ends") {
  CHECK(refusal(Mail + "Content-Type: image/png\r\n\r\nx").find("is mail without a text") != std::string::npos);
  CHECK_FALSE(refusal("").empty());
  std::string many;
  for (int i = 0; i < 20'000; ++i) {
    many += "--b\r\nContent-Type: image/png\r\n\r\nx\r\n";
  }
  CHECK(
      refusal(Mail + "Content-Type: multipart/mixed; boundary=b\r\n\r\n" + many + "--b--\r\n").find("without a text") !=
      std::string::npos);
  std::string nested;
  for (int i = 0; i < 2'000; ++i) {
    nested +=
        "Content-Type: multipart/mixed; boundary=b" + std::to_string(i) + "\r\n\r\n--b" + std::to_string(i) + "\r\n";
  }
  CHECK_FALSE(refusal(Mail + nested + "Content-Type: text/plain\r\n\r\nx").empty());
}
#endif

TEST_CASE("feeds: an article for each entry") {
  const std::string rss =
      "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:content=\"c\"><channel><title>Paper</title>"
      "<item><title>Talks</title><link>https://paper.example.org/1</link><pubDate>Mon, 05 Feb 2024 09:00:00 "
      "GMT</pubDate>"
      "<description>Short.</description><content:encoded><![CDATA[<p>" +
      News +
      "</p>]]></content:encoded></item>"
      "<item><title>More</title><description>Xi &amp;amp; Putin met.</description></item></channel></rss>";
  const std::vector<Article> articles = read_feed(rss, "a.rss");
  REQUIRE(articles.size() == 2);
  CHECK(articles[0].title == "Talks");
  CHECK(articles[0].date == "2024-02-05");
  CHECK(articles[0].source == "https://paper.example.org/1");
  CHECK(articles[0].text.find("<p>" + News + "</p>") != std::string::npos);
  CHECK(articles[1].text.find("Xi &amp; Putin met.") != std::string::npos);
  const std::vector<Article> atom = read_feed(
      "<feed xmlns=\"http://www.w3.org/2005/Atom\"><entry><title>Talks</title><link rel=\"self\" "
      "href=\"https://x/self\"/>"
      "<link href=\"https://x/1\"/><published>2024-02-05T09:00:00Z</published><content type=\"xhtml\"><div><p>" +
          News + "</p></div></content></entry></feed>",
      "a.atom");
  REQUIRE(atom.size() == 1);
  CHECK(atom[0].source == "https://x/1");
  CHECK(atom[0].text.find(News) != std::string::npos);
  const Folder folder;
  folder.write("a.xml", rss);
  CHECK(folder.run("build a.xml --format json").out.find("\"https://paper.example.org/1\"") != std::string::npos);
}

TEST_CASE("feeds that are made to do harm end") {
  std::string laughs = "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a \"ha\">";
  for (char c = 'b'; c <= 'z'; ++c) {
    const std::string before(1, static_cast<char>(c - 1));
    laughs += std::string("<!ENTITY ") + c + " \"&" + before + ";&" + before + ";&" + before + ";&" + before + ";\">";
  }
  laughs += "]><rss><channel><item><description>&z;</description></item></channel></rss>";
  CHECK_THROWS_AS(read_feed(laughs, "x"), Error);
  const std::string secret =
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY f SYSTEM \"file:///etc/passwd\">]><rss><channel><item>"
      "<description>&f;</description></item></channel></rss>";
  CHECK_THROWS_AS(read_feed(secret, "x"), Error);
  std::string deep = "<rss>";
  for (int i = 0; i < 100'000; ++i) {
    deep += "<item>";
  }
  read_feed(deep, "x");
}

TEST_CASE("exactly one line says that an article is not in English, or that nothing of it was found") {
  const Folder folder;
  folder.write(
      "fr.txt",
      "Le président de la Croatie a rencontré lundi le chancelier allemand dans la capitale, et tous deux ont déclaré "
      "que les entretiens avaient été utiles et qu'ils seraient poursuivis à Zagreb.");
  folder.write("page.html",
               "<html><head><title>Talks go on in Zagreb</title></head><body><div id=root></div></body></html>");
  folder.write("empty.txt", "");
  folder.write("a.txt", News);
  for (const char* const verb : {"build ", "build --lines ", "explain "}) {
    CAPTURE(verb);
    CHECK(folder.run(std::string(verb) + "fr.txt").err ==
          "entente: fr.txt: does not look like English, the only language that entente reads; what was found in it is "
          "probably wrong\n");
    CHECK(folder.run(std::string(verb) + "page.html").err ==
          "entente: page.html: only the title was found, not the text of the article; if scripts fill the page, save "
          "it from a "
          "browser\n");
    CHECK(folder.run(std::string(verb) + "empty.txt").err == "entente: empty.txt: no text was found in it\n");
    CHECK(folder.run(std::string(verb) + "a.txt").err.empty());
  }
  CHECK(folder.run("query fr.txt actors").err.find("does not look like English") != std::string::npos);
}
