// Three algorithms of Boost.Graph on the network as it is: who matters, who stands between others, how far is it.
#include <algorithm>
#include <iostream>
#include <vector>

#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/breadth_first_search.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/graph/visitors.hpp>

#include <entente/entente.hpp>

int main() {
  const entente::Pipeline pipeline;
  const entente::Network network = pipeline.read({
      .text =
          "Cuba and Norway mediated between Colombia and the FARC. Álvaro Uribe accused Juan Manuel Santos of treason. "
          "Santos, the president of Colombia, met Raúl Castro, the president of Cuba. Uribe criticised the FARC.",
  });
  const std::size_t size = boost::num_vertices(network);
  const auto index = boost::get(boost::vertex_index, network);

  // 1. PageRank: an actor matters when actors that matter do something to it.
  std::vector<double> rank(size);
  boost::graph::page_rank(network, boost::make_iterator_property_map(rank.begin(), index));

  // 2. Betweenness (Brandes 2001): on how many shortest ways between others an actor lies.
  std::vector<double> betweenness(size);
  boost::brandes_betweenness_centrality(network, boost::make_iterator_property_map(betweenness.begin(), index));

  for (std::size_t v = 0; v < size; ++v) {
    std::cout << network[v].name << ": rank " << rank[v] << ", betweenness " << betweenness[v] << "\n";
  }

  // 3. Breadth-first search: how many relations lead from the first actor to each other.
  if (size > 0) {
    std::vector<int> steps(size, 0);
    const auto distance = boost::make_iterator_property_map(steps.begin(), index);
    boost::breadth_first_search(
        network, boost::vertex(0, network),
        boost::visitor(boost::make_bfs_visitor(boost::record_distances(distance, boost::on_tree_edge()))));
    std::cout << "the farthest from " << network[0].name << " is " << *std::max_element(steps.begin(), steps.end())
              << " steps away\n";
  }
}
