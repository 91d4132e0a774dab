#include <entente/render/judge.hpp>

#include <algorithm>
#include <cmath>

#include <entente/base/elementary.hpp>

namespace entente::inline v0_1 {

namespace {

// What stands around the body.
constexpr double Margins = 28.0;
constexpr double Texts = 170.0;  // title, legend, notes

struct Trace {
  std::vector<Point> points;
  Box box;
};

Point on_curve(const Point* p, double t) {
  const double s = 1.0 - t;
  const double a = s * s * s;
  const double b = 3 * s * s * t;
  const double c = 3 * s * t * t;
  const double d = t * t * t;
  return {a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x, a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

Trace trace(const PlacedEdge& edge) {
  Trace result;
  result.points = points_along(edge);
  result.box = box_around(result.points);
  return result;
}

double side(Point a, Point b, Point p) { return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x); }

bool cross(Point a, Point b, Point c, Point d) {
  return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

bool cross(const Trace& a, const Trace& b) {
  if (a.box.right() < b.box.left() || b.box.right() < a.box.left() || a.box.bottom() < b.box.top() ||
      b.box.bottom() < a.box.top()) {
    return false;
  }
  for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
    for (std::size_t k = 0; k + 1 < b.points.size(); ++k) {
      if (cross(a.points[i], a.points[i + 1], b.points[k], b.points[k + 1])) {
        return true;
      }
    }
  }
  return false;
}

double length(const Trace& a) {
  double sum = 0.0;
  for (std::size_t i = 0; i + 1 < a.points.size(); ++i) {
    sum += length_of(a.points[i + 1].x - a.points[i].x, a.points[i + 1].y - a.points[i].y);
  }
  return sum;
}

std::vector<Trace> traces(const Layout& layout) {
  std::vector<Trace> result;
  for (const auto& edge : layout.edges) {
    result.push_back(trace(edge));
  }
  return result;
}

std::size_t crossings(const LayoutRequest& request, const std::vector<Trace>& lines) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t k = i + 1; k < lines.size(); ++k) {
      const auto& a = request.edges[i];
      const auto& b = request.edges[k];
      const bool same_pair = std::minmax(a.source, a.target) == std::minmax(b.source, b.target);
      count += !same_pair && cross(lines[i], lines[k]) ? 1 : 0;
    }
  }
  return count;
}

bool holds(const Box& box, Point p) {
  return box.left() < p.x && p.x < box.right() && box.top() < p.y && p.y < box.bottom();
}

bool runs_under(const Trace& line, const Box& box) {
  return std::any_of(line.points.begin(), line.points.end(), [&](Point p) { return holds(box, p); });
}

// Lines that run under actors which are not their ends. Graphviz lets them where there are groups.
std::size_t hidden(const LayoutRequest& request, const Layout& layout, const std::vector<Trace>& lines) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    for (std::size_t n = 0; n < request.nodes.size(); ++n) {
      const Box box = {layout.nodes[n], request.nodes[n].width, request.nodes[n].height};
      const bool foreign = n != request.edges[i].source && n != request.edges[i].target;
      count += foreign && runs_under(lines[i], box) ? 1 : 0;
    }
  }
  return count;
}

// Titles of groups that lines run through.
std::size_t struck_titles(const LayoutRequest& request, const Layout& layout, const std::vector<Trace>& lines) {
  std::size_t count = 0;
  for (std::size_t i = 0; i < layout.groups.size(); ++i) {
    const auto title = title_box(layout.groups[i], request.groups[i].title_width, request.groups[i].title_height);
    count += static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](const Trace& line) { return runs_under(line, title); }));
  }
  return count;
}

// How far down the heavier lines lie, on an average: 0 at the top, 1 at the bottom, and 0 where all weigh the same.
double depth_of_heavy(const LayoutRequest& request, const Layout& layout) {
  double sum = 0.0;
  std::size_t count = 0;
  for (const auto& edge : request.edges) {
    if (edge.weight > 1.0) {
      sum += (layout.nodes[edge.source].y + layout.nodes[edge.target].y) / 2;
      ++count;
    }
  }
  return count == 0 || layout.height <= 0.0 ? 0.0 : sum / static_cast<double>(count) / layout.height;
}

}  // namespace

std::vector<Point> points_along(const PlacedEdge& edge) {
  constexpr int Steps = 6;
  std::vector<Point> points;
  for (std::size_t i = 0; i + 3 < edge.curve.size(); i += 3) {
    for (int k = i == 0 ? 0 : 1; k <= Steps; ++k) {
      points.push_back(on_curve(&edge.curve[i], static_cast<double>(k) / Steps));
    }
  }
  return points;
}

std::size_t crossings(const LayoutRequest& request, const Layout& layout) { return crossings(request, traces(layout)); }

double page_scale(double width, double height, RenderPage page) {
  constexpr double Short = 595.0 - 2 * 28.0;  // A4 within margins of a centimetre
  constexpr double Long = 842.0 - 2 * 28.0;
  const double portrait = std::min({1.0, Short / width, Long / height});
  const double landscape = std::min({1.0, Long / width, Short / height});
  return page == RenderPage::Portrait    ? portrait
         : page == RenderPage::Landscape ? landscape
                                         : std::max(portrait, landscape);
}

double page_cost(double width, double height, RenderPage page) {
  const double wide = std::max(width, LeastTextWidth) + Margins;
  const double high = height + Texts;
  return std::sqrt(wide * high) / page_scale(wide, high, page);
}

double cost(const LayoutRequest& request, const Layout& layout, RenderPage page) {
  const auto lines = traces(layout);
  double far = 0.0;
  for (const auto& line : lines) {
    far += length(line);
  }
  const double edges = static_cast<double>(lines.size()) + 4.0;
  const double tangle = static_cast<double>(crossings(request, lines) + 40 * hidden(request, layout, lines) +
                                            struck_titles(request, layout, lines)) /
                        edges;
  const double reach = far / edges / 100.0;
  return (1.0 + tangle) * (1.0 + 0.2 * reach) * (1.0 + 0.3 * depth_of_heavy(request, layout)) /
         page_scale(layout.width + Margins, layout.height + Texts, page);
}

Box box_around(const std::vector<Point>& points) {
  if (points.empty()) {
    return {};
  }
  const auto [left, right] =
      std::minmax_element(points.begin(), points.end(), [](auto a, auto b) { return a.x < b.x; });
  const auto [top, bottom] =
      std::minmax_element(points.begin(), points.end(), [](auto a, auto b) { return a.y < b.y; });
  return {{(left->x + right->x) / 2, (top->y + bottom->y) / 2}, right->x - left->x, bottom->y - top->y};
}

}  // namespace entente
