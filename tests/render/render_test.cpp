#include <entente/render/render.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <entente/render/layout.hpp>
#include <entente/render/letters.hpp>
#include <graph/networks.hpp>
#include <render/synthetic.hpp>
#include <render/xml.hpp>

using namespace entente;
using test::all_named;
using test::all_of_class;
using test::network;
using test::parse_xml;

namespace {

Network summit() {
  auto net = network({"xi-jinping -visits(planned)-> russia/country", "xi-jinping -meets-> vladimir-putin",
                      "vladimir-putin -leads-> russia/country", "xi-jinping -leads-> china/country",
                      "china/country -supports-> russia/country", "russia/country -attacks-> ukraine/country",
                      "united-states/country -sanctions(possible)-> china/country",
                      "stimson-center/organisation -warns-> china/country",
                      "china/country -supports(negated)-> ukraine/country", "moscow/place -part-> russia/country",
                      "the-west/group -opposes-> russia/country"});
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    net[v].salience = 0.3F / static_cast<float>(v + 1);
  }
  return net;
}

std::string drawn(const Network& net, RenderOptions options = {}) {
  return render(net, load_relation_types(), options);
}

}  // namespace

TEST_CASE("the SVG is well-formed and names everything for readers and programs") {
  const auto svg = parse_xml(drawn(summit()));
  CHECK(svg.name == "svg");
  CHECK(svg.attribute("role") == "img");
  CHECK(all_named(svg, "title").front()->text == "About a");
  const auto actors = all_of_class(svg, "actor");
  const auto lines = all_of_class(svg, "relation");
  CHECK(actors.size() == 9);
  for (const auto& groups : {actors, lines}) {
    for (const auto* group : groups) {
      CHECK_FALSE(group->attribute("id").empty());
      CHECK_FALSE(group->attribute("aria-label").empty());
      CHECK(group->children.front().name == "title");
    }
  }
  REQUIRE(all_of_class(svg, "visits").size() == 1);
  CHECK(all_of_class(svg, "visits").front()->has_class("planned"));
  CHECK(all_of_class(svg, "visits").front()->has_class("encounter"));
  CHECK(all_of_class(svg, "person").size() == 2 + 1);  // and one in the legend
}

TEST_CASE("the same network gives the same bytes in every format") {
  for (const auto format : {RenderFormat::Svg, RenderFormat::Dot, RenderFormat::Png, RenderFormat::Pdf}) {
    const auto once = drawn(summit(), {.format = format});
    CHECK(once.size() > 1000);
    CHECK(once == drawn(summit(), {.format = format}));
  }
}

TEST_CASE("every format begins as it should") {
  CHECK(drawn(summit(), {.format = RenderFormat::Svg}).starts_with("<?xml"));
  CHECK(drawn(summit(), {.format = RenderFormat::Dot}).starts_with("digraph"));
  CHECK(drawn(summit(), {.format = RenderFormat::Png}).starts_with("\x89PNG"));
  CHECK(drawn(summit(), {.format = RenderFormat::Pdf}).starts_with("%PDF"));
}

TEST_CASE("formats, themes, pages and engines are known by name") {
  CHECK(render_format("png") == RenderFormat::Png);
  CHECK(render_theme("dark") == RenderTheme::Dark);
  CHECK(render_page("landscape") == RenderPage::Landscape);
  CHECK(render_engine("sfdp") == RenderEngine::Sfdp);
  CHECK_FALSE(render_format("jpeg").has_value());
}

// Not fdp: it may take another of several triangulations that are equally good.
TEST_CASE("the engines draw the same, wherever their memory lies") {
  const auto types = load_relation_types();
  for (const char* engine : {"dot", "neato", "sfdp", "circo", "twopi"}) {
    CAPTURE(std::string(engine));
    const auto network = test::synthetic(20, 1);
    const std::string first = render(network, types, {.engine = *render_engine(engine)});
    std::vector<std::vector<char>> elsewhere;  // what is allocated in between moves the rest
    for (std::size_t round = 1; round <= 8; ++round) {
      for (std::size_t i = 0; i < 200; ++i) {
        elsewhere.emplace_back(16 + (round * 977 + i * 331) % 3000);
      }
      CHECK((render(network, types, {.engine = *render_engine(engine)}) == first));
    }
  }
}

