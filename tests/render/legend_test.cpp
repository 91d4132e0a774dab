// What a reader sees in a picture and what its legend tells, read from the SVG alone.
#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include <doctest/doctest.h>
#include <fmt/format.h>

#include <entente/render/render.hpp>
#include <entente/render/style.hpp>

#include <graph/networks.hpp>
#include <render/synthetic.hpp>
#include <render/xml.hpp>

using namespace entente;
using test::all_named;
using test::all_of_class;
using test::Element;
using test::network;
using test::parse_xml;
using test::synthetic;

namespace {

using Words = std::set<std::string>;

std::vector<Network> pictured() {
  std::vector<Network> result;
  result.push_back(network({"a -meets-> b"}));
  result.push_back(network({"a -visits-> b/country", "c/organisation -attacks-> b/country"}));
  result.push_back(network({"a -visits(planned)-> b/country", "c/group -meets-> b/country"}));
  result.push_back(network({"a -supports(negated)-> b", "b -criticizes(possible)-> c/other"}));
  result.push_back(network({"a -leads-> b/country", "a -meets-> c", "c -visits-> b/country", "a -meets-> c"}));
  result.push_back(network({"a -leads(ended)-> b/country", "b -meets-> c/other", "a -allied(ended)-> c/other"}));
  for (unsigned seed = 1; seed <= 4; ++seed) {
    result.push_back(synthetic(8 * seed, seed));
  }
  for (Vertex v = 0; v < boost::num_vertices(result[4]); ++v) {
    result[4][v].country = "b";
  }
  return result;
}

std::string word_of(const Element& group, const std::vector<std::string>& words) {
  const auto at = std::find_if(words.begin(), words.end(), [&](const auto& word) { return group.has_class(word); });
  return at == words.end() ? "" : *at;
}

const std::vector<std::string> Kinds = {"person", "country", "organisation", "place", "group", "other"};
const std::vector<std::string> Families = {"family-encounter", "family-alignment", "family-statement",
                                           "family-conflict",  "family-belonging", "family-other"};

std::string dashes(const Element& group) { return all_of_class(group, "line").front()->attribute("stroke-dasharray"); }

// The gray lines: what is denied, and what has ended. Their color tells no family.
const std::vector<std::string> Grey = {"negated", "ended"};

// Every channel that says something in the drawing.
Words seen(const Element& root) {
  Words words;
  std::set<std::string> sizes;
  std::set<std::string> strokes;
  std::set<bool> arrows;
  bool wide = false;
  for (const auto* actor : all_of_class(root, "actor")) {
    words.insert(word_of(*actor, Kinds));
    sizes.insert(all_named(*actor, "text").front()->attribute("font-size"));
  }
  for (const auto* line : all_of_class(root, "relation")) {
    const auto gray = word_of(*line, Grey);
    if (gray.empty()) {
      words.insert(word_of(*line, Families));
    }
    strokes.insert(gray == "negated" ? gray : dashes(*line));
    wide = wide || all_of_class(*line, "line").front()->number("stroke-width") > 1.5;
    if (gray != "negated") {
      arrows.insert(!all_of_class(*line, "tip").empty());
    }
  }
  if (strokes.size() > 1 || (strokes.size() == 1 && !strokes.begin()->empty())) {
    for (const auto& stroke : strokes) {
      words.insert("stroke " + stroke);
    }
  }
  if (!all_of_class(root, "groups").empty()) {
    words.insert("frame");
  }
  if (wide) {
    words.insert("width");
  }
  if (sizes.size() > 1) {
    words.insert("size");
  }
  if (arrows.size() > 1) {
    words.insert("arrows");
  }
  return words;
}

// The same of what the legend tells.
Words told(const Element& root) {
  Words words;
  for (const auto* entry : all_of_class(root, "legend")) {
    if (entry->name != "g") {
      continue;
    }
    if (entry->has_class("frame")) {
      words.insert("frame");
    } else if (all_of_class(*entry, "line").empty()) {
      words.insert(word_of(*entry, Kinds));
    } else if (const auto family = word_of(*entry, Families); !family.empty()) {
      words.insert(family);
    } else if (const auto gray = word_of(*entry, Grey); !gray.empty()) {
      words.insert("stroke " + (gray == "negated" ? gray : dashes(*entry)));
    }
  }
  const auto says = [&](const std::string& text) {
    const auto texts = all_of_class(root, "legend");
    return std::any_of(texts.begin(), texts.end(), [&](const auto* entry) { return entry->text == text; });
  };
  if (says("fact")) {
    words.insert("stroke ");
  }
  if (says("plan")) {
    words.insert("stroke 6 4");
  }
  if (says("possibility") || says("request") || says("possibility or request")) {
    words.insert("stroke 1.5 3.5");
  }
  if (says("said more often")) {
    words.insert("width");
  }
  if (says("size: prominence")) {
    words.insert("size");
  }
  if (says("one to the other") && says("both alike")) {
    words.insert("arrows");
  }
  return words;
}

// The color that a rule for dark pages gives to a selector, or nothing.
std::string dark_color(const std::string& css, const std::string& selector, const std::string& property) {
  const auto media = css.find("prefers-color-scheme:dark");
  const auto at = css.find(".entente " + selector + "{", media);
  const auto color = at == std::string::npos ? at : css.find(property + ":#", at);
  return color == std::string::npos || color > css.find('}', at) ? "" : css.substr(color + property.size() + 1, 7);
}

struct TextOnGround {
  std::string words;
  std::string text;
  std::string ground;
};

// The texts of the picture with what they stand on, as attributes say, or by the rules for dark pages.
std::vector<TextOnGround> texts_on_grounds(const Element& root, bool dark_rules) {
  std::string css;
  for (const auto* style : all_named(root, "style")) {
    css += style->text;
  }
  const auto rule = [&](const std::string& selector, const std::string& attribute) {
    return dark_rules ? dark_color(css, selector, "fill") : attribute;
  };
  std::vector<std::string> grounds = {rule(".paper", all_of_class(root, "paper").front()->attribute("fill"))};
  for (const auto* frame : all_of_class(root, "frame")) {
    grounds.push_back(rule(".frame .shape", all_of_class(*frame, "shape").front()->attribute("fill")));
  }
  std::vector<TextOnGround> result;
  const auto on_all = [&](const std::string& words, const std::string& color) {
    for (const auto& ground : grounds) {
      result.push_back({words, color, ground});
    }
  };
  for (const auto* actor : all_of_class(root, "actor")) {
    const auto kind = "." + word_of(*actor, Kinds);
    for (const auto* text : all_named(*actor, "text")) {
      result.push_back({text->text, rule(kind + " text", text->attribute("fill")),
                        rule(kind + " .shape", all_of_class(*actor, "shape").front()->attribute("fill"))});
    }
  }
  for (const auto* line : all_of_class(root, "relation")) {
    const auto gray = word_of(*line, Grey);
    const auto color = gray.empty() ? word_of(*line, Families) : gray;
    for (const auto* text : all_named(*line, "text")) {
      on_all(text->text, rule(".relation." + color + " text", text->attribute("fill")));
    }
  }
  for (const std::string look : {"ink", "quiet"}) {
    for (const auto* text : all_of_class(root, look)) {
      on_all(text->text, rule("text." + look, text->attribute("fill")));
    }
  }
  return result;
}

}  // namespace

