#include <entente/render/legend.hpp>

#include <algorithm>
#include <array>

namespace entente::inline v0_1 {

namespace {

constexpr double TextSize = 9.5;
constexpr double RowHeight = 19.0;
constexpr double Gap = 14.0;  // between entries

// Puts entries one after the other, and begins a new row where the width is used up.
class Flow {
 public:
  Flow(Scene& scene, double left, double top, double width)
      : scene_(scene), left_(left), width_(width), at_{left, top} {}

  void heading(const std::string& text) {
    indent_ = 0.0;
    if (at_.x > left_) {
      new_row();
    }
    put_text(text, Weight::Bold);
    indent_ = IndentWidth;
    at_.x = left_ + indent_;
  }

  void shape(SceneNode node, const std::string& text) {
    constexpr double Width = 26.0;
    constexpr double Height = 14.0;
    make_room(Width + 5.0 + text_width(text, TextSize));
    node.box = {{at_.x + Width / 2, at_.y}, Width, Height};
    node.id = "legend-" + std::to_string(scene_.legend_nodes.size() + 1);
    scene_.legend_nodes.push_back(std::move(node));
    at_.x += Width + 5.0;
    put_text(text, Weight::Regular);
    at_.x += Gap;
  }

  void line(SceneLine line, const std::string& text) {
    constexpr double Width = 34.0;
    make_room(Width + 5.0 + text_width(text, TextSize));
    const double tip = line.target_tip == "none" ? 0.0 : line.target_tip == "normaltee" ? 10.0 : 8.0;
    const Point from = at_;
    const Point to = {at_.x + Width - tip, at_.y};
    const double third = (to.x - from.x) / 3;
    line.path.curve = {from, {from.x + third, from.y}, {to.x - third, to.y}, to};
    if (tip > 0.0) {
      line.path.target_tip = Point{at_.x + Width, at_.y};
    }
    line.id = "legend-line-" + std::to_string(scene_.legend_lines.size() + 1);
    scene_.legend_lines.push_back(std::move(line));
    at_.x += Width + 5.0;
    put_text(text, Weight::Regular);
    at_.x += Gap;
  }

  void note(const std::string& text) {
    make_room(text_width(text, TextSize));
    put_text(text, Weight::Regular);
    at_.x += Gap;
  }

  double bottom() const { return at_.y + RowHeight / 2; }

 private:
  static constexpr double IndentWidth = 62.0;

  void new_row() {
    at_.x = left_ + indent_;
    at_.y += RowHeight;
  }

  void make_room(double width) {
    if (at_.x > left_ + indent_ && at_.x + width > left_ + width_) {
      new_row();
    }
  }

  void put_text(const std::string& text, Weight weight) {
    const bool bold = weight == Weight::Bold;
    scene_.texts.push_back({bold ? "legend ink" : "legend quiet",
                            at_,
                            {text, TextSize, weight, bold ? picture_style().ink : picture_style().quiet}});
    at_.x += text_width(text, TextSize, weight);
  }

  Scene& scene_;
  double left_;
  double width_;
  double indent_ = 0.0;
  Point at_;
};

void add_kinds(Flow& flow, const Network& network, const Drawing& drawing) {
  std::array<bool, 6> seen{};
  for (const auto& actor : drawing.actors) {
    seen.at(static_cast<std::size_t>(network[actor.vertex].kind)) = true;
  }
  flow.heading("Actors");
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen.at(i)) {
      const auto kind = static_cast<ActorKind>(i);
      const auto& style = picture_style().of(kind);
      SceneNode node;
      node.classes = "legend " + std::string(actor_kind_name(kind));
      node.shape = style.shape;
      node.fill = style.fill;
      node.line = style.line;
      flow.shape(std::move(node), std::string(actor_kind_name(kind)));
    }
  }
  if (!drawing.groups.empty()) {
    SceneNode node;
    node.classes = "legend frame";
    node.shape = NodeShape::Round;
    node.fill = picture_style().frame;
    node.line = picture_style().rim;
    flow.shape(std::move(node), "of one country");
  }
  const auto larger = [](const DrawnActor& a, const DrawnActor& b) { return a.name_size() < b.name_size(); };
  const auto [least, most] = std::minmax_element(drawing.actors.begin(), drawing.actors.end(), larger);
  if (least != most && larger(*least, *most)) {
    flow.note("size: prominence");
  }
}

void add_families(Flow& flow, const Drawing& drawing) {
  std::array<bool, 6> seen{};
  for (const auto& line : drawing.lines) {
    const bool colored = !line.is_headline_link && line.status != Status::Negated && line.status != Status::Ended;
    seen.at(static_cast<std::size_t>(line.family)) = seen.at(static_cast<std::size_t>(line.family)) || colored;
  }
  if (std::none_of(seen.begin(), seen.end(), [](bool is) { return is; })) {
    return;
  }
  flow.heading("Relations");
  for (std::size_t i = 0; i < seen.size(); ++i) {
    if (seen.at(i)) {
      const auto family = static_cast<RelationFamily>(i);
      const auto& style = picture_style().of(family);
      SceneLine line;
      line.classes = "legend family-" + std::string(family_name(family));
      line.color = style.color;
      line.width = 1.6;
      line.target_tip = "none";
      flow.line(std::move(line), style.meaning);
    }
  }
}

