#include <entente/render/pack.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include <entente/render/judge.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr double Cell = 6.0;
constexpr double Gap = 24.0;  // between parts, in points

int cell_of(double x) { return static_cast<int>(std::floor(x / Cell)); }

bool empty(Outline::Row row) { return row.right <= row.left; }

// What stands already: for each row its parts.
class Shelf {
 public:
  // The least column, none below 0, at which the part fits with its upper edge in that row.
  int first_fit(const Outline& part, int top) const {
    int column = 0;
    for (bool moved = true; moved;) {
      moved = false;
      for (std::size_t i = 0; i < part.rows().size(); ++i) {
        const auto row = part.rows()[i];
        for (const auto& other : at(top + static_cast<int>(i))) {
          if (!empty(row) && column + row.left < other.right && other.left < column + row.right) {
            column = other.right - row.left;
            moved = true;
          }
        }
      }
    }
    return column;
  }

  void put(const Outline& part, int column, int top) {
    rows_.resize(std::max(rows_.size(), static_cast<std::size_t>(top) + part.rows().size()));
    for (std::size_t i = 0; i < part.rows().size(); ++i) {
      if (const auto row = part.rows()[i]; !empty(row)) {
        rows_[static_cast<std::size_t>(top) + i].push_back({column + row.left, column + row.right});
      }
    }
  }

  int height() const { return static_cast<int>(rows_.size()); }

 private:
  std::span<const Outline::Row> at(int row) const {
    return row < height() ? std::span<const Outline::Row>(rows_[static_cast<std::size_t>(row)])
                          : std::span<const Outline::Row>();
  }

  std::vector<std::vector<Outline::Row>> rows_;
};

struct Packing {
  std::vector<Point> corners;
  double width = 0.0;
  double height = 0.0;
};

using Cost = std::function<double(double, double)>;

// One after the other, each where the whole costs least then.
Packing packed(std::span<const Outline> parts, const std::vector<std::size_t>& order, const Cost& cost) {
  Packing all;
  all.corners.resize(parts.size());
  Shelf shelf;
  for (const auto at : order) {
    const auto& part = parts[at];
    double least = std::numeric_limits<double>::max();
    Point best;
    for (int top = 0; top <= shelf.height(); ++top) {
      const Point corner = {shelf.first_fit(part, top) * Cell, top * Cell};
      const double price =
          cost(std::max(all.width, corner.x + part.width()), std::max(all.height, corner.y + part.height()));
      if (price < least) {
        least = price;
        best = corner;
      }
    }
    shelf.put(part, cell_of(best.x + Cell / 2), cell_of(best.y + Cell / 2));
    all.corners[at] = best;
    all.width = std::max(all.width, best.x + part.width());
    all.height = std::max(all.height, best.y + part.height());
  }
  return all;
}

// The part that is to be first, else the largest; the others by one of their measures.
template <typename Measure>
std::vector<std::size_t> ordered(std::span<const Outline> parts, std::optional<std::size_t> first, Measure measure) {
  const auto area = [&](std::size_t at) { return parts[at].width() * parts[at].height(); };
  std::vector<std::size_t> order(parts.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return area(a) > area(b); });
  if (first) {
    std::iter_swap(order.begin(), std::find(order.begin(), order.end(), *first));
  }
  std::stable_sort(order.begin() + 1, order.end(),
                   [&](std::size_t a, std::size_t b) { return measure(parts[a]) > measure(parts[b]); });
  return order;
}

}  // namespace

Outline::Outline(const LayoutRequest& request, const Layout& layout)
    : width_(layout.width), height_(layout.height), rows_(static_cast<std::size_t>(cell_of(layout.height + Gap)) + 1) {
  for (std::size_t i = 0; i < layout.nodes.size(); ++i) {
    cover({layout.nodes[i], request.nodes[i].width, request.nodes[i].height});
  }
  for (const auto& group : layout.groups) {
    cover(group);
  }
  for (std::size_t i = 0; i < layout.edges.size(); ++i) {
    const auto& edge = layout.edges[i];
    cover({edge.label, request.edges[i].label_width, request.edges[i].label_height});
    for (const auto& point : points_along(edge)) {
      cover({point, 0.0, 0.0});
    }
  }
}

// Cells are counted from half a gap to the left of the part and above it.
void Outline::cover(const Box& box) {
  const Row row = {std::max(cell_of(box.left()), 0), cell_of(box.right() + Gap) + 1};
  const int last = std::min(cell_of(box.bottom() + Gap) + 1, static_cast<int>(rows_.size()));
  for (int i = std::max(cell_of(box.top()), 0); i < last; ++i) {
    auto& covered = rows_[static_cast<std::size_t>(i)];
    covered = empty(covered) ? row : Row{std::min(covered.left, row.left), std::max(covered.right, row.right)};
  }
}

std::vector<Point> pack(std::span<const Outline> parts, const std::function<double(double, double)>& cost,
                        std::optional<std::size_t> first) {
  if (parts.empty()) {
    return {};
  }
  const auto area = [](const Outline& part) { return part.width() * part.height(); };
  const auto width = [](const Outline& part) { return part.width(); };
  const auto height = [](const Outline& part) { return part.height(); };
  auto best = packed(parts, ordered(parts, first, area), cost);
  for (const auto& order : {ordered(parts, first, height), ordered(parts, first, width)}) {
    if (auto other = packed(parts, order, cost); cost(other.width, other.height) < cost(best.width, best.height)) {
      best = std::move(other);
    }
  }
  return best.corners;
}

}  // namespace entente
