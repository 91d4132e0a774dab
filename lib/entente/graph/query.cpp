#include <entente/graph/query.hpp>

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>
#include <utility>

namespace entente::inline v0_1 {

namespace {

constexpr unsigned Unreached = 0xffffffffU;

template <typename Visit>
void for_edges(const Network& network, Vertex v, Direction direction, const RelationMatcher& matcher, Visit visit) {
  if (direction != Direction::In) {
    for (auto [edge, end] = boost::out_edges(v, network); edge != end; ++edge) {
      if (matcher(*edge)) {
        visit(*edge, boost::target(*edge, network));
      }
    }
  }
  if (direction != Direction::Out) {
    for (auto [edge, end] = boost::in_edges(v, network); edge != end; ++edge) {
      if (matcher(*edge)) {
        visit(*edge, boost::source(*edge, network));
      }
    }
  }
}

// Edges as the network stores them: by source, then in the order in which they were added.
void sort_by_place(const Network& network, std::vector<Edge>& edges) {
  const auto place = [&](const Edge& edge) {
    const Relation& relation = network[edge];
    const bool bare = relation.evidence.empty();
    return std::tuple(bare ? 0U : relation.evidence.front().article, bare ? Span() : relation.evidence.front().sentence,
                      bare ? Span() : relation.evidence.front().predicate, boost::source(edge, network),
                      boost::target(edge, network), std::string_view(relation.type), relation.status);
  };
  std::stable_sort(edges.begin(), edges.end(), [&](const Edge& a, const Edge& b) { return place(a) < place(b); });
}

}  // namespace

std::vector<Neighbor> neighbors(const Network& network, Vertex actor, const NeighborOptions& options,
                                const RelationMatcher& matcher) {
  std::vector<unsigned> distance(boost::num_vertices(network), Unreached);
  std::vector<std::size_t> at(boost::num_vertices(network));
  std::vector<Neighbor> found;
  std::vector<Vertex> level = {actor};
  distance[actor] = 0;
  for (unsigned depth = 1; depth <= options.depth && !level.empty(); ++depth) {
    std::vector<Vertex> next;
    for (const Vertex v : level) {
      for_edges(network, v, options.direction, matcher, [&](const Edge& edge, Vertex other) {
        if (distance[other] == Unreached) {
          distance[other] = depth;
          at[other] = found.size();
          found.push_back({other, depth, {}});
          next.push_back(other);
        }
        if (distance[other] == depth) {
          found[at[other]].edges.push_back(edge);
        }
      });
    }
    level = std::move(next);
  }
  for (Neighbor& neighbor : found) {
    sort_by_place(network, neighbor.edges);
  }
  std::sort(found.begin(), found.end(), [&](const Neighbor& a, const Neighbor& b) {
    return std::tuple(a.distance, b.edges.size(), std::string_view(network[a.actor].id)) <
           std::tuple(b.distance, a.edges.size(), std::string_view(network[b.actor].id));
  });
  return found;
}

std::vector<Edge> between(const Network& network, Vertex a, Vertex b, const RelationMatcher& matcher) {
  // The one with fewer relations is searched: the other may be at the center of everything.
  const auto degree = [&](Vertex v) { return boost::out_degree(v, network) + boost::in_degree(v, network); };
  const Vertex fewer = degree(a) <= degree(b) ? a : b;
  const Vertex wanted = fewer == a ? b : a;
  std::vector<Edge> edges;
  for_edges(network, fewer, Direction::Both, matcher, [&](const Edge& edge, Vertex other) {
    if (other == wanted) {
      edges.push_back(edge);
    }
  });
  sort_by_place(network, edges);
  return edges;
}

std::vector<CommonActor> common(const Network& network, Vertex a, Vertex b, const RelationMatcher& matcher) {
  std::map<Vertex, CommonActor> all;
  for_edges(network, a, Direction::Both, matcher,
            [&](const Edge& edge, Vertex other) { all[other].to_first.push_back(edge); });
  for_edges(network, b, Direction::Both, matcher, [&](const Edge& edge, Vertex other) {
    if (const auto known = all.find(other); known != all.end()) {
      known->second.to_second.push_back(edge);
    }
  });
  std::vector<CommonActor> found;
  for (auto& [actor, entry] : all) {
    if (!entry.to_second.empty() && actor != a && actor != b) {
      entry.actor = actor;
      sort_by_place(network, entry.to_first);
      sort_by_place(network, entry.to_second);
      found.push_back(std::move(entry));
    }
  }
  const auto less = [](const CommonActor& entry) { return std::min(entry.to_first.size(), entry.to_second.size()); };
  std::sort(found.begin(), found.end(), [&](const CommonActor& x, const CommonActor& y) {
    return std::tuple(less(y), std::string_view(network[x.actor].id)) <
           std::tuple(less(x), std::string_view(network[y.actor].id));
  });
  return found;
}

std::vector<std::vector<Vertex>> components(const Network& network, const RelationMatcher& matcher) {
  std::vector<char> seen(boost::num_vertices(network));
  std::vector<std::vector<Vertex>> all;
  for (Vertex start = 0; start < boost::num_vertices(network); ++start) {
    if (seen[start] != 0) {
      continue;
    }
    seen[start] = 1;
    std::vector<Vertex> members = {start};
    for (std::size_t i = 0; i < members.size(); ++i) {
      for_edges(network, members[i], Direction::Both, matcher, [&](const Edge& /*edge*/, Vertex other) {
        if (seen[other] == 0) {
          seen[other] = 1;
          members.push_back(other);
        }
      });
    }
    std::sort(members.begin(), members.end(), [&](Vertex a, Vertex b) { return network[a].id < network[b].id; });
    all.push_back(std::move(members));
  }
  std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) {
    return std::tuple(b.size(), std::string_view(network[a.front()].id)) <
           std::tuple(a.size(), std::string_view(network[b.front()].id));
  });
  return all;
}