TEST_CASE("every engine draws, and every theme and page") {
  for (const char* engine : {"dot", "neato", "fdp", "sfdp", "circo", "twopi"}) {
    CAPTURE(engine);
    CHECK_NOTHROW(parse_xml(drawn(summit(), {.engine = *render_engine(engine)})));
  }
  const auto light = drawn(summit(), {.theme = RenderTheme::Light});
  const auto dark = drawn(summit(), {.theme = RenderTheme::Dark});
  CHECK(light.find("prefers-color-scheme") == std::string::npos);
  CHECK(dark.find("#ffffff") == std::string::npos);
  CHECK(drawn(summit()).find("prefers-color-scheme:dark") != std::string::npos);
}

TEST_CASE("a network without relations, and an empty one, give a picture that says so") {
  auto lonely = network({});
  boost::add_vertex(lonely);
  for (const auto& net : {Network(), lonely}) {
    const auto svg = drawn(net);
    CHECK_NOTHROW(parse_xml(svg));
    CHECK((svg.find("No actors and no relations were found.") != std::string::npos) == (boost::num_vertices(net) == 0));
    CHECK((svg.find("No relations were found between these actors.") != std::string::npos) ==
          (boost::num_vertices(net) == 1));
    CHECK(svg.find(">Relations<") == std::string::npos);
    CHECK(drawn(net, {.format = RenderFormat::Png}).starts_with("\x89PNG"));
  }
}

TEST_CASE("the legend tells what is in the drawing, and only that") {
  const auto svg = drawn(network({"a -meets-> b"}));
  CHECK(svg.find(">person<") != std::string::npos);
  CHECK(svg.find(">country<") == std::string::npos);
  CHECK(svg.find(">meetings and visits<") != std::string::npos);
  CHECK(svg.find(">conflict<") == std::string::npos);
  CHECK(svg.find(">plan<") == std::string::npos);
  CHECK(drawn(network({"a -meets(planned)-> b"})).find(">plan<") != std::string::npos);
  CHECK(drawn(network({"a -meets-> b"}), {.legend = false}).find(">person<") == std::string::npos);
}

// "\\N" would be the name of the node, "\\G" that of the graph; entities would be read as what they stand for.
TEST_CASE("Graphviz shows what looks like its escapes as it is") {
  auto net = network({"a -meets-> b"});
  const std::string text = "\\N \\G \\T &lt;b&gt; <I>x</I>";
  net[0].name = text;
  net[0].description = text;
  net[*boost::edges(net).first].evidence.front().text = text;
  net[boost::graph_bundle].articles.front().title = text;
  const auto svg = parse_xml(draw_with_graphviz(drawn(net, {.format = RenderFormat::Dot}), "svg"));
  std::string words;
  for (const auto* row : all_named(svg, "text")) {
    words += row->text + " ";
  }
  CHECK(words.find("\\N \\G \\T") != std::string::npos);
  CHECK(words.find("<I>x</I>") != std::string::npos);
  CHECK(words.find("&lt;b&gt;") != std::string::npos);
  bool told = false;
  for (const auto* link : all_named(svg, "a")) {
    told = told || link->attribute("xlink:title").find(text) != std::string::npos;
  }
  CHECK(told);
}

