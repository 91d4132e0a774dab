#include <entente/render/spread.hpp>

#include <algorithm>
#include <cmath>

#include <entente/base/elementary.hpp>

namespace entente::inline v0_1 {

namespace {

using Distances = std::vector<std::vector<double>>;

Distances path_lengths(std::size_t count, const std::vector<std::pair<std::size_t, std::size_t>>& lines) {
  std::vector<std::vector<std::size_t>> neighbors(count);
  for (const auto& [a, b] : lines) {
    neighbors[a].push_back(b);
    neighbors[b].push_back(a);
  }
  const double apart = std::sqrt(static_cast<double>(count)) + 1.0;
  Distances lengths(count, std::vector<double>(count, apart));
  for (std::size_t start = 0; start < count; ++start) {
    auto& length = lengths[start];
    std::vector<std::size_t> queue = {start};
    std::vector<bool> seen(count);
    seen[start] = true;
    length[start] = 0.0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      for (const auto next : neighbors[queue[i]]) {
        if (!seen[next]) {
          seen[next] = true;
          length[next] = length[queue[i]] + 1.0;
          queue.push_back(next);
        }
      }
    }
  }
  return lengths;
}

// One round: every point goes to the mean of where its distances to the others want it.
void round_of_majorization(const Distances& lengths, std::vector<Point>& points) {
  for (std::size_t i = 0; i < points.size(); ++i) {
    Point sum;
    double weights = 0.0;
    for (std::size_t j = 0; j < points.size(); ++j) {
      if (i == j) {
        continue;
      }
      const double dx = points[i].x - points[j].x;
      const double dy = points[i].y - points[j].y;
      const double far = std::max(length_of(dx, dy), 1e-9);
      const double weight = 1.0 / (lengths[i][j] * lengths[i][j]);
      sum.x += weight * (points[j].x + lengths[i][j] * dx / far);
      sum.y += weight * (points[j].y + lengths[i][j] * dy / far);
      weights += weight;
    }
    if (weights > 0.0) {
      points[i] = {sum.x / weights, sum.y / weights};
    }
  }
}

}  // namespace

std::vector<Point> spread(std::size_t count, const std::vector<std::pair<std::size_t, std::size_t>>& lines) {
  constexpr double GoldenAngle = 2.399963229728653;
  constexpr int Rounds = 60;
  std::vector<Point> points(count);
  for (std::size_t i = 0; i < count; ++i) {
    const double radius = std::sqrt(static_cast<double>(i) + 0.5);
    points[i] = {radius * cosine(GoldenAngle * static_cast<double>(i)),
                 radius * sine(GoldenAngle * static_cast<double>(i))};
  }
  const auto lengths = path_lengths(count, lines);
  for (int round = 0; round < Rounds; ++round) {
    round_of_majorization(lengths, points);
  }
  return points;
}

}  // namespace entente
