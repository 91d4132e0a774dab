// Scene → DOT with every position in it. `layout=nop2` tells the programs of Graphviz to keep them.
#include <algorithm>

#include <fmt/format.h>

#include <entente/render/fonts.hpp>
#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

namespace {

class DotWriter {
 public:
  DotWriter(const Scene& scene, const RenderOptions& options)
      : scene_(scene), dark_(options.theme == RenderTheme::Dark), format_(options.format) {}

  std::string write() {
    head();
    for (std::size_t i = 0; i < scene_.groups.size(); ++i) {
      group(scene_.groups[i], i);
    }
    for (std::size_t i = 0; i < scene_.actors.size(); ++i) {
      node(scene_.actors[i], fmt::format("a{}", i));
    }
    for (const auto& line : scene_.lines) {
      edge(line, fmt::format("a{}", line.source), fmt::format("a{}", line.target));
    }
    for (std::size_t i = 0; i < scene_.legend_nodes.size(); ++i) {
      node(scene_.legend_nodes[i], fmt::format("l{}", i));
    }
    for (std::size_t i = 0; i < scene_.legend_lines.size(); ++i) {
      legend_line(scene_.legend_lines[i], i);
    }
    for (std::size_t i = 0; i < scene_.texts.size(); ++i) {
      text(scene_.texts[i], i);
    }
    out_ += "}\n";
    return std::move(out_);
  }

 private:
  // Graphviz has no line of dashes and dots: its color and its hollow tip tell such a line from a dashed one.
  static std::string_view dot_style(Stroke stroke) {
    switch (stroke) {
      case Stroke::Dashed:
      case Stroke::DashDotted:
        return " style=dashed";
      case Stroke::Dotted:
        return " style=dotted";
      default:
        return "";
    }
  }

  const std::string& pick(const Color& color) const { return dark_ ? color.dark : color.light; }
  std::string at(Point point) const { return fmt::format("{:.2f},{:.2f}", point.x, scene_.height - point.y); }

  // DOT goes to other programs, on other machines.
  std::string_view fonts() const { return format_ == RenderFormat::Dot ? FontList : PrintedFontList; }

  void head() {
    // A PDF is printed, so it is as small as its page; a PNG is looked at, so it is large and sharp.
    const double zoom = format_ == RenderFormat::Pdf ? scene_.scale : 1.0;
    out_ += fmt::format(
        "digraph entente {{\ngraph [layout=nop2 splines=true outputorder=edgesfirst charset=\"UTF-8\" notranslate=true "
        "viewport=\"{:.1f},{:.1f},{:.4f},{:.1f},{:.1f}\" dpi={} bgcolor=\"{}\" tooltip={}]\n",
        scene_.width * zoom, scene_.height * zoom, zoom, scene_.width / 2, scene_.height / 2,
        format_ == RenderFormat::Png ? 144 : 72, pick(scene_.paper), quoted_tooltip(scene_.title));
    out_ += fmt::format("node [fontname=\"{0}\" fixedsize=true style=filled]\nedge [fontname=\"{0}\"]\n", fonts());
  }

  static std::string escaped_lines(const std::string& text) {
    std::string out;
    for (std::size_t at = 0; at <= text.size();) {
      const auto end = std::min(text.find('\n', at), text.size());
      const auto line = quoted_tooltip(std::string_view(text).substr(at, end - at));
      out += (out.empty() ? "" : "\\n") + line.substr(1, line.size() - 2);
      at = end + 1;
    }
    return "\"" + out + "\"";
  }

  // Labels are XML in which "\N" is still the name of the node, and two backslashes are one.
  static std::string escaped_label(const std::string& text) {
    std::string out;
    for (const char c : escaped_xml(text)) {
      out += c == '\\' ? "\\\\" : std::string(1, c);
    }
    return out;
  }

  std::string label(const std::vector<TextRow>& rows) const {
    if (rows.empty()) {
      return "\"\"";
    }
    std::string out;
    for (const auto& row : rows) {
      const bool bold = row.weight == Weight::Bold;
      out += fmt::format(R"({}<FONT POINT-SIZE="{:.1f}" COLOR="{}">{}{}{}</FONT>)", out.empty() ? "" : "<BR/>",
                         row.size, pick(row.color), bold ? "<B>" : "", escaped_label(row.text), bold ? "</B>" : "");
    }
    return "<" + out + ">";
  }

