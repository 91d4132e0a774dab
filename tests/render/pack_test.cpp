#include <cmath>
#include <vector>

#include <doctest/doctest.h>

#include <entente/render/pack.hpp>

using namespace entente;

namespace {

// A part of one actor.
Outline outline(double width, double height) {
  LayoutRequest request;
  request.nodes = {{width, height}};
  Layout layout;
  layout.nodes = {{width / 2, height / 2}};
  layout.width = width;
  layout.height = height;
  return {request, layout};
}

// A wide actor above a narrow one that stands at the left.
Outline corner(double width, double height) {
  LayoutRequest request;
  request.nodes = {{width, height / 2 - 40}, {width / 4, height / 2 - 40}};
  Layout layout;
  layout.nodes = {{width / 2, height / 4 - 20}, {width / 8, height * 3 / 4 + 20}};
  layout.width = width;
  layout.height = height;
  return {request, layout};
}

double area(double width, double height) { return width * height; }
double square(double width, double height) { return std::max(width, height); }

}  // namespace

TEST_CASE("parts keep a gap, and fill the page instead of one row") {
  const std::vector<Outline> parts(12, outline(100, 60));
  const auto corners = pack(parts, square);
  double right = 0.0;
  double bottom = 0.0;
  for (std::size_t i = 0; i < corners.size(); ++i) {
    right = std::max(right, corners[i].x + 100);
    bottom = std::max(bottom, corners[i].y + 60);
    for (std::size_t k = i + 1; k < corners.size(); ++k) {
      CAPTURE(i);
      CAPTURE(k);
      const bool apart =
          std::abs(corners[i].x - corners[k].x) >= 100 + 20 || std::abs(corners[i].y - corners[k].y) >= 60 + 20;
      CHECK(apart);
    }
  }
  CHECK(right <= 500);
  CHECK(bottom <= 500);
}

TEST_CASE("the largest part stands first, or the one that is to") {
  const std::vector<Outline> parts = {outline(100, 60), outline(300, 200)};
  const auto usual = pack(parts, square);
  CHECK(usual[1].x == 0.0);
  CHECK(usual[1].y == 0.0);
  const auto given = pack(parts, square, 0);
  CHECK(given[0].x == 0.0);
  CHECK(given[0].y == 0.0);
}

TEST_CASE("a part stands in the corner that a larger one leaves free") {
  const std::vector<Outline> parts = {outline(100, 80), corner(400, 300)};
  const auto corners = pack(parts, area);
  CHECK(corners[1].x == 0.0);
  CHECK(corners[1].y == 0.0);
  CHECK(corners[0].x >= 120.0);
  CHECK(corners[0].x + 100 <= 400.0);
  CHECK(corners[0].y + 80 <= 300.0);
}

TEST_CASE("nothing to pack, and a part without height, are packed too") {
  CHECK(pack({}, area).empty());
  const std::vector<Outline> parts(3, outline(0, 0));
  CHECK(pack(parts, area).size() == 3);
}
