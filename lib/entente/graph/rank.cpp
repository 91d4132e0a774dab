#include <entente/graph/rank.hpp>

#include <algorithm>
#include <array>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <boost/graph/page_rank.hpp>

#include <entente/base/error.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, 4> Names = {"pagerank", "betweenness", "degree", "mentions"};

using Ends = std::vector<std::pair<Vertex, Vertex>>;
// Compressed and without properties, because the algorithms visit all relations many times.
using Packed = boost::compressed_sparse_row_graph<boost::directedS>;

// Each relation in both directions.
Ends both_ways(const Network& network, const RelationMatcher& matcher) {
  Ends ends;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    if (matcher(*edge)) {
      ends.emplace_back(boost::source(*edge, network), boost::target(*edge, network));
      ends.emplace_back(ends.back().second, ends.back().first);
    }
  }
  std::sort(ends.begin(), ends.end());
  return ends;
}

std::vector<double> pagerank(const Network& network, const RelationMatcher& matcher) {
  constexpr int Rounds = 50;  // the error shrinks by the damping factor each: 0.85^50 < 0.0003
  const std::size_t actors = boost::num_vertices(network);
  const Ends ends = both_ways(network, matcher);
  const Packed graph(boost::edges_are_sorted, ends.begin(), ends.end(), actors);
  std::vector<double> score(actors);
  boost::graph::page_rank(graph,
                          boost::make_iterator_property_map(score.begin(), boost::get(boost::vertex_index, graph)),
                          boost::graph::n_iterations(Rounds));
  double sum = 0.0;
  for (const double s : score) {
    sum += s;
  }
  for (double& s : score) {
    s = sum > 0.0 ? s / sum : 0.0;
  }
  return score;
}

std::vector<double> betweenness(const Network& network, const RelationMatcher& matcher) {
  const std::size_t actors = boost::num_vertices(network);
  Ends ends = both_ways(network, matcher);
  ends.erase(std::unique(ends.begin(), ends.end()), ends.end());  // one edge per pair, however many relations it has
  constexpr double MostSteps = 2e9;                               // some ten seconds
  if (static_cast<double>(actors) * static_cast<double>(ends.size()) > MostSteps) {
    throw Error(ErrorCode::Usage, "betweenness",
                fmt::format("of {} actors with {} pairs would take too long; rank by pagerank, or only a part of the "
                            "graph (--type, --min-confidence, ego)",
                            actors, ends.size() / 2));
  }
  const Packed graph(boost::edges_are_sorted, ends.begin(), ends.end(), actors);
  std::vector<double> score(actors);
  boost::brandes_betweenness_centrality(
      graph, boost::make_iterator_property_map(score.begin(), boost::get(boost::vertex_index, graph)));
  const double pairs = actors > 2 ? static_cast<double>(actors - 1) * static_cast<double>(actors - 2) : 1.0;
  for (double& s : score) {
    s /= pairs;
  }
  return score;
}

std::vector<double> degrees(const Network& network, const RelationMatcher& matcher) {
  std::vector<double> score(boost::num_vertices(network));
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    if (matcher(*edge)) {
      ++score[boost::source(*edge, network)];
      ++score[boost::target(*edge, network)];
    }
  }
  return score;
}

std::vector<double> mentions(const Network& network) {
  std::vector<double> score;
  for (Vertex v = 0; v < boost::num_vertices(network); ++v) {
    score.push_back(static_cast<double>(network[v].mentions.size()));
  }
  return score;
}

std::vector<double> scores(const Network& network, RankBy by, const RelationMatcher& matcher) {
  switch (by) {
    case RankBy::Pagerank:
      return pagerank(network, matcher);
    case RankBy::Betweenness:
      return betweenness(network, matcher);
    case RankBy::Degree:
      return degrees(network, matcher);
    case RankBy::Mentions:
      break;
  }
  return mentions(network);
}

}  // namespace

std::optional<RankBy> rank_by(std::string_view name) {
  const auto* const found = std::find(Names.begin(), Names.end(), name);
  return found == Names.end() ? std::nullopt : std::optional(static_cast<RankBy>(found - Names.begin()));
}

std::vector<RankedActor> rank(const Network& network, RankBy by, const RelationMatcher& matcher) {
  if (boost::num_vertices(network) == 0) {
    return {};
  }
  const std::vector<double> score = scores(network, by, matcher);
  std::vector<RankedActor> ranked;
  for (Vertex v = 0; v < score.size(); ++v) {
    ranked.push_back({v, score[v]});
  }
  std::sort(ranked.begin(), ranked.end(), [&](const RankedActor& a, const RankedActor& b) {
    return std::tuple(b.score, std::string_view(network[a.actor].id)) <
           std::tuple(a.score, std::string_view(network[b.actor].id));
  });
  return ranked;
}

}  // namespace entente
