// Scene → SVG. Colors stand as attributes, so that every program shows them; a dark page and the lighting up of
// neighbors are CSS on top, for browsers.
#include <algorithm>

#include <fmt/format.h>

#include <entente/base/elementary.hpp>
#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

namespace {

class SvgWriter {
 public:
  SvgWriter(const Scene& scene, RenderTheme theme, const SvgPlace& place)
      : scene_(scene), place_(place), dark_(theme == RenderTheme::Dark), auto_(theme == RenderTheme::Auto) {}

  std::string write() {
    head();
    if (!place_.in_page) {
      out_ += "<style>\n";
      style();
      out_ += "</style>\n";
    }
    out_ += fmt::format("<rect class=\"paper\" width=\"{:.1f}\" height=\"{:.1f}\" fill=\"{}\"/>\n", scene_.width,
                        scene_.height, pick(scene_.paper));
    groups();
    out_ += "<g class=\"relations\">\n";
    for (std::size_t i = 0; i < scene_.lines.size(); ++i) {
      relation(scene_.lines[i], i);
    }
    out_ += "</g>\n<g class=\"actors\">\n";
    for (std::size_t i = 0; i < scene_.actors.size(); ++i) {
      actor(scene_.actors[i], i);
    }
    out_ += "</g>\n<g class=\"page\">\n";
    for (const auto& node : scene_.legend_nodes) {
      out_ += fmt::format(R"(<g id="{}" class="{}">)", node.id, node.classes);
      shape(node);
      out_ += "</g>\n";
    }
    for (const auto& line : scene_.legend_lines) {
      out_ += fmt::format(R"(<g id="{}" class="{}">)", line.id, line.classes);
      path(line);
      out_ += "</g>\n";
    }
    for (const auto& text : scene_.texts) {
      row(text.row, text.at, "start", text.classes);
      out_ += '\n';
    }
    out_ += "</g>\n</svg>\n";
    return std::move(out_);
  }

  std::string write_style() {
    style();
    return std::move(out_);
  }

 private:
  const std::string& pick(const Color& color) const { return dark_ ? color.dark : color.light; }

  void head() {
    if (!place_.in_page) {
      out_ += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    }
    // What can be operated must not stand inside an image: in a page, where actors can be chosen, it is a group.
    const bool operated = place_.in_page && !scene_.actors.empty();
    out_ += fmt::format(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"entente\" id=\"{0}\" role=\"{1}\" "
        "aria-labelledby=\"{0}-title\" aria-describedby=\"{0}-desc\" width=\"{2:.1f}pt\" height=\"{3:.1f}pt\" "
        "viewBox=\"0 0 {4:.1f} {5:.1f}\" font-family=\"{6}\">\n<title id=\"{0}-title\">{7}</title>\n<desc "
        "id=\"{0}-desc\">{8}</desc>\n",
        place_.id, operated ? "group" : "img", scene_.width * scene_.scale, scene_.height * scene_.scale, scene_.width,
        scene_.height, FontList, escaped_xml(scene_.title), escaped_xml(scene_.description));
  }

  void style() {
    out_ +=
        ".entente .hit{fill:none;stroke:#000;stroke-opacity:0;stroke-width:12}\n"
        ".entente .relation text{paint-order:stroke;stroke-width:3px;stroke-linejoin:round}\n"
        ".entente .actor,.entente .relation{transition:opacity .15s;outline:none}\n"
        ".entente .actor:focus-visible .shape{stroke-width:3.2}\n"
        ".entente .relation:focus-visible .line,.entente .relation:hover .line{stroke-width:3.2}\n";
    lighting();
    if (auto_) {
      dark_rules();
    }
  }

  // What is pointed at keeps its neighbors; the rest fades. One rule for each, since CSS cannot follow a line.
  void lighting() {
    const auto rule = [&](const std::string& id, const std::string& near) {
      out_ += fmt::format(
          ".entente:has(#{0}:is(:hover,:focus-visible)) :is(.actor,.relation):not(.{1}){{opacity:.15}}\n", id, near);
    };
    for (std::size_t i = 0; i < scene_.actors.size(); ++i) {
      rule(scene_.actors[i].id, fmt::format("at-{}", i));
    }
    for (std::size_t i = 0; i < scene_.lines.size(); ++i) {
      rule(scene_.lines[i].id, fmt::format("of-{}", i));
    }
  }

