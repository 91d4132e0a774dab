// The raw text of a treebank, as the CoNLL 2018 shared task gave it: paragraphs with an empty line between, spaces as
// the words have them: raw_text FILE.conllu > FILE.txt
#include <cstdio>
#include <exception>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/formats/conllu.hpp>

int main(int argc, char** argv) {
  CLI::App app("Prints the raw text of a treebank, to be split into sentences and words again.");
  std::string path;
  app.add_option("treebank", path, "a .conllu file")->required();
  CLI11_PARSE(app, argc, argv);
  try {
    fmt::print("{}\n", entente::read_conllu(entente::read_file(path), path).document.text);
  } catch (const std::exception& error) {
    fmt::print(stderr, "raw_text: {}\n", error.what());
    return 1;
  }
  return 0;
}
