// Places boxes and lines with Graphviz. Knows nothing about their meaning.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <entente/render/render.hpp>

namespace entente::inline v0_1 {

// Points of 1/72 inch; y grows downwards.
struct Point {
  double x = 0.0;
  double y = 0.0;
};

struct Box {
  Point center;
  double width = 0.0;
  double height = 0.0;

  double left() const { return center.x - width / 2; }
  double right() const { return center.x + width / 2; }
  double top() const { return center.y - height / 2; }
  double bottom() const { return center.y + height / 2; }
};

struct LayoutNode {
  double width = 0.0;
  double height = 0.0;
  bool oval = false;  // else a rectangle
};

struct LayoutEdge {
  std::size_t source = 0;
  std::size_t target = 0;
  double label_width = 0.0;
  double label_height = 0.0;
  // What the ends of the line are, in the words of Graphviz: "normal", "none", "normaltee".
  std::string_view source_tip = "none";
  std::string_view target_tip = "normal";
  double tip_size = 0.8;
  double weight = 1.0;  // heavier lines are drawn shorter and straighter, and high where that costs little
  bool upward = false;  // layered layouts put the target above the source
  unsigned ranks = 1;   // layered layouts put at least so many ranks between the two
};

// Nodes in a common frame, with a title above them.
struct LayoutGroup {
  std::vector<std::size_t> nodes;
  double title_width = 0.0;
  double title_height = 0.0;
};

struct LayoutRequest {
  std::vector<LayoutNode> nodes;
  std::vector<LayoutEdge> edges;
  std::vector<LayoutGroup> groups;  // no node is in two; only the engine Dot takes notice
  bool ranks_over_groups = false;   // layers run through all groups, instead of each group having its own
  RenderEngine engine = RenderEngine::Dot;
  double node_gap = 12.0;
  double rank_gap = 22.0;
};

// A curve of cubic Béziers: a start, then three points for each piece. The tips of arrows lie beyond its ends.
struct PlacedEdge {
  std::vector<Point> curve;
  std::optional<Point> source_tip;
  std::optional<Point> target_tip;
  Point label;  // the center
};

struct Layout {
  std::vector<Point> nodes;  // centers
  std::vector<PlacedEdge> edges;
  std::vector<Box> groups;
  double width = 0.0;
  double height = 0.0;
};

// Where the title of a group stands in its box: at the left of its upper edge.
Box title_box(const Box& group, double width, double height);

void shift(PlacedEdge& edge, Point by);
void shift(Layout& layout, Point by);

// Throws Error (Internal) with what Graphviz said.
Layout lay_out(const LayoutRequest& request);

// A DOT text with positions → "png", "pdf". Throws Error (Internal) with what Graphviz said.
std::string draw_with_graphviz(const std::string& dot, const std::string& format);

}  // namespace entente