  void dark_rules() {
    const auto& style = picture_style();
    out_ += "@media screen and (prefers-color-scheme:dark){\n";
    out_ += fmt::format(".entente .paper{{fill:{0}}}.entente .relation text{{stroke:{0}}}\n", style.paper.dark);
    out_ +=
        fmt::format(".entente text.ink{{fill:{}}}.entente text.quiet{{fill:{}}}\n", style.ink.dark, style.quiet.dark);
    for (std::size_t i = 0; i < style.actors.size(); ++i) {
      const auto& actor = style.actors.at(i);
      const auto word = actor_kind_name(static_cast<ActorKind>(i));
      out_ += fmt::format(".entente .{0} .shape{{fill:{1};stroke:{2}}}.entente .{0} text{{fill:{3}}}\n", word,
                          actor.fill.dark, actor.line.dark, actor.text.dark);
    }
    const auto line_rule = [&](std::string_view word, const Color& color) {
      out_ += fmt::format(
          ".entente .{0} .line{{stroke:{1}}}.entente .{0} .tip{{fill:{1};stroke:{1}}}.entente .relation.{0} "
          "text{{fill:{1}}}\n",
          word, color.dark);
    };
    for (std::size_t i = 0; i < style.families.size(); ++i) {
      const auto family = static_cast<RelationFamily>(i);
      line_rule("family-" + std::string(family_name(family)), style.of(family).color);
    }
    out_ += fmt::format(".entente .frame .shape{{fill:{};stroke:{}}}\n", style.frame.dark, style.rim.dark);
    line_rule("plain", style.ink);
    line_rule("headline", style.quiet);
    line_rule("negated", style.negated);
    line_rule("ended", style.ended);
    out_ += fmt::format(".entente .tip.hollow{{fill:{}}}\n", style.paper.dark);
    out_ += "}\n";
  }

  void groups() {
    if (scene_.groups.empty()) {
      return;
    }
    out_ += "<g class=\"groups\">\n";
    for (const auto& group : scene_.groups) {
      out_ += fmt::format(R"(<g id="{}" class="frame" role="img" aria-label="{}"><title>{}</title>)", group.id,
                          escaped_xml(group.name), escaped_xml(group.name));
      SceneNode frame;
      frame.shape = NodeShape::Round;
      frame.fill = picture_style().frame;
      frame.line = picture_style().rim;
      frame.line_width = 0.8;
      frame.box = group.box;
      shape(frame);
      row(group.row, group.title.center, "middle", "quiet");
      out_ += "</g>\n";
    }
    out_ += "</g>\n";
  }

  void actor(const SceneNode& node, std::size_t index) {
    std::string near = fmt::format(" at-{}", index);
    for (std::size_t i = 0; i < scene_.lines.size(); ++i) {
      const auto& line = scene_.lines[i];
      if (line.source == index || line.target == index) {
        near += fmt::format(" at-{} of-{}", line.source == index ? line.target : line.source, i);
      }
    }
    out_ += fmt::format(R"(<g id="{}" class="{}{}" tabindex="0" role="img" aria-label="{}"><title>{}</title>)", node.id,
                        node.classes, near, escaped_xml(node.title), escaped_xml(node.tooltip));
    shape(node);
    rows(node.rows, node.box);
    out_ += "</g>\n";
  }

  void relation(const SceneLine& line, std::size_t index) {
    out_ += fmt::format(
        R"(<g id="{}" class="{} of-{} at-{} at-{}" tabindex="0" role="img" aria-label="{}"><title>{}</title>)", line.id,
        line.classes, index, line.source, line.target, escaped_xml(line.title), escaped_xml(line.tooltip));
    out_ += fmt::format(R"(<path class="hit" d="{}"/>)", path_data(line.path));
    path(line);
    out_ += fmt::format(R"(<g stroke="{}" stroke-width="0">)", pick(scene_.paper));
    rows(line.rows, line.label);
    out_ += "</g></g>\n";
  }

  void shape(const SceneNode& node) {
    const auto& box = node.box;
    const auto paint = fmt::format(R"(class="shape" fill="{}" stroke="{}" stroke-width="{:.1f}")", pick(node.fill),
                                   pick(node.line), node.line_width);
    const auto rectangle = [&](double inset, double radius) {
      out_ += fmt::format(R"(<rect {} x="{:.1f}" y="{:.1f}" width="{:.1f}" height="{:.1f}" rx="{:.1f}"/>)", paint,
                          box.left() + inset, box.top() + inset, box.width - 2 * inset, box.height - 2 * inset, radius);
    };
    const double round = std::min(box.height / 2, 13.0);
    switch (node.shape) {
      case NodeShape::Round:
        rectangle(0, round);
        break;
      case NodeShape::DoubleRound:
        rectangle(0, round);
        rectangle(3, std::max(round - 3, 1.0));
        break;
      case NodeShape::Square:
        rectangle(0, 0);
        break;
      case NodeShape::DoubleSquare:
        rectangle(0, 0);
        rectangle(3, 0);
        break;
      case NodeShape::Oval:
        out_ += fmt::format(R"(<ellipse {} cx="{:.1f}" cy="{:.1f}" rx="{:.1f}" ry="{:.1f}"/>)", paint, box.center.x,
                            box.center.y, box.width / 2, box.height / 2);
        break;
      case NodeShape::Note:
        note(box, paint);
        break;
    }
  }

  // A sheet with its corner folded.
  void note(const Box& box, const std::string& paint) {
    const double fold = std::min(8.0, box.height / 3);
    out_ += fmt::format(
        "<path {0} d=\"M{1:.1f} {2:.1f}H{3:.1f}L{4:.1f} {5:.1f}V{6:.1f}H{1:.1f}ZM{3:.1f} {2:.1f}V{5:.1f}H{4:.1f}\"/>",
        paint, box.left(), box.top(), box.right() - fold, box.right(), box.top() + fold, box.bottom());
  }

