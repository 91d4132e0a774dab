// Drawing → Scene: sizes of boxes and labels, the layout, and the page around it.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <entente/base/elementary.hpp>
#include <entente/render/arrange.hpp>
#include <entente/render/captions.hpp>
#include <entente/render/judge.hpp>
#include <entente/render/legend.hpp>
#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr double Margin = 14.0;
constexpr double LabelSize = 9.5;
constexpr double HeadlineWidth = 0.7;

bool doubled(NodeShape shape) { return shape == NodeShape::DoubleRound || shape == NodeShape::DoubleSquare; }

// Room between the text and the outline, on each side.
Point padding(NodeShape shape, double text_height) {
  switch (shape) {
    case NodeShape::Oval:
      return {16.0, 0.35 * text_height};
    case NodeShape::DoubleRound:
      return {14.0, 10.0};
    case NodeShape::DoubleSquare:
      return {11.0, 10.0};
    case NodeShape::Round:
      return {11.0, 6.5};
    case NodeShape::Note:
      return {13.0, 6.5};
    case NodeShape::Square:
      return {9.0, 6.5};
  }
  return {10.0, 6.5};
}

void append_rows(std::vector<TextRow>& rows, const std::vector<std::string>& lines, double size, Weight weight,
                 const Color& color) {
  for (const auto& line : lines) {
    rows.push_back({line, size, weight, color});
  }
}

Box box_of(const std::vector<TextRow>& rows) {
  Box box;
  for (const auto& row : rows) {
    box.width = std::max(box.width, text_width(row.text, row.size, row.weight));
    box.height += row_height(row);
  }
  return box;
}

// Who hears a picture must hear what stands in it too (WCAG 2.2, 2.5.3): where the rows break or shorten the words,
// they come first.
std::string heard(const std::vector<TextRow>& rows, const std::string& words) {
  const auto plain = [](std::string text) {
    std::erase(text, ',');
    return text;
  };
  std::string seen;
  for (const auto& row : rows) {
    seen += (seen.empty() ? "" : " ") + row.text;
  }
  return plain(words).find(plain(seen)) != std::string::npos ? words : seen + ", in full: " + words;
}

// Ids come from files of users: only letters, digits and hyphens, and each only once.
class Ids {
 public:
  std::string unique(const std::string& wanted) {
    std::string id = wanted;
    for (unsigned n = 2; !used_.insert(id).second; ++n) {
      id = wanted + "-" + std::to_string(n);
    }
    return id;
  }

 private:
  std::set<std::string> used_;
};

SceneNode actor_node(const Network& network, const RelationTypes& types, const DrawnActor& drawn, Ids& ids) {
  const Actor& actor = network[drawn.vertex];
  const auto& style = picture_style().of(actor.kind);
  const auto name = cleaned(actor.name.empty() ? actor.id : actor.name);
  SceneNode node;
  node.id = ids.unique("actor-" + xml_name(actor.id.empty() ? name : actor.id));
  node.classes = "actor " + std::string(actor_kind_name(actor.kind));
  node.title = name;
  node.tooltip = actor_tooltip(network, types, drawn);
  node.shape = style.shape;
  node.fill = style.fill;
  node.line = style.line;
  node.line_width = drawn.prominence > 0.75 ? 1.8 : 1.1;

  const double size = drawn.name_size();
  const auto weight = drawn.prominence > 0.45 ? Weight::Bold : Weight::Regular;
  append_rows(node.rows, balanced(name, {.width = 11.5 * size, .size = size, .weight = weight, .lines = 3}).lines, size,
              weight, style.text);
  for (const auto& office : drawn.offices) {
    node.title += ", " + office;
    append_rows(node.rows, balanced(office, {.width = 132.0, .size = 9.0, .lines = 3}).lines, 9.0, Weight::Regular,
                style.text);
  }
  if (drawn.mentions > 0) {
    const auto count = counted(drawn.mentions, "mention", "mentions");
    node.title += ", " + count;
    append_rows(node.rows, {count}, 9.0, Weight::Regular, style.text);
  }
  node.title = heard(node.rows, node.title);
  node.box = box_of(node.rows);
  const auto pad = padding(node.shape, node.box.height);
  node.box.width = std::max(node.box.width + 2 * pad.x, doubled(node.shape) ? 58.0 : 46.0);
  node.box.height = std::max(node.box.height + 2 * pad.y, 26.0);
  return node;
}

SceneGroup frame(const DrawnGroup& group, Ids& ids) {
  SceneGroup scene;
  scene.id = ids.unique("group-" + xml_name(group.id));
  scene.name = group.name;
  scene.actors = group.actors;
  scene.row = {wrapped(group.name, {.width = 120.0, .size = LabelSize, .weight = Weight::Bold, .lines = 1}).lines[0],
               LabelSize, Weight::Bold, picture_style().quiet};
  scene.title = box_of({scene.row});
  return scene;
}

double width_of(std::size_t evidence) {
  const double doublings = logarithm(static_cast<double>(std::max<std::size_t>(evidence, 1))) / logarithm(2.0);
  return std::min(1.1 + 0.55 * doublings, 3.6);
}

// What does not hold, or no longer, or is no relation at all, is gray.
const Color& color_of(const DrawnLine& line) {
  const auto& style = picture_style();
  return line.is_headline_link            ? style.quiet
         : line.status == Status::Negated ? style.negated
         : line.status == Status::Ended   ? style.ended
                                          : style.of(line.family).color;
}

