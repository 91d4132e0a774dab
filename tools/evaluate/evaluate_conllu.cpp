// Scores a system's CoNLL-U against the annotated one: evaluate_conllu GOLD.conllu SYSTEM.conllu [--json]
#include <cstdio>
#include <exception>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/formats/conllu.hpp>

#include "metrics.hpp"

int main(int argc, char** argv) {
  CLI::App app("Scores words, sentences, tags, lemmas and trees as the CoNLL 2018 shared task did.");
  app.footer(
      "Example: entente explain --conllu ewt-dev.conllu > ours.conllu && evaluate_conllu ewt-dev.conllu ours.conllu");
  std::string gold;
  std::string system;
  bool as_json = false;
  app.add_option("gold", gold, "the annotated .conllu file")->required();
  app.add_option("system", system, "the .conllu file of the same text to be scored")->required();
  app.add_flag("--json", as_json, "print JSON");
  CLI11_PARSE(app, argc, argv);
  try {
    entente::train::print_metrics(
        entente::train::score_conllu(entente::read_conllu(entente::read_file(gold), gold),
                                     entente::read_conllu(entente::read_file(system), system)),
        as_json);
  } catch (const std::exception& error) {
    fmt::print(stderr, "evaluate_conllu: {}\n", error.what());
    return 1;
  }
  return 0;
}