SceneLine plain_line(const Color& color) {
  SceneLine line;
  line.classes = "legend plain";
  line.color = color;
  line.width = 1.3;
  line.target_tip = "none";
  return line;
}

// What arrows, width and counts mean.
void add_lines(Flow& flow, const Drawing& drawing) {
  const auto any = [&](auto fits) { return std::any_of(drawing.lines.begin(), drawing.lines.end(), fits); };
  const bool arrows = any([](const DrawnLine& line) { return line.arrow_at_target; });
  const bool plain = any([](const DrawnLine& line) { return !line.arrow_at_target && !line.is_headline_link; });
  const bool widths = any([](const DrawnLine& line) { return line.evidence > 1; });
  const bool counts = any([](const DrawnLine& line) {
    return std::any_of(line.labels.begin(), line.labels.end(),
                       [](const LineLabel& label) { return label.evidence > 1; });
  });
  const bool headline = any([](const DrawnLine& line) { return line.is_headline_link; });
  const bool bold = any([](const DrawnLine& line) { return line.reported_in_headline; });
  const auto& ink = picture_style().ink;
  if (!widths && !headline && !bold && !(arrows && plain)) {
    return;
  }
  flow.heading("Lines");
  if (arrows && plain) {
    auto line = plain_line(ink);
    line.target_tip = "normal";
    flow.line(line, "one to the other");
    flow.line(plain_line(ink), "both alike");
  }
  if (widths) {
    auto line = plain_line(ink);
    line.width = 3.0;
    flow.line(line, "said more often");
  }
  if (counts) {
    flow.note("×2: two sentences say so");
  }
  if (bold) {
    flow.note("bold: the headline says so");
  }
  if (headline) {
    auto line = plain_line(picture_style().quiet);
    line.classes = "legend headline";
    line.width = 0.7;
    flow.line(line, "named together in the headline, no relation found");
  }
}

// What solid, dashed, dotted, gray and crossed mean.
void add_statuses(Flow& flow, const Drawing& drawing) {
  std::array<bool, StatusCount> seen{};
  bool claims = false;
  bool facts = false;
  for (const auto& line : drawing.lines) {
    const bool asserted = !line.is_headline_link && line.status == Status::Asserted;
    claims = claims || (asserted && line.claim);
    facts = facts || (asserted && !line.claim);
    if (!line.is_headline_link) {
      seen.at(static_cast<std::size_t>(line.status)) = true;
    }
  }
  const auto has = [&](Status status) { return seen.at(static_cast<std::size_t>(status)); };
  seen.at(static_cast<std::size_t>(Status::Asserted)) = facts;
  if (!claims && std::count(seen.begin(), seen.end(), true) == (facts ? 1 : 0)) {
    return;
  }
  flow.heading("Said as");
  const auto put = [&](Stroke stroke, const std::string& text) {
    auto line = plain_line(picture_style().ink);
    line.stroke = stroke;
    flow.line(line, text);
  };
  const auto meaning = [](Status status) { return std::string(status_meaning(status)); };
  if (facts) {
    put(Stroke::Solid, meaning(Status::Asserted));
  }
  if (claims) {
    auto line = plain_line(picture_style().ink);
    line.target_tip = "vee";
    flow.line(line, "claim, with who says so");
  }
  if (has(Status::Planned)) {
    put(Stroke::Dashed, meaning(Status::Planned));
  }
  if (has(Status::Possible) && has(Status::Requested)) {
    put(Stroke::Dotted, meaning(Status::Possible) + " or " + meaning(Status::Requested));
  } else if (has(Status::Possible) || has(Status::Requested)) {
    put(Stroke::Dotted, meaning(has(Status::Possible) ? Status::Possible : Status::Requested));
  }
  const auto put_gray = [&](Status status, const Color& gray) {
    auto line = plain_line(gray);
    line.classes = "legend " + std::string(status_name(status));
    line.stroke = stroke_of(status);
    line.target_tip = tip_of(status, true);
    flow.line(line, meaning(status));
  };
  if (has(Status::Negated)) {
    put_gray(Status::Negated, picture_style().negated);
  }
  if (has(Status::Ended)) {
    put_gray(Status::Ended, picture_style().ended);
  }
}

}  // namespace

double add_legend(Scene& scene, const Network& network, const Drawing& drawing, double top, double width) {
  if (drawing.actors.empty()) {
    return top;
  }
  Flow flow(scene, 0.0, top + RowHeight / 2, width);
  add_kinds(flow, network, drawing);
  if (!drawing.lines.empty()) {
    add_families(flow, drawing);
    add_statuses(flow, drawing);
    add_lines(flow, drawing);
  }
  return flow.bottom();
}

}  // namespace entente
