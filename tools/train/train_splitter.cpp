// Trains the splitting of text into words and sentences, and measures it on raw text.
#include <cstdio>
#include <exception>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/text/split_model.hpp>
#include <entente_train/splitter_score.hpp>
#include <entente_train/splitter_trainer.hpp>

namespace {

using entente::TreebankParagraph;

struct Request {
  std::vector<std::string> treebanks;
  std::vector<std::string> measured;
  std::string out;
  std::string held_out;  // "K/N": leave out every N-th document from the K-th on and measure on them
  bool errors = false;
  entente::SplitterOptions options;
};

entente::Reader reader_of(const std::vector<std::byte>& section) {
  entente::ModelWriter writer;
  writer.add(entente::SplitterSection, entente::SplitterVersion, section);
  static const std::vector<std::byte> model = writer.bytes();
  return entente::Reader(entente::Model::view(model, "splitter"));
}

void measure(const entente::Reader& reader, const std::string& name, const std::vector<TreebankParagraph>& text,
             bool errors) {
  const entente::SplitterScore score = entente::score_splitter(reader, text);
  fmt::print("{}: words F1 {:.2f}, sentences F1 {:.2f} (gold {}, found {}, right {})\n", name, score.words.f1(),
             score.sentences.f1(), score.sentences.gold, score.sentences.found, score.sentences.correct);
  if (errors) {
    for (const std::string& error : score.word_errors) {
      fmt::print("  word {}\n", error);
    }
    for (const std::string& error : score.sentence_errors) {
      fmt::print("  sentence {}\n", error);
    }
  }
}

void run(const Request& request) {
  std::vector<TreebankParagraph> training;
  std::vector<std::pair<std::string, std::vector<TreebankParagraph>>> held;
  std::size_t part = 0;
  std::size_t parts = 0;
  if (!request.held_out.empty()) {
    part = std::stoul(request.held_out);
    parts = std::stoul(request.held_out.substr(request.held_out.find('/') + 1));
  }
  for (const std::string& path : request.treebanks) {
    held.emplace_back(path + " (held out)", std::vector<TreebankParagraph>{});
    std::size_t document = 0;
    for (TreebankParagraph& paragraph : entente::read_treebank_text(path)) {
      document += paragraph.new_document ? 1 : 0;
      auto& where = parts != 0 && document % parts == part ? held.back().second : training;
      where.push_back(std::move(paragraph));
    }
  }
  const std::vector<std::byte> section = entente::train_splitter(std::move(training), request.options);
  fmt::print("section: {} bytes\n", section.size());
  if (!request.out.empty()) {
    entente::write_file(request.out, {reinterpret_cast<const char*>(section.data()), section.size()});
  }
  const entente::Reader reader = reader_of(section);
  for (const auto& [name, text] : held) {
    if (!text.empty()) {
      measure(reader, name, text, request.errors);
    }
  }
  for (const std::string& path : request.measured) {
    measure(reader, path, entente::read_treebank_text(path), request.errors);
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Trains the splitting of text into words and sentences on CoNLL-U treebanks.");
  app.footer(
      "Example: train_splitter --out splitter.section ewt-train.conllu gum-train.conllu --measure ewt-dev.conllu");
  Request request;
  app.add_option("treebanks", request.treebanks, "CoNLL-U files to learn from")->required();
  app.add_option("--out", request.out, "the section to write");
  app.add_option("--measure", request.measured, "CoNLL-U files to measure on, as raw text");
  app.add_option("--hold-out", request.held_out, "K/N: leave every N-th document out of the training, measure on it");
  app.add_flag("--errors", request.errors, "print every error");
  app.add_option("--epochs", request.options.sentences.epochs, "epochs of the sentence model")->capture_default_str();
  app.add_option("--rate", request.options.sentences.rate, "step of the sentence model")->capture_default_str();
  app.add_option("--ridge", request.options.sentences.ridge, "penalty of the sentence model")->capture_default_str();
  app.add_option("--sentence-bias", request.options.sentence_bias, "log-odds added")->capture_default_str();
  app.add_option("--min-count", request.options.sentences.min_count, "of features")->capture_default_str();
  app.add_option("--word-ridge", request.options.words.ridge, "penalty of the word model")->capture_default_str();
  app.add_option("--word-epochs", request.options.words.epochs, "epochs of the word model")->capture_default_str();
  app.add_option("--glue", request.options.glue, "share of sentences glued together")->capture_default_str();
  app.add_option("--weight-slots", request.options.weight_slots, "size of the table of weights")->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  try {
    run(request);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_splitter: {}\n", error.what());
    return 1;
  }
  return 0;
}
