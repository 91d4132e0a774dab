#include <entente/render/clear_labels.hpp>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

#include <entente/base/elementary.hpp>
#include <entente/render/judge.hpp>

namespace entente {

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
  Box box;
};

Path path_of(const PlacedEdge& edge) {
  constexpr double Hairline = 0.1;  // a straight line too has an inside
  Path path;
  path.points = points_along(edge);
  path.box = box_around(path.points);
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

  Box label(std::size_t line, Point centre) const {
    return {centre, request_.edges[line].label_width, request_.edges[line].label_height};
  }

  // Square points of actors, of titles and of other labels that the label would cover; what lies outside of the layout
  // counts a little, since the layout grows by it.
  double boxes_covered(std::size_t line, Point centre) const {
    constexpr double Outside = 0.002;
    const auto box = label(line, centre);
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

  // The same, lines, as little as they hide, and how much too far from its own line it is.
  double covered(std::size_t line, Point centre) const {
    constexpr double LineWidth = 0.3;
    constexpr double Doubtful = 22.0;  // a label that is further away could be of any line
    constexpr double Slack = 14.0;     // boxes are as wide as the widest font needs, and have a margin
    auto box = label(line, centre);
    box.width = std::max(box.width - Slack, box.width / 2);
    double sum = boxes_covered(line, centre) + std::max(0.0, away(line, label(line, centre)) - Doubtful);
    for (const auto& path : paths_) {
      sum += LineWidth * length_inside(path, box);
    }
    return sum;
  }

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
  double away(std::size_t line, const Box& box) const {
    double least = std::numeric_limits<double>::max();
    for (const auto& p : paths_[line].points) {
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
    if (least > 0.0 && room.boxes_covered(line, label) > 0.0) {
      try_places(room.middle_first(line));
      try_places(room.beside(line, Far));
      try_places(room.beside(line, Farthest));
    }
  }
  grow(request, layout);
}

}  // namespace entente
