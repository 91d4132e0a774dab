// An outside program that reads and writes, and draws nothing.
#include <iostream>

#include <entente/entente.hpp>
#include <entente/formats/graphml.hpp>

int main() try {
  const entente::Pipeline pipeline({.model = "fast"});
  std::cout << entente::write_graphml(pipeline.read({.text = "Angela Merkel met Emmanuel Macron in Paris on Monday."}));
  return 0;
} catch (const entente::Error& error) {
  std::cerr << error.what() << "\n";
  return 1;
}
