// The Louvain method (Blondel, Guillaume, Lambiotte, Lefebvre 2008: "Fast unfolding of communities in large networks"):
// actors move to the neighboring community that gains most modularity, then communities become the actors of a smaller
// graph, until nothing moves. Ties go to the community of the smallest number, so that the result is always the same.
#include <algorithm>
#include <cstdint>
#include <numeric>
#include <string_view>
#include <tuple>
#include <utility>

#include <entente/graph/rank.hpp>

namespace entente::inline v0_1 {

namespace {

struct Link {
  std::uint32_t to;
  double weight;
};

// An undirected graph with weights; a link of a node to itself stands for the links inside a community.
struct Weighted {
  std::vector<std::vector<Link>> links;
  std::vector<double> strength;  // sum of the weights at a node, those to itself twice
  double total = 0.0;            // sum of all strengths
};

struct Row {
  std::uint32_t from;
  std::uint32_t to;
  double weight;
};

// From links in both directions; parallel links are added.
Weighted weighted_of(std::size_t nodes, std::vector<Row> rows) {
  std::sort(rows.begin(), rows.end(), [](const Row& a, const Row& b) {
    return std::tie(a.from, a.to, a.weight) < std::tie(b.from, b.to, b.weight);
  });
  Weighted graph;
  graph.links.resize(nodes);
  graph.strength.resize(nodes);
  for (const Row& row : rows) {
    std::vector<Link>& links = graph.links[row.from];
    if (!links.empty() && links.back().to == row.to) {
      links.back().weight += row.weight;
    } else {
      links.push_back({row.to, row.weight});
    }
    graph.strength[row.from] += row.weight;
    graph.total += row.weight;
  }
  return graph;
}

class Louvain {
 public:
  explicit Louvain(const Weighted& graph) : graph_(graph), community_(graph.links.size()), sum_(graph.strength) {
    std::iota(community_.begin(), community_.end(), 0U);
    weight_to_.resize(graph.links.size());
  }

  // The community of each node, numbered from 0 without gaps, and whether any node moved.
  std::pair<std::vector<std::uint32_t>, bool> run() {
    constexpr int MostRounds = 100;
    bool any = false;
    for (int round = 0; round < MostRounds; ++round) {
      bool moved = false;
      for (std::uint32_t node = 0; node < community_.size(); ++node) {
        moved = move(node) || moved;
      }
      if (!moved) {
        break;
      }
      any = true;
    }
    return {numbered(), any};
  }

 private:
  bool move(std::uint32_t node) {
    constexpr double Noise = 1e-9;
    const std::uint32_t home = community_[node];
    std::vector<std::uint32_t> candidates = {home};
    for (const Link& link : graph_.links[node]) {
      if (link.to == node) {
        continue;
      }
      const std::uint32_t community = community_[link.to];
      if (weight_to_[community] == 0.0) {
        candidates.push_back(community);
      }
      weight_to_[community] += link.weight;
    }
    sum_[home] -= graph_.strength[node];
    const auto gain = [&](std::uint32_t community) {
      return weight_to_[community] - sum_[community] * graph_.strength[node] / graph_.total;
    };
    std::uint32_t best = home;
    std::sort(candidates.begin() + 1, candidates.end());
    for (const std::uint32_t community : candidates) {
      if (gain(community) > gain(best) + Noise) {
        best = community;
      }
    }
    for (const std::uint32_t community : candidates) {
      weight_to_[community] = 0.0;
    }
    sum_[best] += graph_.strength[node];
    community_[node] = best;
    return best != home;
  }

  std::vector<std::uint32_t> numbered() const {
    constexpr std::uint32_t Unset = 0xffffffffU;
    std::vector<std::uint32_t> number(community_.size(), Unset);
    std::vector<std::uint32_t> result;
    std::uint32_t next = 0;
    for (const std::uint32_t community : community_) {
      if (number[community] == Unset) {
        number[community] = next++;
      }
      result.push_back(number[community]);
    }
    return result;
  }

  const Weighted& graph_;
  std::vector<std::uint32_t> community_;
  std::vector<double> sum_;        // strength of each community
  std::vector<double> weight_to_;  // from the current node to each community
};

Weighted shrunk(const Weighted& graph, const std::vector<std::uint32_t>& community) {
  std::vector<Row> rows;
  for (std::uint32_t node = 0; node < community.size(); ++node) {
    for (const Link& link : graph.links[node]) {
      rows.push_back({community[node], community[link.to], link.weight});
    }
  }
  const std::uint32_t last = community.empty() ? 0 : *std::max_element(community.begin(), community.end());
  return weighted_of(last + std::size_t{1}, std::move(rows));
}

}  // namespace

std::vector<std::vector<Vertex>> groups(const Network& network, const RelationMatcher& matcher) {
  std::vector<Row> rows;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const auto source = static_cast<std::uint32_t>(boost::source(*edge, network));
    const auto target = static_cast<std::uint32_t>(boost::target(*edge, network));
    if (matcher(*edge) && source != target) {
      const double weight = std::max(0.001, static_cast<double>(network[*edge].confidence));
      rows.push_back({source, target, weight});
      rows.push_back({target, source, weight});
    }
  }
  Weighted graph = weighted_of(boost::num_vertices(network), std::move(rows));
  std::vector<char> related;
  std::transform(graph.strength.begin(), graph.strength.end(), std::back_inserter(related),
                 [](double strength) { return strength > 0.0 ? 1 : 0; });
  std::vector<std::uint32_t> community(boost::num_vertices(network));
  std::iota(community.begin(), community.end(), 0U);
  for (bool moved = graph.total > 0.0; moved;) {
    std::vector<std::uint32_t> next;
    std::tie(next, moved) = Louvain(graph).run();
    for (std::uint32_t& c : community) {
      c = next[c];
    }
    graph = shrunk(graph, next);
  }
  std::vector<std::vector<Vertex>> all(graph.links.size());
  for (Vertex v = 0; v < community.size(); ++v) {
    if (related[v] != 0) {
      all[community[v]].push_back(v);
    }
  }
  std::erase_if(all, [](const auto& members) { return members.empty(); });
  for (std::vector<Vertex>& members : all) {
    std::sort(members.begin(), members.end(), [&](Vertex a, Vertex b) { return network[a].id < network[b].id; });
  }
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    return std::tuple(b.size(), std::string_view(network[a.front()].id)) <
           std::tuple(a.size(), std::string_view(network[b.front()].id));
  });
  return all;
}

}  // namespace entente
