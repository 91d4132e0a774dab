// Learns the weights by which pronouns are ranked: train_pronouns GUM-TRAIN.conllu --output pronoun_weights.tsv
// The treebank's MISC column holds entities (Entity=); tags, trees and names are those of the model that is compiled
// in.
#include <cstdio>
#include <exception>
#include <string>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente_train/pronoun_trainer.hpp>

namespace {

constexpr const char* Head =
    "# How pronouns are ranked: the weights of features of their candidates. Columns: pronouns (person: he, she; "
    "thing: it;\n"
    "# several: they), feature and value (lib/entente/actors/pronoun_features.hpp), weight. Learned by\n"
    "# tools/train/train_pronouns from the training part of UD English GUM (annotations CC BY 4.0).\n";

void run(const std::string& model, std::size_t every, const std::string& input, const std::string& dev,
         const std::string& output, const entente::train::PronounTrainerOptions& options) {
  const auto examples =
      entente::train::pronoun_examples(entente::read_conllu(entente::read_file(input), input), model, every);
  const auto weights = entente::train::train_pronouns(examples, options);
  fmt::print("{} pronouns, {:.1f} % right after training\n", examples.size(),
             100.0 * entente::train::accuracy(weights, examples));
  if (!dev.empty()) {
    const auto held = entente::train::pronoun_examples(entente::read_conllu(entente::read_file(dev), dev), model);
    fmt::print("{} pronouns held out, {:.1f} % right\n", held.size(), 100.0 * entente::train::accuracy(weights, held));
  }
  entente::write_file(output, Head + entente::write_pronoun_weights(weights));
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Learns whom pronouns mean from a treebank with entities.");
  app.footer(
      "Example: train_pronouns gum-train.conllu --prior tools/train/pronoun_prior.tsv --output "
      "data/lexicon/pronoun_weights.tsv");
  std::string input;
  std::string dev;
  std::string output;
  std::string prior;
  std::string model = "accurate";
  std::size_t every = 1;
  entente::train::PronounTrainerOptions options;
  app.add_option("treebank", input, "the .conllu file with Entity= in its MISC column")->required();
  app.add_option("--dev", dev, "another one, to measure with");
  app.add_option("--model", model, "accurate, fast, or a model file");
  app.add_option("--every", every,
                 "read the last of so many documents: those that taught no links (HELD_OUT in windows.py)")
      ->check(CLI::PositiveNumber);
  app.add_flag("--only-links", options.only_links, "learn the weights of the learned links and keep all others");
  app.add_option("--output", output, "where to write the weights")->required();
  app.add_option("--prior", prior, "weights to begin with, as written by this program or by hand");
  app.add_option("--epochs", options.epochs, "how often to go through the examples");
  app.add_option("--ridge", options.ridge, "L2 penalty");
  CLI11_PARSE(app, argc, argv);
  try {
    if (!prior.empty()) {
      options.prior = entente::read_pronoun_weights(entente::read_file(prior), prior);
    }
    run(model, every, input, dev, output, options);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_pronouns: {}\n", error.what());
    return 1;
  }
  return 0;
}
