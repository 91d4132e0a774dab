// A program's own actors and relations, which win over those that ship.
#include <iostream>

#include <entente/entente.hpp>

int main() {
  entente::PipelineOptions options;
  // name, type, aliases divided by |, gender, country
  options.user_actors = "Borealis Pact\torganisation\tthe Pact|Borealis\n";
  // A type (name, label, family, directed or sym, CAMEO, PLOVER, meaning), then what tells it.
  options.user_relations =
      "type\tlobbies\tlobbies\tstatement\tdirected\t02\tREQUEST\tthe one tries to win the other over\n"
      "[lobbies]\n"
      "A lobby/court/woo B\n";
  const entente::Pipeline pipeline(options);

  const entente::Network network = pipeline.read({.text = "Norway lobbied Borealis last week."});
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    std::cout << network[boost::source(*edge, network)].name << " " << network[*edge].type << " "
              << network[boost::target(*edge, network)].name << "\n";
  }
}
