#include <entente/syntax/tree.hpp>

#include <algorithm>
#include <limits>
#include <numeric>

namespace entente {

namespace {

constexpr float Never = -std::numeric_limits<float>::infinity();
// Taken from every arc that leaves the root, so that the best arborescence has as few of them as can be: one.
constexpr float RootPenalty = 1e4F;

using Heads = std::vector<std::uint32_t>;

// The nodes of one cycle, or none.
std::vector<std::uint32_t> find_cycle(const Heads& heads) {
  std::vector<std::uint32_t> visited(heads.size(), 0);  // in which walk a node was seen
  for (std::uint32_t start = 1; start < heads.size(); ++start) {
    std::uint32_t v = start;
    while (v != 0 && visited[v] == 0) {
      visited[v] = start;
      v = heads[v];
    }
    if (v != 0 && visited[v] == start) {
      std::vector<std::uint32_t> cycle{v};
      for (std::uint32_t u = heads[v]; u != v; u = heads[u]) {
        cycle.push_back(u);
      }
      return cycle;
    }
  }
  return {};
}

// A square matrix of scores, [dependent][head], node 0 the root.
struct Graph {
  std::size_t size = 0;
  std::vector<float> scores;
  float& at(std::size_t dependent, std::size_t head) { return scores[dependent * size + head]; }
  float at(std::size_t dependent, std::size_t head) const { return scores[dependent * size + head]; }
};

Heads greedy(const Graph& graph) {
  Heads heads(graph.size, 0);
  for (std::uint32_t d = 1; d < graph.size; ++d) {
    for (std::uint32_t h = 1; h < graph.size; ++h) {
      if (graph.at(d, h) > graph.at(d, heads[d])) {
        heads[d] = h;
      }
    }
  }
  return heads;
}

// What one contraction did, so that it can be undone. The graph shrinks in place: the cycle becomes one node, which
// takes the place of its first node; the others become dead.
struct Contraction {
  std::vector<std::uint32_t> cycle;
  std::vector<std::uint32_t> cycle_heads;  // of each node of the cycle, inside it
  std::vector<std::uint32_t> enters;       // [head] the node of the cycle that a head from outside would govern
  std::vector<std::uint32_t> leaves;       // [dependent] the node of the cycle that governs it best
};

Contraction contract(Graph& graph, std::vector<std::uint8_t>& alive, const Heads& heads,
                     std::vector<std::uint32_t> cycle) {
  Contraction made;
  made.enters.assign(graph.size, 0);
  made.leaves.assign(graph.size, 0);
  std::vector<std::uint8_t> inside(graph.size, 0);
  for (const std::uint32_t v : cycle) {
    inside[v] = 1;
    made.cycle_heads.push_back(heads[v]);
  }
  const std::uint32_t node = cycle.front();
  std::vector<float> in(graph.size, Never);
  std::vector<float> out(graph.size, Never);
  for (const std::uint32_t v : cycle) {
    const float lost = graph.at(v, heads[v]);
    for (std::uint32_t u = 0; u < graph.size; ++u) {
      if (alive[u] == 0 || inside[u] != 0) {
        continue;
      }
      const float entering = graph.at(v, u) - lost;
      if (made.enters[u] == 0 || entering > in[u]) {
        in[u] = entering;
        made.enters[u] = v;
      }
      const float leaving = u == 0 ? Never : graph.at(u, v);
      if (made.leaves[u] == 0 || leaving > out[u]) {
        out[u] = leaving;
        made.leaves[u] = v;
      }
    }
  }
  for (const std::uint32_t v : cycle) {
    alive[v] = v == node ? 1 : 0;
  }
  for (std::uint32_t u = 0; u < graph.size; ++u) {
    if (alive[u] != 0 && u != node) {
      graph.at(node, u) = in[u];
      graph.at(u, node) = out[u];
    }
  }
  made.cycle = std::move(cycle);
  return made;
}

void update_heads(const Graph& graph, const std::vector<std::uint8_t>& alive, const Contraction& made, Heads& heads) {
  const std::uint32_t node = made.cycle.front();
  std::vector<std::uint8_t> inside(graph.size, 0);
  for (const std::uint32_t v : made.cycle) {
    inside[v] = 1;
    heads[v] = 0;  // dead nodes are out of the way of the search for cycles
  }
  for (std::uint32_t u = 0; u < graph.size; ++u) {
    if (alive[u] == 0 || u == node) {
      continue;
    }
    if (u != 0 && inside[heads[u]] != 0) {
      heads[u] = node;
    }
    if (graph.at(node, u) > graph.at(node, heads[node])) {
      heads[node] = u;
    }
  }
}

Heads arborescence(Graph& graph) {
  Heads heads = greedy(graph);
  std::vector<std::uint8_t> alive(graph.size, 1);
  std::vector<Contraction> history;
  for (std::vector<std::uint32_t> cycle = find_cycle(heads); !cycle.empty(); cycle = find_cycle(heads)) {
    history.push_back(contract(graph, alive, heads, std::move(cycle)));
    update_heads(graph, alive, history.back(), heads);
  }
  for (auto made = history.rbegin(); made != history.rend(); ++made) {
    const std::uint32_t node = made->cycle.front();
    const std::uint32_t from = heads[node];
    for (std::uint32_t u = 1; u < graph.size; ++u) {
      // alive outside the cycle and governed by it: give the governor inside
      if (alive[u] != 0 && u != node && heads[u] == node) {
        heads[u] = made->leaves[u];
      }
    }
    for (std::size_t i = 0; i < made->cycle.size(); ++i) {
      alive[made->cycle[i]] = 1;
      heads[made->cycle[i]] = made->cycle_heads[i];
    }
    heads[made->enters[from]] = from;
  }
  return heads;
}

std::size_t count_roots(const Heads& heads) {
  return static_cast<std::size_t>(std::count(heads.begin() + 1, heads.end(), 0U));
}

}  // namespace

std::vector<std::uint32_t> best_tree(std::span<const float> scores, std::size_t size, std::size_t stride) {
  Graph graph{size + 1, std::vector<float>((size + 1) * (size + 1), Never)};
  for (std::size_t d = 1; d <= size; ++d) {
    for (std::size_t h = 0; h <= size; ++h) {
      graph.at(d, h) = h == d ? Never : scores[d * stride + h];
    }
  }
  Heads heads = greedy(graph);
  if (size == 0 || (count_roots(heads) == 1 && find_cycle(heads).empty())) {
    return heads;
  }
  for (std::size_t d = 1; d <= size; ++d) {
    graph.at(d, 0) -= RootPenalty;
  }
  return arborescence(graph);
}

}  // namespace entente
