// An outside program that embeds entente: reads one sentence and prints the relations that it tells.
#include <iostream>

#include <entente/entente.hpp>

int main() try {
  const entente::Pipeline pipeline;
  const entente::Network network = pipeline.read({.text = "Angela Merkel met Emmanuel Macron in Paris on Monday."});
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    std::cout << network[boost::source(*edge, network)].name << " -" << network[*edge].type << "-> "
              << network[boost::target(*edge, network)].name << "\n";
  }
  return 0;
} catch (const entente::Error& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
