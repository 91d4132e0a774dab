// The quality of a layout: readable size on the page, few crossings, short lines.
#pragma once

#include <cstddef>
#include <vector>

#include <entente/render/layout.hpp>

namespace entente::inline v0_1 {

// The minimum width of title and legend.
constexpr double LeastTextWidth = 500.0;

// The crossings of lines of different pairs.
std::size_t crossings(const LayoutRequest& request, const Layout& layout);

// The scale at which a body of this size fits the page, at most 1.
double page_scale(double width, double height, RenderPage page);

// The room that a body of this size takes on the page, with title and legend, as the side of a square in points; more
// if it has to be scaled down. Smaller is better.
double page_cost(double width, double height, RenderPage page);

// Smaller is better.
double cost(const LayoutRequest& request, const Layout& layout, RenderPage page);

// Points along the line, from its source to its target, six to each piece of the curve.
std::vector<Point> points_along(const PlacedEdge& edge);

// The smallest box around them; around nothing, an empty box at the origin.
Box box_around(const std::vector<Point>& points);

}  // namespace entente