  void group(const SceneGroup& group, std::size_t index) {
    const auto& box = group.box;
    const auto& style = picture_style();
    out_ += fmt::format(
        "subgraph cluster_{} {{ graph [id={} class=frame bb=\"{},{}\" lp=\"{}\" style=\"rounded,filled\" "
        "fillcolor=\"{}\" color=\"{}\" penwidth=0.8 fontname=\"{}\" tooltip={} label={}]\n",
        index, quoted_dot(group.id), at({box.left(), box.bottom()}), at({box.right(), box.top()}),
        at(group.title.center), pick(style.frame), pick(style.rim), fonts(), quoted_tooltip(group.name),
        label({group.row}));
    for (const auto actor : group.actors) {
      out_ += fmt::format("a{}; ", actor);
    }
    out_ += "}\n";
  }

  void node(const SceneNode& node, const std::string& name) {
    const bool doubled = node.shape == NodeShape::DoubleRound || node.shape == NodeShape::DoubleSquare;
    const bool round = node.shape == NodeShape::Round || node.shape == NodeShape::DoubleRound;
    // The outer of two outlines lies four points outside of the size that is given.
    const double inset = doubled ? 8.0 : 0.0;
    out_ += fmt::format(
        "{} [id={} class={} shape={} {}{}pos=\"{}!\" width={:.4f} height={:.4f} fillcolor=\"{}\" color=\"{}\" "
        "penwidth={:.1f} tooltip={} label={}]\n",
        name, quoted_dot(node.id), quoted_dot(node.classes),
        node.shape == NodeShape::Oval   ? "ellipse"
        : node.shape == NodeShape::Note ? "note"
                                        : "box",
        round ? "style=\"rounded,filled\" " : "", doubled ? "peripheries=2 " : "", at(node.box.center),
        (node.box.width - inset) / 72, (node.box.height - inset) / 72, pick(node.fill), pick(node.line),
        node.line_width, escaped_lines(node.tooltip.empty() ? node.title : node.tooltip), label(node.rows));
  }

  void edge(const SceneLine& line, const std::string& tail, const std::string& head) {
    std::string pos;
    const auto add = [&](const std::string& part) { pos += (pos.empty() ? "" : " ") + part; };
    if (line.path.source_tip) {
      add("s," + at(*line.path.source_tip));
    }
    if (line.path.target_tip) {
      add("e," + at(*line.path.target_tip));
    }
    for (const auto point : line.path.curve) {
      add(at(point));
    }
    out_ += fmt::format(
        "{} -> {} [id={} class={} dir=both arrowtail={} arrowhead={} arrowsize={:.2f} color=\"{}\" penwidth={:.1f}{} "
        "pos=\"{}\"",
        tail, head, quoted_dot(line.id), quoted_dot(line.classes), line.path.source_tip ? line.source_tip : "none",
        line.path.target_tip ? line.target_tip : "none", line.tip_size, pick(line.color), line.width,
        dot_style(line.stroke), pos);
    if (!line.rows.empty()) {
      const auto tooltip = escaped_lines(line.tooltip);
      out_ += fmt::format(" lp=\"{}\" tooltip={} labeltooltip={} label={}", at(line.label.center), tooltip, tooltip,
                          label(line.rows));
    }
    out_ += "]\n";
  }

  void legend_line(const SceneLine& line, std::size_t index) {
    const auto& path = line.path;
    const Point from = path.curve.front();
    const Point to = path.target_tip.value_or(path.curve.back());
    const auto end = [&](const std::string& name, Point point) {
      out_ +=
          fmt::format("{} [shape=point style=invis label=\"\" width=0.01 height=0.01 pos=\"{}!\"]\n", name, at(point));
    };
    end(fmt::format("f{}", index), from);
    end(fmt::format("t{}", index), to);
    edge(line, fmt::format("f{}", index), fmt::format("t{}", index));
  }

  void text(const SceneText& text, std::size_t index) {
    const double width = text_width(text.row.text, text.row.size, text.row.weight);
    const double height = row_height(text.row);
    out_ += fmt::format(
        "x{} [shape=plaintext style=\"\" class={} pos=\"{}!\" width={:.4f} height={:.4f} label=<<TABLE BORDER=\"0\" "
        "CELLBORDER=\"0\" CELLPADDING=\"0\" CELLSPACING=\"0\"><TR><TD WIDTH=\"{:.0f}\" ALIGN=\"LEFT\">{}</TD></TR>"
        "</TABLE>>]\n",
        index, quoted_dot(text.classes), at({text.at.x + width / 2, text.at.y}), width / 72, height / 72, width,
        label({text.row}).substr(1, label({text.row}).size() - 2));
  }

  const Scene& scene_;
  bool dark_;
  RenderFormat format_;
  std::string out_;
};

}  // namespace

std::string write_dot(const Scene& scene, const RenderOptions& options) { return DotWriter(scene, options).write(); }

}  // namespace entente