SceneLine relation_line(const Network& network, const RelationTypes& types, const Drawing& drawing,
                        const DrawnLine& drawn, Ids& ids) {
  const Actor& source = network[drawing.actors[drawn.source].vertex];
  const Actor& target = network[drawing.actors[drawn.target].vertex];
  SceneLine line;
  line.id =
      ids.unique(fmt::format("relation-{}-{}-{}", xml_name(source.id), family_name(drawn.family), xml_name(target.id)));
  line.classes = line_classes(network, drawn);
  line.title = line_title(network, drawing, drawn);
  line.tooltip = line_tooltip(network, types, drawn);
  line.source = drawn.source;
  line.target = drawn.target;
  line.color = color_of(drawn);
  line.in_headline = drawn.reported_in_headline;
  line.stroke = stroke_of(drawn.status);
  line.width = drawn.is_headline_link ? HeadlineWidth : width_of(drawn.evidence);
  line.target_tip = tip_of(drawn.status, drawn.arrow_at_target, drawn.claim);
  line.source_tip = tip_of(drawn.status, drawn.arrow_at_source, drawn.claim);
  if (drawn.status == Status::Negated && drawn.arrow_at_target != drawn.arrow_at_source) {
    line.source_tip = "none";
  }
  const auto weight = drawn.reported_in_headline ? Weight::Bold : Weight::Regular;
  append_rows(
      line.rows,
      balanced(line_caption(network, drawn), {.width = 88.0, .size = LabelSize, .weight = weight, .lines = 5}).lines,
      LabelSize, weight, line.color);
  line.title = heard(line.rows, line.title);
  line.label = box_of(line.rows);
  line.label.width += 8.0;
  line.label.height += 3.0;
  return line;
}

void shift(Point& point, double x, double y) {
  point.x += x;
  point.y += y;
}

void shift(SceneLine& line, double x, double y) {
  shift(line.path, {x, y});
  shift(line.label.center, x, y);
}

// Everything that was put before, moved: the page grows around the layout.
void shift(Scene& scene, double x, double y) {
  for (auto& node : scene.actors) {
    shift(node.box.center, x, y);
  }
  for (auto& line : scene.lines) {
    shift(line, x, y);
  }
  for (auto& group : scene.groups) {
    shift(group.box.center, x, y);
    shift(group.title.center, x, y);
  }
  for (auto& node : scene.legend_nodes) {
    shift(node.box.center, x, y);
  }
  for (auto& line : scene.legend_lines) {
    shift(line, x, y);
  }
  for (auto& text : scene.texts) {
    shift(text.at, x, y);
  }
}

// Rows of text from the left margin down; gives the height below them.
double add_texts(Scene& scene, const std::string& text, const std::string& classes, const TextRow& look, double top,
                 double width) {
  if (text.empty()) {
    return top;
  }
  for (const auto& line : wrapped(text, {.width = width, .size = look.size, .weight = look.weight, .lines = 4}).lines) {
    const TextRow row = {line, look.size, look.weight, look.color};
    scene.texts.push_back({classes, {0.0, top + row_height(row) / 2}, row});
    top += row_height(row);
  }
  return top;
}

}  // namespace

Scene compose(const Network& network, const RelationTypes& types, const Drawing& drawing,
              const RenderOptions& options) {
  const auto& style = picture_style();
  Scene scene;
  scene.paper = style.paper;
  scene.title = heading(network, options);
  scene.description = description(network, drawing);
  Ids ids;
  for (const auto& actor : drawing.actors) {
    scene.actors.push_back(actor_node(network, types, actor, ids));
  }
  for (const auto& line : drawing.lines) {
    scene.lines.push_back(relation_line(network, types, drawing, line, ids));
  }
  for (const auto& group : drawing.groups) {
    scene.groups.push_back(frame(group, ids));
  }
  const auto body = arrange(scene, options);

  // Above: title and source. Below: legend and notes. The layout stands between, in the middle.
  const double width = std::max(body.x, options.title || options.legend ? LeastTextWidth : 0.0);
  double head = 0.0;
  if (options.title) {
    Scene top;
    head = add_texts(top, scene.title, "title ink", {"", 16.0, Weight::Bold, style.ink}, 0.0, width);
    head = add_texts(top, byline(network, options), "byline quiet", {"", 10.0, Weight::Regular, style.quiet},
                     head + 1.0, width) +
           16.0;
    shift(scene, (width - body.x) / 2, head);
    scene.texts = std::move(top.texts);
  } else {
    shift(scene, (width - body.x) / 2, 0.0);
  }
  double bottom = head + body.y;
  if (options.legend) {
    bottom = add_legend(scene, network, drawing, bottom + 18.0, width);
    bottom = add_texts(scene, notes(network, drawing), "note quiet", {"", 9.0, Weight::Regular, style.quiet},
                       bottom + 4.0, width);
  }
  shift(scene, Margin, Margin);
  scene.width = width + 2 * Margin;
  scene.height = bottom + 2 * Margin;
  scene.scale = page_scale(scene.width, scene.height, options.page);
  return scene;
}

Scene compose_legend(const Network& network, const Drawing& drawing, double width) {
  Scene scene;
  scene.paper = picture_style().paper;
  scene.title = "Legend";
  scene.width = width;
  scene.height = add_legend(scene, network, drawing, 0.0, width);
  for (const auto& text : scene.texts) {
    scene.description += (scene.description.empty() ? "" : ", ") + text.row.text;
  }
  return scene;
}

}  // namespace entente
