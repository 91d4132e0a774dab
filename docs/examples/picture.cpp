// An article becomes a picture.
#include <iostream>

#include <entente/base/files.hpp>
#include <entente/entente.hpp>
#include <entente/render/render.hpp>

int main(int argc, char** argv) try {
  const std::string path = argc > 1 ? argv[1] : "data/articles/summit-visit.txt";
  const entente::Pipeline pipeline;
  const entente::Network network = pipeline.read({.source = path, .text = entente::read_file(path)});
  entente::write_file("picture.svg", entente::render(network, {.top = 12}));
} catch (const entente::Error& error) {  // the file is not there, or cannot be written; never because of its text
  std::cerr << error.what() << "\n";
  return 1;
}