std::vector<TimelineEntry> timeline(const Network& network, std::optional<Vertex> actor,
                                    const RelationMatcher& matcher) {
  std::vector<Edge> edges;
  if (actor) {
    for_edges(network, *actor, Direction::Both, matcher,
              [&](const Edge& edge, Vertex /*other*/) { edges.push_back(edge); });
  } else {
    const auto [begin, end] = boost::edges(network);
    std::copy_if(begin, end, std::back_inserter(edges), [&](const Edge& edge) { return matcher(edge); });
  }
  sort_by_place(network, edges);
  std::vector<TimelineEntry> entries;
  for (const Edge& edge : edges) {
    const std::vector<Evidence>& evidence = network[edge].evidence;
    for (std::size_t i = 0; i < evidence.size(); ++i) {
      const EvidenceDays days = days_of(network, evidence[i]);
      if (!days.from.empty() && matcher.matches(evidence[i])) {
        entries.push_back({std::string(days.from), std::string(days.to), days.of_article, edge, i});
      }
    }
  }
  std::stable_sort(entries.begin(), entries.end(), [](const TimelineEntry& a, const TimelineEntry& b) {
    return std::tie(a.from, a.to) < std::tie(b.from, b.to);
  });
  return entries;
}

Network subgraph(const Network& network, const std::vector<Vertex>& actors, const RelationMatcher& matcher) {
  constexpr auto Outside = static_cast<Vertex>(-1);
  Network part;
  part.set_relation_types(network.shared_relation_types());
  part[boost::graph_bundle] = network[boost::graph_bundle];
  std::vector<Vertex> chosen = actors;
  if (chosen.empty()) {
    chosen.resize(boost::num_vertices(network));
    std::iota(chosen.begin(), chosen.end(), Vertex{0});
  }
  std::sort(chosen.begin(), chosen.end());
  std::vector<Vertex> place(boost::num_vertices(network), Outside);
  for (const Vertex v : chosen) {
    if (place[v] == Outside) {
      place[v] = boost::add_vertex(network[v], part);
    }
  }
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const Vertex source = place[boost::source(*edge, network)];
    const Vertex target = place[boost::target(*edge, network)];
    if (source != Outside && target != Outside && matcher(*edge)) {
      boost::add_edge(source, target, network[*edge], part);
    }
  }
  return part;
}

Network ego(const Network& network, Vertex actor, unsigned depth, const RelationMatcher& matcher) {
  std::vector<Vertex> actors = {actor};
  for (const Neighbor& neighbor : neighbors(network, actor, {.depth = depth, .direction = Direction::Both}, matcher)) {
    actors.push_back(neighbor.actor);
  }
  return subgraph(network, actors, matcher);
}

}  // namespace entente
