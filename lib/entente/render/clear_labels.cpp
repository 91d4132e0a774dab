#include <entente/render/clear_labels.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include <entente/base/elementary.hpp>
#include <entente/render/judge.hpp>

namespace entente::inline v0_1 {

namespace {

Box around(const Box& a, const Box& b) {
  return box_around({{std::min(a.left(), b.left()), std::min(a.top(), b.top())},
                     {std::max(a.right(), b.right()), std::max(a.bottom(), b.bottom())}});
}

double overlap(const Box& a, const Box& b) {
  const double x = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
  const double y = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
  return x > 0.0 && y > 0.0 ? x * y : 0.0;
}

// How much of the way from a to b runs inside the box, in points (Liang and Barsky 1984).
double inside(Point a, Point b, const Box& box) {
  const double dx = b.x - a.x;
  const double dy = b.y - a.y;
  double from = 0.0;
  double to = 1.0;
  for (const auto& [step, room] : {std::pair(-dx, a.x - box.left()), std::pair(dx, box.right() - a.x),
                                   std::pair(-dy, a.y - box.top()), std::pair(dy, box.bottom() - a.y)}) {
    if (step == 0.0 && room < 0.0) {
      return 0.0;
    }
    if (step < 0.0) {
      from = std::max(from, room / step);
    } else if (step > 0.0) {
      to = std::min(to, room / step);
    }
  }
  return to > from ? (to - from) * length_of(dx, dy) : 0.0;
}

struct Path {
  std::vector<Point> points;
  std::vector<Point> close;  // the same from tip to tip, none further from the next than a reader can see
  Box box;
};

std::vector<Point> closer(const std::vector<Point>& points) {
  constexpr double Step = 3.0;
  std::vector<Point> result;
  for (std::size_t i = 0; i + 1 < points.size(); ++i) {
    const Point a = points[i];
    const Point b = points[i + 1];
    const auto steps = std::max(1.0, std::ceil(length_of(b.x - a.x, b.y - a.y) / Step));
    for (double k = 0; k < steps; ++k) {
      result.push_back({a.x + (b.x - a.x) * k / steps, a.y + (b.y - a.y) * k / steps});
    }
  }
  if (!points.empty()) {
    result.push_back(points.back());
  }
  return result;
}

Path path_of(const PlacedEdge& edge) {
  constexpr double Hairline = 0.1;  // a straight line too has an inside
  Path path;
  path.points = points_along(edge);
  auto whole = path.points;
  if (edge.source_tip) {
    whole.insert(whole.begin(), *edge.source_tip);
  }
  if (edge.target_tip) {
    whole.push_back(*edge.target_tip);
  }
  path.close = closer(whole);
  path.box = box_around(whole);
  path.box.width += Hairline;
  path.box.height += Hairline;
  return path;
}

class Room {
 public:
  Room(const LayoutRequest& request, const Layout& layout) : request_(request), layout_(layout) {
    for (const auto& edge : layout.edges) {
      paths_.push_back(path_of(edge));
    }
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
      nodes_.push_back({layout.nodes[i], request.nodes[i].width, request.nodes[i].height});
    }
    for (std::size_t i = 0; i < layout.groups.size(); ++i) {
      nodes_.push_back(title_box(layout.groups[i], request.groups[i].title_width, request.groups[i].title_height));
    }
  }

  Box label(std::size_t line, Point center) const {
    return {center, request_.edges[line].label_width, request_.edges[line].label_height};
  }

  // Square points of actors, of titles and of other labels that the label would cover; what lies outside of the layout
  // counts a little, since the layout grows by it.
  double boxes_covered(std::size_t line, Point center) const {
    constexpr double Outside = 0.002;
    const auto box = label(line, center);
    double sum = 0.0;
    for (const auto& node : nodes_) {
      sum += overlap(box, node);
    }
    for (std::size_t i = 0; i < layout_.edges.size(); ++i) {
      sum += i == line ? 0.0 : overlap(box, label(i, layout_.edges[i].label));
    }
    const Box page = {{layout_.width / 2, layout_.height / 2}, layout_.width, layout_.height};
    return sum + Outside * (box.width * box.height - overlap(box, page));
  }

  // Adds the penalty for covered lines, and for a label far from its own line or nearer to another one.
  double covered(std::size_t line, Point center) const {
    constexpr double LineWidth = 0.8;
    constexpr double Loose = 7.0;  // a label that is further away seems to belong to nothing
    const auto box = letters(line, center, WidestFont);
    double sum = boxes_covered(line, center) + std::max(0.0, away(line, label(line, center)) - Loose) +
                 doubt(line, letters(line, center, NarrowFont));
    for (const auto& path : paths_) {
      sum += LineWidth * length_inside(path, box);
    }
    return sum;
  }

  // Could a reader take the label for that of another line?
  bool doubtful(std::size_t line, Point center) const { return doubt(line, letters(line, center, NarrowFont)) > 0.0; }

