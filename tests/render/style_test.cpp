#include <entente/render/style.hpp>

#include <doctest/doctest.h>

#include <string>

#include <entente/base/error.hpp>

using namespace entente;

TEST_CASE("contrast is that of WCAG") {
  CHECK(contrast("#ffffff", "#000000") == doctest::Approx(21.0));
  CHECK(contrast("#777777", "#ffffff") == doctest::Approx(4.48).epsilon(0.01));
  CHECK(contrast("#123456", "#123456") == doctest::Approx(1.0));
}

TEST_CASE("all text has a contrast of 4.5, on the light page and on the dark one") {
  const auto& style = picture_style();
  const auto check = [](const Color& text, const Color& ground) {
    CAPTURE(text.light);
    CAPTURE(text.dark);
    CHECK(contrast(text.light, ground.light) >= 4.5);
    CHECK(contrast(text.dark, ground.dark) >= 4.5);
  };
  for (const auto& family : style.families) {
    check(family.color, style.paper);
    check(family.color, style.frame);
  }
  for (const auto& actor : style.actors) {
    check(actor.text, actor.fill);
  }
  check(style.ink, style.paper);
  check(style.quiet, style.paper);
  check(style.negated, style.paper);
  check(style.negated, style.frame);
  check(style.ended, style.paper);
  check(style.ended, style.frame);
  check(style.quiet, style.frame);
}

TEST_CASE("outlines of actors stand out from the page by 3") {
  const auto& style = picture_style();
  for (const auto& actor : style.actors) {
    CAPTURE(actor.line.light);
    CHECK(contrast(actor.line.light, style.paper.light) >= 3.0);
    CHECK(contrast(actor.line.dark, style.paper.dark) >= 3.0);
  }
}

TEST_CASE("a bad style says its line") {
  for (const std::string rows : {"family\tconflict\tred\t#000000\tx", "page\tpaper\t#fff\t#000000",
                                 "actor\tmartian\tround", "actor\tperson\tstar\t#000000", "colour\tx"}) {
    CAPTURE(rows);
    CHECK_THROWS_WITH_AS(load_style("# comment\n" + rows + "\n"), doctest::Contains("picture_style.tsv:2"), Error);
  }
}