  static std::string path_data(const PlacedEdge& placed) {
    std::string data;
    for (std::size_t i = 0; i < placed.curve.size(); ++i) {
      data += fmt::format("{}{:.1f} {:.1f}", i == 0 ? "M" : i == 1 ? "C" : " ", placed.curve[i].x, placed.curve[i].y);
    }
    return data;
  }

  void path(const SceneLine& line) {
    if (line.path.curve.empty()) {
      return;
    }
    const char* dash = line.stroke == Stroke::Dashed       ? " stroke-dasharray=\"6 4\""
                       : line.stroke == Stroke::Dotted     ? " stroke-dasharray=\"1.5 3.5\""
                       : line.stroke == Stroke::DashDotted ? " stroke-dasharray=\"9 3 1.5 3\""
                                                           : "";
    out_ += fmt::format(R"(<path class="line" fill="none" stroke="{}" stroke-width="{:.1f}"{} d="{}"/>)",
                        pick(line.color), line.width, dash, path_data(line.path));
    if (line.path.target_tip) {
      tip(line, line.path.curve.back(), *line.path.target_tip, line.target_tip, "tip to");
    }
    if (line.path.source_tip) {
      tip(line, line.path.curve.front(), *line.path.source_tip, line.source_tip, "tip from");
    }
  }

  // An arrow as Graphviz draws it: a triangle of length 10, behind it, where it is crossed, a bar of 2.5; an open one
  // is notched down to its line.
  void tip(const SceneLine& line, Point from, Point to, std::string_view kind, std::string_view classes) {
    const double length = length_of(to.x - from.x, to.y - from.y);
    if (length < 0.1) {
      return;
    }
    const Point along = {(to.x - from.x) / length, (to.y - from.y) / length};
    const bool bar = kind == "tee" || kind == "normaltee";
    const bool hollow = kind == "onormal";
    const bool arrow = hollow || kind == "normal" || kind == "normaltee";
    const double arrow_length = !arrow ? 0.0 : bar ? length * 0.8 : length;
    const auto at = [&](double back, double side) {
      return fmt::format("{:.1f},{:.1f}", to.x - along.x * back - along.y * side,
                         to.y - along.y * back + along.x * side);
    };
    const auto paint = fmt::format(R"(class="{}{}" fill="{}" stroke="{}")", classes, hollow ? " hollow" : "",
                                   pick(hollow ? scene_.paper : line.color), pick(line.color));
    if (kind == "vee") {
      const double half = length * 0.5;
      out_ += fmt::format(R"(<polygon {} stroke-width="1" points="{} {} {} {} {} {} {} {}"/>)", paint, at(0, 0),
                          at(length, half), at(length * 0.6, 0.4), at(length, 0.4), at(length, -0.4),
                          at(length * 0.6, -0.4), at(length, -half), at(0, 0));
    }
    if (arrow) {
      const double half = arrow_length * 0.38;
      out_ += fmt::format(R"(<polygon {} stroke-width="{}" points="{} {} {}"/>)", paint, hollow ? "1" : "0.6", at(0, 0),
                          at(arrow_length, half), at(arrow_length, -half));
    }
    if (bar) {
      const double half = 5.0;
      out_ += fmt::format(R"(<polygon {} stroke-width="1" points="{} {} {} {}"/>)", paint, at(arrow_length + 0.6, half),
                          at(length, half), at(length, -half), at(arrow_length + 0.6, -half));
    }
  }

  void rows(const std::vector<TextRow>& rows, const Box& box) {
    double height = 0.0;
    for (const auto& row : rows) {
      height += row_height(row);
    }
    double top = box.center.y - height / 2;
    for (const auto& line : rows) {
      row(line, {box.center.x, top + row_height(line) / 2}, "middle", "");
      out_ += ' ';  // between the words of two rows, for who hears them
      top += row_height(line);
    }
  }

  // `at` is at half the height of the row; letters stand about a third of their size below that.
  void row(const TextRow& row, Point at, std::string_view anchor, const std::string& classes) {
    out_ += fmt::format(R"(<text{} x="{:.1f}" y="{:.1f}" font-size="{:.1f}"{} text-anchor="{}" fill="{}">{}</text>)",
                        classes.empty() ? "" : " class=\"" + classes + "\"", at.x, at.y + 0.35 * row.size, row.size,
                        row.weight == Weight::Bold ? " font-weight=\"bold\"" : "", anchor, pick(row.color),
                        escaped_xml(row.text));
  }

  const Scene& scene_;
  const SvgPlace& place_;
  bool dark_;
  bool auto_;
  std::string out_;
};

}  // namespace

std::string write_svg(const Scene& scene, RenderTheme theme, const SvgPlace& place) {
  return SvgWriter(scene, theme, place).write();
}

std::string svg_style(const Scene& scene, RenderTheme theme) { return SvgWriter(scene, theme, {}).write_style(); }

}  // namespace entente
