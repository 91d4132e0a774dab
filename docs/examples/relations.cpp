// Reads an article and prints what it tells, with the sentence that says so.
#include <iostream>

#include <entente/entente.hpp>

int main() {
  const entente::Pipeline pipeline;  // tens of milliseconds; one serves a whole program and all its threads
  const entente::Network network = pipeline.read({
      .id = "summit",
      .date = "2022-12-22",
      .text = "Volodymyr Zelensky flew to Washington on Wednesday. The Ukrainian president met Joe Biden at the White "
              "House.",
  });

  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    const entente::Actor& actor = network[*vertex];
    std::cout << actor.name << ": " << entente::actor_kind_name(actor.kind) << "\n";
  }
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const entente::Relation& relation = network[*edge];
    std::cout << network[boost::source(*edge, network)].name << " " << relation.type << " "
              << network[boost::target(*edge, network)].name << ": " << relation.evidence.front().text << "\n";
  }
}
