#include <entente/render/clear_labels.hpp>

#include <algorithm>
#include <cmath>
#include <vector>

#include <entente/render/judge.hpp>

namespace entente {

namespace {

double overlap(const Box& a, const Box& b) {
  const double x = std::min(a.right(), b.right()) - std::max(a.left(), b.left());
  const double y = std::min(a.bottom(), b.bottom()) - std::max(a.top(), b.top());
  return x > 0.0 && y > 0.0 ? x * y : 0.0;
}

class Room {
 public:
  Room(const LayoutRequest& request, const Layout& layout) : request_(request), layout_(layout) {
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
      nodes_.push_back({layout.nodes[i], request.nodes[i].width, request.nodes[i].height});
    }
  }

  Box label(std::size_t line, Point centre) const {
    return {centre, request_.edges[line].label_width, request_.edges[line].label_height};
  }

  // Square points of actors and other labels that the label would cover, and of itself that would leave the layout.
  double covered(std::size_t line, Point centre) const {
    const auto box = label(line, centre);
    double sum = 0.0;
    for (const auto& node : nodes_) {
      sum += overlap(box, node);
    }
    for (std::size_t i = 0; i < layout_.edges.size(); ++i) {
      sum += i == line ? 0.0 : overlap(box, label(i, layout_.edges[i].label));
    }
    const Box page = {{layout_.width / 2, layout_.height / 2}, layout_.width, layout_.height};
    return sum + box.width * box.height - overlap(box, page);
  }

  // Beside the line, at points along it, the middle first; then on it; then a little further away.
  std::vector<Point> places(std::size_t line) const {
    const auto& edge = request_.edges[line];
    auto points = points_along(layout_.edges[line]);
    const auto middle = static_cast<double>(points.size()) / 2;
    std::vector<std::pair<double, Point>> order;
    for (std::size_t i = 0; i < points.size(); ++i) {
      order.emplace_back(std::abs(static_cast<double>(i) - middle), points[i]);
    }
    std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<Point> result;
    const auto beside = [&](double gap) {
      const double x = edge.label_width / 2 + gap;
      const double y = edge.label_height / 2 + gap;
      for (const auto& [away, p] : order) {
        for (const auto& [dx, dy] : {Point{x, 0}, Point{-x, 0}, Point{0, y}, Point{0, -y}}) {
          result.push_back({p.x + dx, p.y + dy});
        }
      }
    };
    beside(3.0);
    for (const auto& [away, p] : order) {
      result.push_back(p);
    }
    beside(16.0);  // still nearer than a reader would doubt whose it is
    return result;
  }

 private:
  const LayoutRequest& request_;
  const Layout& layout_;
  std::vector<Box> nodes_;
};

}  // namespace

void clear_labels(const LayoutRequest& request, Layout& layout) {
  const Room room(request, layout);
  for (std::size_t line = 0; line < layout.edges.size(); ++line) {
    double least = room.covered(line, layout.edges[line].label);
    if (request.edges[line].label_width <= 0.0 || least <= 0.0) {
      continue;
    }
    for (const auto& place : room.places(line)) {
      if (const double covered = room.covered(line, place); covered < least) {
        least = covered;
        layout.edges[line].label = place;
      }
      if (least <= 0.0) {
        break;
      }
    }
  }
}

}  // namespace entente
