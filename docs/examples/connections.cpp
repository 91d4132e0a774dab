// Who is connected to whom: a network is read from a file, or from an article, and asked.
#include <iostream>

#include <entente/base/files.hpp>
#include <entente/entente.hpp>
#include <entente/formats/json.hpp>
#include <entente/graph/find_actor.hpp>
#include <entente/graph/query.hpp>
#include <entente/graph/rank.hpp>

int main() try {
  const entente::Pipeline pipeline;
  const entente::Network network = pipeline.read({
      .text =
          "Alexander Lukashenko met Vladimir Putin. Putin visited China. Xi Jinping, the president of China, did not "
          "meet Lukashenko.",
  });
  entente::write_file("connections.json", entente::write_json(network));
  const entente::Network saved = entente::read_json(entente::read_file("connections.json"), "connections.json");

  // Any of an actor's names, in any case; a name that nobody has is an Error that says who is near.
  const entente::Vertex lukashenko = entente::find_actor(saved, "lukashenko");
  const entente::Vertex xi = entente::find_actor(saved, "xi");

  // What is said not to hold connects nobody.
  const entente::RelationMatcher holds(saved, {.negated = false});
  for (const auto& path : entente::find_paths(saved, lukashenko, xi, {}, holds).paths) {
    for (const entente::Edge edge : path.edges) {
      std::cout << saved[boost::source(edge, saved)].name << " " << saved[edge].type << " "
                << saved[boost::target(edge, saved)].name << ": " << saved[edge].evidence.front().text << "\n";
    }
  }
  for (const auto& [actor, score] : entente::rank(saved, entente::RankBy::Pagerank)) {
    std::cout << score << " " << saved[actor].name << "\n";
  }
} catch (const entente::Error& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
