#include <entente/render/main_actors.hpp>

#include <algorithm>
#include <limits>
#include <tuple>
#include <utility>

#include <entente/render/under_names.hpp>

namespace entente::inline v0_1 {

namespace {

class Choice {
 public:
  Choice(std::size_t actors, std::size_t top)
      : chosen_(actors), room_(top == 0 ? std::numeric_limits<std::size_t>::max() : top) {}

  bool has(Vertex v) const { return chosen_[v]; }
  std::size_t size() const { return size_; }
  std::vector<bool> finish() { return std::move(chosen_); }

  // Takes both ends in where that makes at most so many; returns whether that changed anything.
  bool add(const VertexLine& line, std::size_t most) {
    const std::size_t fresh = (has(line.source) ? 0U : 1U) + (has(line.target) ? 0U : 1U);
    if (fresh == 0 || size_ + fresh > std::min(most, room_)) {
      return false;
    }
    chosen_[line.source] = chosen_[line.target] = true;
    size_ += fresh;
    return true;
  }

 private:
  std::vector<bool> chosen_;
  std::size_t room_;
  std::size_t size_ = 0;
};

// The headline's lines, then those at the center, then by the lesser of the two ends.
std::vector<const VertexLine*> in_order(const Network& network, const std::vector<VertexLine>& lines, Vertex center) {
  const auto lesser = [&](const VertexLine& line) {
    return std::min(network[line.source].salience, network[line.target].salience);
  };
  const auto key = [&](const VertexLine* line) {
    const bool near = line->source == center || line->target == center;
    const float both = std::min(1.0F, network[line->source].salience + network[line->target].salience);
    return std::tuple(!line->reported_in_headline, !near, near ? -both : -lesser(*line),
                      -static_cast<double>(line->evidence));
  };
  std::vector<const VertexLine*> order;
  for (const auto& line : lines) {
    order.push_back(&line);
  }
  std::stable_sort(order.begin(), order.end(), [&](const auto* a, const auto* b) { return key(a) < key(b); });
  return order;
}

// Whom the background joins with those who are chosen, the most salient first, as long as the picture is small.
void add_background(const std::vector<const VertexLine*>& background, Choice& choice) {
  constexpr std::size_t Small = 12;
  for (bool grew = true; std::exchange(grew, false);) {
    for (const auto* line : background) {
      const bool joins = choice.has(line->source) || choice.has(line->target);
      grew = (joins && choice.add(*line, Small)) || grew;
    }
  }
}

}  // namespace

std::vector<bool> main_actors(const Network& network, const std::vector<VertexLine>& lines,
                              const MainActorsOptions& options) {
  constexpr std::size_t Any = std::numeric_limits<std::size_t>::max();
  auto order = in_order(network, lines, options.center);
  std::vector<const VertexLine*> background;
  if (options.news_first) {
    const auto is_news = [&](const VertexLine* line) {
      return line->reported_in_headline || !tells_belonging(network, *line);
    };
    const auto news_end = std::stable_partition(order.begin(), order.end(), is_news);
    if (news_end != order.begin()) {
      background.assign(news_end, order.end());
      order.erase(news_end, order.end());
    }
  }
  Choice choice(boost::num_vertices(network), options.top);
  for (const auto* line : order) {
    choice.add(*line, Any);
  }
  add_background(background, choice);
  return choice.finish();
}

}  // namespace entente