TEST_CASE("the legend tells every channel that the drawing uses, and no other") {
  const auto types = load_relation_types();
  for (const auto& net : pictured()) {
    for (const auto grouping : {RenderGrouping::Off, RenderGrouping::Country}) {
      RenderOptions options;
      options.grouping = grouping;
      const auto root = parse_xml(render(net, types, options));
      CAPTURE(root.attribute("aria-labelledby"));
      CAPTURE(boost::num_vertices(net));
      CHECK(fmt::format("{}", fmt::join(told(root), ", ")) == fmt::format("{}", fmt::join(seen(root), ", ")));
    }
  }
}

TEST_CASE("every text of a picture has a contrast of 4.5, by its attributes and by the rules for dark pages") {
  const auto types = load_relation_types();
  for (const auto& net : pictured()) {
    for (const auto theme : {RenderTheme::Light, RenderTheme::Dark, RenderTheme::Auto}) {
      RenderOptions options;
      options.theme = theme;
      options.grouping = RenderGrouping::Country;
      const auto root = parse_xml(render(net, types, options));
      const auto texts = texts_on_grounds(root, theme == RenderTheme::Auto);
      CHECK(texts.size() > 5);
      for (const auto& text : texts) {
        CAPTURE(static_cast<int>(theme));
        CAPTURE(text.words);
        CAPTURE(text.text);
        CAPTURE(text.ground);
        REQUIRE(text.text.size() == 7);
        REQUIRE(text.ground.size() == 7);
        CHECK(contrast(text.text, text.ground) >= 4.5);
      }
    }
  }
}

TEST_CASE("what the headline says is bold, and the legend says so") {
  auto net = network({"roe -accuses-> doe", "doe -meets-> poe"});
  const auto bold_labels = [&] {
    const auto svg = render(net, load_relation_types(), {});
    const bool told = svg.find("bold: the headline says so") != std::string::npos;
    const auto label = svg.find(">accuses</text>");
    REQUIRE(label != std::string::npos);
    const bool bold =
        svg.substr(svg.rfind("<text", label), label - svg.rfind("<text", label)).find("bold") != std::string::npos;
    CHECK(told == bold);
    return bold;
  };
  CHECK(!bold_labels());
  net[boost::graph_bundle].articles.front().title = net[*boost::edges(net).first].evidence.front().text;
  CHECK(bold_labels());
}