TEST_CASE("a claim has an open arrow, its speaker, and its row in the legend") {
  auto net = network({"a -attacks-> b", "c -attacks-> d"});
  auto& relation = net[*boost::edges(net).first];
  relation.evidence.front().speaker = "c";
  const auto xml = drawn(net);
  const auto svg = parse_xml(xml);
  REQUIRE(all_of_class(svg, "claim").size() == 1);
  CHECK(all_of_class(svg, "claim").front()->attribute("aria-label").find("says C") != std::string::npos);
  CHECK(xml.find(">claim, with who says so<") != std::string::npos);
  CHECK(xml.find(">fact<") != std::string::npos);
  CHECK(drawn(net, {.format = RenderFormat::Dot}).find("arrowhead=vee") != std::string::npos);
  relation.evidence.front().speaker.clear();
  CHECK(drawn(net).find(">claim, with who says so<") == std::string::npos);
}

TEST_CASE("hostile text comes out as text") {
  const std::vector<std::string> hostile = {"<script>alert(1)</script>",
                                            "a\"b'c",
                                            "two\nlines\r\n\tand tab",
                                            "\\N \\G \\n \\\\",
                                            "Tom & Jerry &lt; &amp;",
                                            "]]> <![CDATA[",
                                            "שלום עולם",
                                            "\u202Egnp.exe",
                                            "🙂🙃 emoji",
                                            std::string("nul\0 bell\x07 esc\x1b", 14),
                                            "bad \xff\xfe utf8 \xc3",
                                            "</title></svg>",
                                            "--><!-- x",
                                            "{a|b} <TABLE>",
                                            "%s %n {} {0}",
                                            std::string(3000, 'W'),
                                            ""};
  for (const auto& text : hostile) {
    CAPTURE(text);
    auto net = network({"a -meets-> b", "b -supports-> a"});
    net[0].name = text;
    net[0].id = text;
    net[0].description = text;
    net[0].aliases = {text};
    net[1].name = text;
    auto [edge, end] = boost::edges(net);
    for (; edge != end; ++edge) {
      net[*edge].type = "other";
      net[*edge].predicate = text;
      net[*edge].speaker = text;
      net[*edge].time = TimeExpression{text, {}, {}};
      net[*edge].evidence.front().text = text;
    }
    net[boost::graph_bundle].articles.front() = {text, text, text, text};
    const auto xml = drawn(net);
    const auto svg = parse_xml(xml);
    CHECK(xml.find("<script") == std::string::npos);
    CHECK(all_of_class(svg, "actor").size() == 2);
    for (const auto format : {RenderFormat::Dot, RenderFormat::Png, RenderFormat::Pdf}) {
      CHECK_NOTHROW(drawn(net, {.format = format}));
    }
  }
}

TEST_CASE("letters that the compiled-in font lacks are told, each once") {
  auto net = network({"a -meets-> b"});
  CHECK(letters_of_other_fonts(net, load_relation_types()) == "");
  net[0].name = "Łukasz Ñandú Пётр Ωmega";
  CHECK(letters_of_other_fonts(net, load_relation_types()) == "");
  net[1].name = "中国中 🙂";
  CHECK(letters_of_other_fonts(net, load_relation_types()) == "中国🙂");
}

TEST_CASE("PDF has the compiled-in font") {
  const auto pdf = drawn(summit(), {.format = RenderFormat::Pdf});
  CHECK(pdf.find("DejaVuSans") != std::string::npos);
}

TEST_CASE("a tooltip says the sentence, a name that is shortened stands there in full") {
  auto net = network({"a -meets-> b"});
  net[0].name = "The Very Honourable Association of All Friends of Long and Winding Names in the Northern Hemisphere";
  const auto xml = drawn(net);
  const auto svg = parse_xml(xml);
  CHECK(all_of_class(svg, "relation").front()->children.front().text.find("a -meets-> b") != std::string::npos);
  const auto* const actor = all_of_class(svg, "actor").front();
  CHECK(actor->children.front().text.find("Northern Hemisphere") != std::string::npos);
  CHECK(actor->attribute("aria-label").starts_with("The Very Honourable"));
  CHECK(actor->attribute("aria-label").find("…, in full: The Very") != std::string::npos);
  CHECK(actor->attribute("aria-label").ends_with("Northern Hemisphere"));
}
