// How good a layout is: what fits the page at a readable size, with few crossings and short lines.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente::inline v0_1 {

// Title and legend get at least this, however narrow the body is.
constexpr double LeastTextWidth = 500.0;

// Where lines of different pairs cross.
std::size_t crossings(const LayoutRequest& request, const Layout& layout);

// The part of its size at which a body of this size fits the page, at most 1.
double page_scale(double width, double height, RenderPage page);

// What a body of this size takes of its page, with title and legend, in points of the side of a square; more where it
// has to be made smaller. Smaller is better.
double page_cost(double width, double height, RenderPage page);

// Smaller is better.
double cost(const LayoutRequest& request, const Layout& layout, RenderPage page);

// Points along the line, from its source to its target, six to each piece of the curve.
std::vector<Point> points_along(const PlacedEdge& edge);

// The smallest box around them; around nothing, an empty box at the origin.
Box box_around(const std::vector<Point>& points);

}  // namespace entente