  // Beside the line with that gap, at points along it, the middle first.
  std::vector<Point> beside(std::size_t line, double gap) const {
    const auto& edge = request_.edges[line];
    const double x = edge.label_width / 2 + gap;
    const double y = edge.label_height / 2 + gap;
    std::vector<Point> result;
    for (const auto& p : middle_first(line)) {
      for (const auto& [dx, dy] : {Point{x, 0}, Point{-x, 0}, Point{0, y}, Point{0, -y}, Point{x, y}, Point{-x, y},
                                   Point{x, -y}, Point{-x, -y}}) {
        result.push_back({p.x + dx, p.y + dy});
      }
    }
    return result;
  }

  std::vector<Point> middle_first(std::size_t line) const {
    const auto& points = paths_[line].points;
    std::vector<Point> result;
    const auto middle = points.size() / 2;
    for (std::size_t away = 0; result.size() < points.size(); ++away) {
      if (middle + away < points.size()) {
        result.push_back(points[middle + away]);
      }
      if (away > 0 && away <= middle) {
        result.push_back(points[middle - away]);
      }
    }
    return result;
  }

 private:
  // What the box is wider than its letters: it has a margin, and is made for the widest of the usual fonts.
  static constexpr double WidestFont = 8.0;
  static constexpr double NarrowFont = 14.0;

  Box letters(std::size_t line, Point center, double slack) const {
    auto box = label(line, center);
    box.width = std::max(box.width - slack, box.width / 2);
    return box;
  }

  // How much nearer another line is than a reader would need to see at a glance whose label it is.
  double doubt(std::size_t line, const Box& box) const {
    constexpr double Touching = 1.0;
    constexpr double Margin = 4.0;
    constexpr double Weight = 6.0;
    const double own = away(line, box);
    const Box near = {box.center, box.width + 2 * (own + Margin), box.height + 2 * (own + Margin)};
    double least = own + Margin;
    for (std::size_t i = 0; i < paths_.size(); ++i) {
      if (i != line && own > Touching && overlap(paths_[i].box, near) > 0.0) {
        least = std::min(least, away(i, box));
      }
    }
    return own > Touching ? Weight * (own + Margin - least) : 0.0;
  }

  double away(std::size_t line, const Box& box) const {
    double least = std::numeric_limits<double>::max();
    for (const auto& p : paths_[line].close) {
      least = std::min(least, length_of(std::max({box.left() - p.x, 0.0, p.x - box.right()}),
                                        std::max({box.top() - p.y, 0.0, p.y - box.bottom()})));
    }
    return least;
  }

  static double length_inside(const Path& path, const Box& box) {
    double sum = 0.0;
    if (overlap(path.box, box) > 0.0) {
      for (std::size_t i = 0; i + 1 < path.points.size(); ++i) {
        sum += inside(path.points[i], path.points[i + 1], box);
      }
    }
    return sum;
  }

  const LayoutRequest& request_;
  const Layout& layout_;
  std::vector<Box> nodes_;  // and the titles of groups
  std::vector<Path> paths_;
};

// Moves all so that the labels that were moved out of the layout are in it again.
void grow(const LayoutRequest& request, Layout& layout) {
  Box bounds = {{layout.width / 2, layout.height / 2}, layout.width, layout.height};
  const Room room(request, layout);
  for (std::size_t line = 0; line < layout.edges.size(); ++line) {
    bounds = around(bounds, room.label(line, layout.edges[line].label));
  }
  shift(layout, {-bounds.left(), -bounds.top()});
  layout.width = bounds.width;
  layout.height = bounds.height;
}

}  // namespace

void clear_labels(const LayoutRequest& request, Layout& layout) {
  constexpr double Near = 3.0;
  constexpr double Far = 16.0;  // nearer than a reader would doubt whose it is; only to clear actors and labels
  constexpr double Farthest = 22.0;
  const Room room(request, layout);
  for (std::size_t line = 0; line < layout.edges.size(); ++line) {
    auto& label = layout.edges[line].label;
    double least = request.edges[line].label_width > 0.0 ? room.covered(line, label) : 0.0;
    const auto try_places = [&](const std::vector<Point>& places) {
      for (auto place = places.begin(); place != places.end() && least > 0.0; ++place) {
        if (const double covered = room.covered(line, *place); covered < least) {
          least = covered;
          label = *place;
        }
      }
    };
    try_places(room.beside(line, Near));
    if (least > 0.0 && room.doubtful(line, label)) {
      try_places(room.middle_first(line));
    }
    if (least > 0.0 && room.boxes_covered(line, label) > 0.0) {
      try_places(room.middle_first(line));
      try_places(room.beside(line, Far));
      try_places(room.beside(line, Farthest));
    }
  }
  grow(request, layout);
}

}  // namespace entente
