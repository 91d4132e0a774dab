// Learns lemmas from treebanks: train_lemmas -o lemmas.bin ewt-train.conllu gum-train.conllu [--check dev.conllu]
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/formats/conllu.hpp>
#include <entente/model/resources.hpp>
#include <entente/tagging/lemmatizer.hpp>

#include <entente_train/lemma_trainer.hpp>

namespace {

constexpr int Repeats = 10;  // of what is timed

// Lemmas from the annotated tags against the annotated lemmas.
void check(const entente::Lemmatizer& lemmatizer, const std::string& path, std::size_t show) {
  const entente::Treebank bank = entente::read_conllu(entente::read_file(path), path);
  entente::Tagging tagging = bank.tagging;
  const std::clock_t begin = std::clock();
  for (int i = 0; i < Repeats; ++i) {
    lemmatizer.lemmatize(bank.document, tagging);
  }
  const double seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC / Repeats;
  std::size_t right = 0;
  std::map<std::string, int> errors;
  for (entente::TokenId t = 0; t < tagging.lemmas.size(); ++t) {
    if (tagging.lemma(t) == bank.tagging.lemma(t) || bank.tagging.lemma(t).empty()) {
      ++right;
    } else {
      ++errors[fmt::format("{} {} {}: {} for {}", bank.document.form(t), upos_name(tagging.upos(t)),
                           tagging.bundles[tagging.tags[t].bundle].text, tagging.lemma(t), bank.tagging.lemma(t))];
    }
  }
  const auto words = static_cast<double>(tagging.lemmas.size());
  fmt::print("{}: {:.2f} % of {} lemmas right with annotated tags, {:.1f} million words a second\n", path,
             100.0 * static_cast<double>(right) / words, tagging.lemmas.size(), words / seconds / 1e6);
  std::vector<std::pair<int, std::string>> sorted;
  sorted.reserve(errors.size());
  for (const auto& [what, count] : errors) {
    sorted.emplace_back(-count, what);
  }
  std::sort(sorted.begin(), sorted.end());
  for (std::size_t i = 0; i < std::min(show, sorted.size()); ++i) {
    fmt::print("  {:>4}  {}\n", -sorted[i].first, sorted[i].second);
  }
}

void train(const std::vector<std::string>& paths, const std::string& out, const std::vector<std::string>& checks,
           std::size_t show) {
  std::vector<entente::Treebank> banks;
  banks.reserve(paths.size());
  for (const std::string& path : paths) {
    banks.push_back(entente::read_conllu(entente::read_file(path), path));
  }
  const auto listed = entente::train::read_listed_words(entente::resource("lexicon/irregular.tsv"));
  const entente::train::LemmaSection section = entente::train::train_lemmas(banks, listed);
  entente::write_file(out, {reinterpret_cast<const char*>(section.bytes.data()), section.bytes.size()});
  fmt::print("{}: {} bytes; {} rules, {} words of their own, {} ends of words, {} stems\n", out, section.bytes.size(),
             section.rules, section.words, section.endings, section.stems);
  const entente::Lemmatizer lemmatizer(section.bytes, out);
  for (const std::string& path : checks) {
    check(lemmatizer, path, show);
  }
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Learns the lemmas of words from treebanks; writes the section \"lemmas\" (version 1) of a model.");
  app.footer("Example: train_lemmas -o build/lemmas.bin ewt-train.conllu gum-train.conllu --check ewt-dev.conllu");
  std::vector<std::string> treebanks;
  std::vector<std::string> checks;
  std::string out;
  std::size_t show = 0;
  app.add_option("-o,--output", out, "the section to write")->required();
  app.add_option("treebanks", treebanks, ".conllu files to learn from")->required();
  app.add_option("--check", checks, ".conllu files to measure with; they are not learned from");
  app.add_option("--show", show, "how many of the errors to list");
  CLI11_PARSE(app, argc, argv);
  try {
    train(treebanks, out, checks, show);
  } catch (const std::exception& error) {
    fmt::print(stderr, "train_lemmas: {}\n", error.what());
    return 1;
  }
  return 0;
}
