// Shortest and all paths between two actors (graph/query.hpp).
#include <algorithm>
#include <optional>
#include <string_view>
#include <tuple>
#include <unordered_map>

#include <entente/graph/query.hpp>

namespace entente::inline v0_1 {

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
    if (!options_.all) {
      return shortest(from, to);
    }
    distance_.assign(boost::num_vertices(network_), Unreached);
    spread(to, true);
    if (distance_[from] == Unreached) {
      return none(from);
    }
    to_ = to;
    walked_.actors = {from};
    on_way_.assign(boost::num_vertices(network_), 0);
    on_way_[from] = 1;
    // Iterative deepening finds the shortest paths first, however many long ones there are.
    for (unsigned hops = distance_[from]; hops <= options_.max_hops && !result.cut; ++hops) {
      walk(result, hops);
    }
    std::stable_sort(result.paths.begin(), result.paths.end(), [](const Path& a, const Path& b) {
      return std::tuple(a.edges.size(), b.confidence) < std::tuple(b.edges.size(), a.confidence);
    });
    return result;
  }

 private:
  bool both_ways(const Edge& edge) const { return !options_.directed || types_.named(network_[edge].type).symmetric; }

  // The outgoing edges of v; with `backwards`, the incoming ones.
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

  // No path: counts the actors that `from` reaches.
  Paths none(Vertex from) {
    distance_.assign(boost::num_vertices(network_), Unreached);
    Paths result;
    result.reachable = spread(from, false);
    return result;
  }

  // Computes distances from the start (backwards: to it), up to max_hops; returns the number of other actors in reach.
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

  // The steps from v to actors that can still reach the target with `left` relations: one for each actor, by the most
  // certain edge, in order of id.
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
    result.reserve(best.size());
    for (const auto& [next, edge] : best) {
      result.push_back({next, edge});
    }
    std::sort(result.begin(), result.end(), [this](const Step& a, const Step& b) {
      return std::string_view(network_[a.next].id) < std::string_view(network_[b.next].id);
    });
    return result;
  }

  // The most certain of the shortest ways to an actor from one end of the path.
  struct Way {
    double confidence = 1.0;
    Vertex before = 0;
    Edge edge;
  };
  // The actors reached from one end, level by level.
  struct Search {
    explicit Search(Vertex from) : start(from), level({from}) { ways[from]; }
    Vertex start;
    std::unordered_map<Vertex, Way> ways;
    std::vector<Vertex> level;  // the last level
  };

  // The next level.
  void advance(Search& search, bool backwards) const {
    std::unordered_map<Vertex, Way> next;
    for (const Vertex v : search.level) {
      const double so_far = search.ways.at(v).confidence;
      for_steps(v, backwards, [&](const Edge& edge, Vertex other) {
        if (search.ways.contains(other)) {
          return;
        }
        const double confidence = so_far * static_cast<double>(network_[edge].confidence);
        const auto [known, fresh] = next.try_emplace(other, Way{confidence, v, edge});
        if (!fresh && confidence > known->second.confidence) {
          known->second = {confidence, v, edge};
        }
      });
    }
    search.level.clear();
    for (const auto& [v, way] : next) {
      search.level.push_back(v);
    }
    std::sort(search.level.begin(), search.level.end());
    search.ways.merge(next);
  }

  std::size_t work(const Search& search) const {
    std::size_t relations = 0;
    for (const Vertex v : search.level) {
      relations += boost::out_degree(v, network_) + boost::in_degree(v, network_);
    }
    return relations;
  }

  // Bidirectional breadth-first search (Pohl 1971), always from the side with the smaller level. When the levels meet,
  // every shortest path goes through an actor in both.
  Paths shortest(Vertex from, Vertex to) {
    Search forth(from);
    Search back(to);
    for (unsigned hops = 1; hops <= options_.max_hops && !forth.level.empty() && !back.level.empty(); ++hops) {
      const bool backwards = work(back) < work(forth);
      advance(backwards ? back : forth, backwards);
      if (const auto middle = meeting(forth, back)) {
        Paths result;
        result.paths.push_back(joined(forth, back, *middle));
        return result;
      }
    }
    return none(from);
  }

  // The actor reached from both ends that is on the most certain path; of several, the first.
  static std::optional<Vertex> meeting(const Search& forth, const Search& back) {
    const Search& fewer = forth.level.size() < back.level.size() ? forth : back;
    const Search& other = &fewer == &forth ? back : forth;
    std::optional<Vertex> best;
    double most = -1.0;
    for (const Vertex v : fewer.level) {
      if (const auto known = other.ways.find(v); known != other.ways.end()) {
        const double confidence = fewer.ways.at(v).confidence * known->second.confidence;
        if (confidence > most) {
          best = v;
          most = confidence;
        }
      }
    }
    return best;
  }

  Path joined(const Search& forth, const Search& back, Vertex middle) const {
    Path path;
    path.actors = {middle};
    const auto follow = [&](const Search& search) {
      for (Vertex v = middle; v != search.start;) {
        path.edges.push_back(search.ways.at(v).edge);
        v = search.ways.at(v).before;
        path.actors.push_back(v);
      }
    };
    follow(forth);
    std::reverse(path.actors.begin(), path.actors.end());
    std::reverse(path.edges.begin(), path.edges.end());
    follow(back);
    return weighed(std::move(path));
  }

  Path weighed(Path path) const {
    path.confidence = 1.0;
    for (const Edge& edge : path.edges) {
      path.confidence *= static_cast<double>(network_[edge].confidence);
    }
    return path;
  }

  // All simple paths of exactly `left` more relations.
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
  Vertex to_ = 0;
  Path walked_;
  std::vector<char> on_way_;
};

}  // namespace

Paths find_paths(const Network& network, Vertex from, Vertex to, const RelationTypes& types, const PathOptions& options,
                 const RelationMatcher& matcher) {
  return PathFinder(network, types, options, matcher).find(from, to);
}

Paths find_paths(const Network& network, Vertex from, Vertex to, const PathOptions& options,
                 const RelationMatcher& matcher) {
  return find_paths(network, from, to, network.relation_types(), options, matcher);
}

}  // namespace entente
