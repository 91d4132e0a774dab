// Parts of a picture that no line joins → where each stands, so that all of them fill a page.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente::inline v0_1 {

// What a part covers, seen row by row: between the leftmost and the rightmost thing in a row all is its own.
class Outline {
 public:
  // Nodes, lines and labels of the layout, each with half the room that is to stay between parts around it.
  Outline(const LayoutRequest& request, const Layout& layout);

  struct Row {
    int left = 0;
    int right = -1;  // one past the last column; no more than `left` where the row is empty
  };

  double width() const { return width_; }
  double height() const { return height_; }
  std::span<const Row> rows() const { return rows_; }

 private:
  void cover(const Box& box);

  double width_;
  double height_;
  std::vector<Row> rows_;
};

// The upper left corner of each part. The part `first`, else the largest, stands first; every other goes where the
// whole, as a body of a width and a height, costs least, beside, below or in a corner that another leaves free.
std::vector<Point> pack(std::span<const Outline> parts, const std::function<double(double, double)>& cost,
                        std::optional<std::size_t> first = std::nullopt);

}  // namespace entente
