// Shortest and all paths between two actors (graph/query.hpp).
#include <algorithm>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include <entente/graph/query.hpp>

namespace entente {

namespace {

constexpr unsigned Unreached = 0xffffffffU;

class PathFinder {
 public:
  PathFinder(const Network& network, const RelationTypes& types, const PathOptions& options,
             const RelationMatcher& matcher)
      : network_(network), types_(types), options_(options), matcher_(matcher) {}

  Paths find(Vertex from, Vertex to) {
    Paths result;
    if (from == to) {
      result.paths.push_back({{from}, {}, 1.0});
      return result;
    }
    distance_.assign(boost::num_vertices(network_), Unreached);
    if (!measure(from, to)) {
      result.reachable = reached_;
      return result;
    }
    if (!options_.all) {
      result.paths.push_back(best_shortest(from, to));
      return result;
    }
    to_ = to;
    walked_.actors = {from};
    on_way_.assign(boost::num_vertices(network_), 0);
    on_way_[from] = 1;
    // Iterative deepening: the shortest paths are found first, however many the long ones are.
    for (unsigned hops = distance_[from]; hops <= options_.max_hops && !result.cut; ++hops) {
      walk(result, hops);
    }
    std::stable_sort(result.paths.begin(), result.paths.end(), [](const Path& a, const Path& b) {
      return std::tuple(a.edges.size(), b.confidence) < std::tuple(b.edges.size(), a.confidence);
    });
    return result;
  }

 private:
  bool both_ways(const Edge& edge) const {
    return !options_.directed || types_.types[types_.find(network_[edge].type)].symmetric;
  }

  // The edges that lead out of v, or where `backwards`, those that lead into it.
  template <typename Visit>
  void for_steps(Vertex v, bool backwards, Visit visit) const {
    for (auto [edge, end] = boost::out_edges(v, network_); edge != end; ++edge) {
      if (matcher_(*edge) && (!backwards || both_ways(*edge))) {
        visit(*edge, boost::target(*edge, network_));
      }
    }
    for (auto [edge, end] = boost::in_edges(v, network_); edge != end; ++edge) {
      if (matcher_(*edge) && (backwards || both_ways(*edge))) {
        visit(*edge, boost::source(*edge, network_));
      }
    }
  }

  // Distances to the target, backwards from it, as far as max_hops; whether `from` is among them. Where it is not,
  // counts what `from` reaches.
  bool measure(Vertex from, Vertex to) {
    spread(to, true);
    if (distance_[from] != Unreached) {
      return true;
    }
    distance_.assign(distance_.size(), Unreached);
    reached_ = spread(from, false);
    return false;
  }

  std::size_t spread(Vertex start, bool backwards) {
    std::vector<Vertex> queue = {start};
    distance_[start] = 0;
    for (std::size_t i = 0; i < queue.size(); ++i) {
      const Vertex v = queue[i];
      if (distance_[v] == options_.max_hops) {
        break;
      }
      for_steps(v, backwards, [&](const Edge& /*edge*/, Vertex other) {
        if (distance_[other] == Unreached) {
          distance_[other] = distance_[v] + 1;
          queue.push_back(other);
        }
      });
    }
    return queue.size() - 1;
  }

  struct Step {
    Vertex next;
    Edge edge;
  };

  // The steps from v that come nearer to the target or, with `left` relations to go, may still reach it: one for each
  // actor, by the most certain edge; in order of id.
  std::vector<Step> steps(Vertex v, unsigned left) const {
    std::unordered_map<Vertex, Edge> best;
    for_steps(v, false, [&](const Edge& edge, Vertex other) {
      if (distance_[other] == Unreached || distance_[other] >= left) {
        return;
      }
      const auto [known, fresh] = best.try_emplace(other, edge);
      if (!fresh && network_[edge].confidence > network_[known->second].confidence) {
        known->second = edge;
      }
    });
    std::vector<Step> result;
    for (const auto& [next, edge] : best) {
      result.push_back({next, edge});
    }
    std::sort(result.begin(), result.end(), [this](const Step& a, const Step& b) {
      return std::string_view(network_[a.next].id) < std::string_view(network_[b.next].id);
    });
    return result;
  }

  // Level by level from `from`, keeping for every actor the most certain way that led there.
  Path best_shortest(Vertex from, Vertex to) const {
    struct Way {
      double confidence = 0.0;
      Vertex before = 0;
      Edge edge;
    };
    std::unordered_map<Vertex, Way> ways;
    std::vector<Vertex> level = {from};
    ways[from].confidence = 1.0;
    for (unsigned left = distance_[from]; left > 0; --left) {
      std::vector<Vertex> next;
      for (const Vertex v : level) {
        const double so_far = ways[v].confidence;
        for (const Step& step : steps(v, left)) {
          Way& way = ways[step.next];
          const double confidence = so_far * static_cast<double>(network_[step.edge].confidence);
          if (way.confidence == 0.0) {
            next.push_back(step.next);
          }
          if (confidence > way.confidence || way.confidence == 0.0) {
            way = {std::max(confidence, 1e-12), v, step.edge};
          }
        }
      }
      level = std::move(next);
    }
    Path path;
    path.actors = {to};
    for (Vertex v = to; v != from; v = ways[v].before) {
      path.edges.push_back(ways[v].edge);
      path.actors.push_back(ways[v].before);
    }
    std::reverse(path.actors.begin(), path.actors.end());
    std::reverse(path.edges.begin(), path.edges.end());
    return weighed(std::move(path));
  }

  Path weighed(Path path) const {
    path.confidence = 1.0;
    for (const Edge& edge : path.edges) {
      path.confidence *= static_cast<double>(network_[edge].confidence);
    }
    return path;
  }

  // All ways of exactly `left` more relations that meet nobody twice.
  void walk(Paths& result, unsigned left) {
    const Vertex v = walked_.actors.back();
    if (v == to_ || left == 0) {
      if (v == to_ && left == 0) {
        result.cut = result.paths.size() == options_.most;
        if (!result.cut) {
          result.paths.push_back(weighed(walked_));
        }
      }
      return;
    }
    for (const Step& step : steps(v, left)) {
      if (on_way_[step.next] != 0 || result.cut) {
        continue;
      }
      on_way_[step.next] = 1;
      walked_.actors.push_back(step.next);
      walked_.edges.push_back(step.edge);
      walk(result, left - 1);
      walked_.actors.pop_back();
      walked_.edges.pop_back();
      on_way_[step.next] = 0;
    }
  }

  const Network& network_;
  const RelationTypes& types_;
  const PathOptions& options_;
  const RelationMatcher& matcher_;
  std::vector<unsigned> distance_;  // to the target
  std::size_t reached_ = 0;
  Vertex to_ = 0;
  Path walked_;
  std::vector<char> on_way_;
};

}  // namespace

Paths find_paths(const Network& network, Vertex from, Vertex to, const RelationTypes& types, const PathOptions& options,
                 const RelationMatcher& matcher) {
  return PathFinder(network, types, options, matcher).find(from, to);
}

}  // namespace entente
