// A composed page: all shapes, curves and rows of text with places and colors. Writers (SVG, DOT) only translate it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <entente/render/drawing.hpp>
#include <entente/render/layout.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/style.hpp>

namespace entente::inline v0_1 {

struct TextRow {
  std::string text;  // clean
  double size = 10.0;
  Weight weight = Weight::Regular;
  Color color;
};

// Height of the row's line, in points.
inline double row_height(const TextRow& row) { return row.size * 1.22; }

struct SceneNode {
  std::string id;       // unique in the scene
  std::string classes;  // "actor person"
  std::string title;    // name and offices in full, for readers who hear the picture; begins as the rows do
  std::string tooltip;  // one or more lines, divided by '\n'
  NodeShape shape = NodeShape::Square;
  Color fill;
  Color line;
  double line_width = 1.0;
  Box box;
  std::vector<TextRow> rows;  // centered in the box
};

struct SceneLine {
  std::string id;
  std::string classes;  // "relation encounter visits planned"
  std::string title;    // "Xi Jinping visits Russia"
  std::string tooltip;
  std::size_t source = 0;  // index into Scene::actors
  std::size_t target = 0;
  Color color;
  Stroke stroke = Stroke::Solid;
  double width = 1.0;
  bool in_headline = false;  // the headline says so: it should lie high
  std::string_view source_tip = "none";
  std::string_view target_tip = "normal";  // tip_of()
  double tip_size = 0.8;
  PlacedEdge path;
  Box label;
  std::vector<TextRow> rows;  // centered in the label
};

// A frame around actors, with its title inside, at the left of its upper edge.
struct SceneGroup {
  std::string id;
  std::string name;
  std::vector<std::size_t> actors;  // indices into Scene::actors
  Box box;
  TextRow row;
  Box title;
};

// A row of text; `at` is its left end, at half its height.
struct SceneText {
  std::string classes;  // "title ink", "note quiet"
  Point at;
  TextRow row;
};

struct Scene {
  double width = 0.0;
  double height = 0.0;
  double scale = 1.0;  // of the printed size: 1, or less where the page is smaller than the drawing
  std::string title;
  std::string description;  // what the picture says, in sentences
  Color paper;
  std::vector<SceneNode> actors;
  std::vector<SceneLine> lines;
  std::vector<SceneGroup> groups;
  std::vector<SceneNode> legend_nodes;
  std::vector<SceneLine> legend_lines;
  std::vector<SceneText> texts;
};

// Lays the drawing out and composes the page.
Scene compose(const Network& network, const RelationTypes& types, const Drawing& drawing, const RenderOptions& options);

// The legend of the drawing alone, not wider than `width`.
Scene compose_legend(const Network& network, const Drawing& drawing, double width);

struct SvgPlace {
  std::string id = "entente";  // of the root; no two in one page may share it
  bool in_page = false;        // inside HTML: without XML declaration and style, and its actors can be operated
};

// The scene as SVG.
std::string write_svg(const Scene& scene, RenderTheme theme, const SvgPlace& place = {});
// The CSS rules of its <style>: dark mode, and highlighting of neighbors.
std::string svg_style(const Scene& scene, RenderTheme theme);
// The scene as DOT with positions, so that all programs of Graphviz draw it the same.
std::string write_dot(const Scene& scene, const RenderOptions& options);

}  // namespace entente
