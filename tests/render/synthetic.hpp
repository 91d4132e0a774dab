// Networks of any size for tests and benchmarks of pictures.
#pragma once

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include <entente/graph/network.hpp>

#include <graph/networks.hpp>

namespace entente::test {

// A network as articles give them: a few hubs, half as many lines again as actors, kinds and statuses mixed.
inline Network synthetic(std::size_t actors, unsigned seed) {
  const std::vector<std::string> names = {"emmanuel-macron",
                                          "united-states/country",
                                          "world-health-organization/organisation",
                                          "geneva/place",
                                          "protesters/group",
                                          "northern-alliance-for-progress/organisation",
                                          "li",
                                          "bosnia-and-herzegovina/country",
                                          "the-treaty/other",
                                          "jean-claude-juncker"};
  const std::vector<std::string> types = {
      "meets",         "supports",       "attacks", "criticizes",           "leads", "visits", "sanctions(possible)",
      "aids(planned)", "warns(negated)", "member",  "negotiates(requested)"};
  std::mt19937 random(seed);
  const auto pick = [&](std::size_t n) { return random() % n; };
  const auto actor = [&](std::size_t i) {
    const auto& name = names[i % names.size()];
    const auto slash = std::min(name.find('/'), name.size());
    return name.substr(0, slash) + (i < names.size() ? "" : "-" + std::to_string(i / names.size())) +
           name.substr(slash);
  };
  std::vector<std::string> rows;
  for (std::size_t i = 1; i < actors + actors / 2; ++i) {
    const auto a = i < actors ? i : pick(actors);
    const auto b = i < actors ? pick(std::min<std::size_t>(i, 1 + i / 3)) : pick(actors);
    if (a != b) {
      rows.push_back(actor(a) + " -" + types[pick(types.size())] + "-> " + actor(b));
    }
  }
  auto net = network(rows);
  for (Vertex v = 0; v < boost::num_vertices(net); ++v) {
    net[v].salience = 1.0F / static_cast<float>(v + 2);
  }
  return net;
}

}  // namespace entente::test
