#include <render/faults.hpp>

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include <entente/render/render.hpp>

#include <render/fonts.hpp>
#include <render/synthetic.hpp>

using namespace entente;
using test::faults;
using test::synthetic;

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    text += line + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("no picture has labels or actors on one another, off the page, or far from their lines") {
  const auto types = load_relation_types();
  for (const std::size_t actors : {10, 30, 60}) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
      const auto net = synthetic(actors, seed);
      for (const auto page : {RenderPage::Auto, RenderPage::Portrait, RenderPage::Landscape}) {
        CAPTURE(actors);
        CAPTURE(seed);
        CAPTURE(static_cast<int>(page));
        RenderOptions options;
        options.page = page;
        options.top = actors;
        CHECK(joined(faults(render(net, types, options))) == "");
      }
    }
  }
}

TEST_CASE("every engine keeps labels off actors and off one another") {
  const auto types = load_relation_types();
  for (const auto engine :
       {RenderEngine::Neato, RenderEngine::Fdp, RenderEngine::Sfdp, RenderEngine::Circo, RenderEngine::Twopi}) {
    for (unsigned seed = 1; seed <= 6; ++seed) {
      CAPTURE(static_cast<int>(engine));
      CAPTURE(seed);
      RenderOptions options;
      options.engine = engine;
      // Circular layouts draw straight lines where their curves fail, over all that stands in their way.
      const bool straight = engine == RenderEngine::Circo || engine == RenderEngine::Twopi;
      std::string found;
      for (const auto& fault : faults(render(synthetic(15, seed), types, options))) {
        const bool by_lines =
            fault.find("runs under") != std::string::npos || fault.find("from that of") != std::string::npos;
        found += straight && by_lines ? "" : fault + "\n";
      }
      CHECK(found == "");
    }
  }
}

TEST_CASE("circo lays out many parts and pictures one after the other") {
  const auto types = load_relation_types();
  for (unsigned seed = 1; seed <= 60; ++seed) {
    std::vector<std::string> rows;
    for (unsigned part = 0; part < 3 + seed % 5; ++part) {
      const auto name = std::string(1, static_cast<char>('a' + part));
      rows.push_back(name + "x -meets-> " + name + "y");
    }
    CHECK(render(test::network(rows), types, {.engine = RenderEngine::Circo}).find("<svg") != std::string::npos);
  }
}

TEST_CASE("faults are found: the test of the test") {
  const std::string page =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\">"
      "<g class=\"actor\" aria-label=\"A\"><rect class=\"shape\" x=\"10\" y=\"10\" width=\"40\" height=\"20\"/>"
      "<text x=\"30\" y=\"24\" font-size=\"10\" text-anchor=\"middle\">{}</text></g>"
      "<g class=\"actor\" aria-label=\"B\"><rect class=\"shape\" x=\"{}\" y=\"10\" width=\"40\" height=\"20\"/></g>"
      "<g class=\"relation at-0 at-1\" aria-label=\"A meets B\"><path class=\"line\" d=\"M50 20C80 20 90 20 100 20\"/>"
      "<text x=\"75\" y=\"{}\" font-size=\"10\" text-anchor=\"middle\">meets</text></g></svg>";
  const auto with = [&](const std::string& name, const std::string& x, const std::string& y) {
    auto text = page;
    for (const auto& value : {name, x, y}) {
      text.replace(text.find("{}"), 2, value);
    }
    return joined(faults(text));
  };
  CHECK(with("Li", "100", "17") == "");
  CHECK(with("Li", "45", "60").find("actor A lies on actor B") != std::string::npos);
  CHECK(with("Li", "100", "70").find("points from its line") != std::string::npos);
  CHECK(with("Li", "65", "24").find("the label of A meets B lies on B") != std::string::npos);
  CHECK(with("Li", "100", "4").find("leaves the page") != std::string::npos);
  CHECK(with("Wide Name", "100", "17").find("\"Wide Name\" is") != std::string::npos);
}

TEST_CASE("lines under actors and frames that cut are found") {
  const auto with = [](const std::string& frame, const std::string& title) {
    return joined(faults(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 200 100\"><g class=\"groups\">"
        "<g class=\"frame\" aria-label=\"F\"><rect class=\"shape\" x=\"5\" y=\"5\" width=\"" +
        frame + "\" height=\"60\"/><text x=\"20\" y=\"" + title +
        "\" font-size=\"10\" text-anchor=\"middle\">F</text></g></g>"
        "<g class=\"actor\" aria-label=\"A\"><rect class=\"shape\" x=\"10\" y=\"20\" width=\"40\" height=\"20\"/></g>"
        "<g class=\"actor\" aria-label=\"B\"><rect class=\"shape\" x=\"70\" y=\"20\" width=\"40\" height=\"20\"/></g>"
        "<g class=\"actor\" aria-label=\"C\"><rect class=\"shape\" x=\"130\" y=\"20\" width=\"40\" height=\"20\"/></g>"
        "<g class=\"relation at-0 at-2\" aria-label=\"A meets C\"><path class=\"line\" d=\"M50 30C80 30 90 30 130 "
        "30\"/>"
        "<text x=\"90\" y=\"52\" font-size=\"8\" text-anchor=\"middle\">x</text></g></svg>"));
  };
  CHECK(with("50", "15") == "the line of A meets C runs under B\n");
  CHECK(with("80", "15").find("the frame of F cuts B") != std::string::npos);
  CHECK(with("50", "30").find("A lies on the title of the frame of F") != std::string::npos);
}

TEST_CASE("the fonts that widths are checked with are there") {
  for (const auto& font : test::usual_fonts()) {
    MESSAGE("widths of ", font.name);
  }
  CHECK_MESSAGE(!test::usual_fonts().empty(), "install fonts-dejavu-core: tools/setup");
}
