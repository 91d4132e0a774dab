// How well the rules of enhance() find the enhanced edges of a treebank, given its trees: precision and recall of the
// edges beyond the tree, by relation: evaluate_enhanced GOLD.conllu [--show RELATION]
// The treebanks name no subject of participles and purposes ("Speaking in Moscow, Xi said"), so that these are counted
// by themselves, as "beyond".
#include <algorithm>
#include <cstdio>
#include <exception>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <entente/base/files.hpp>
#include <entente/formats/conllu.hpp>
#include <entente/syntax/enhance.hpp>
#include <entente/syntax/show.hpp>
#include <entente/tagging/show.hpp>

namespace {

using entente::Deprel;
using entente::EnhancedArc;

struct Score {
  int gold = 0;
  int found = 0;
  int correct = 0;
};

// Voice is told by the word that the subject hangs by; the treebanks are not consistent about it in DEPS.
std::string_view group(Deprel deprel) {
  switch (deprel) {
    case Deprel::NsubjPass:
    case Deprel::NsubjOuter:
      return "nsubj";
    case Deprel::OblUnmarked:
    case Deprel::Advmod:
      return "obl";
    default:
      return entente::deprel_name(deprel);
  }
}

using Key = std::tuple<entente::TokenId, entente::TokenId, std::string_view>;

std::set<Key> keys(const std::vector<EnhancedArc>& arcs) {
  std::set<Key> out;
  for (const EnhancedArc& arc : arcs) {
    // "dep" is what "ref", the edge from antecedent to pronoun, is read as; DEPS repeats conjuncts of conjuncts.
    if (arc.deprel != Deprel::Dep && arc.deprel != Deprel::Conj) {
      out.insert({arc.head, arc.dependent, group(arc.deprel)});
    }
  }
  return out;
}

void print_row(std::string_view name, const Score& s) {
  const double precision = s.found == 0 ? 0 : 100.0 * s.correct / s.found;
  const double recall = s.gold == 0 ? 0 : 100.0 * s.correct / s.gold;
  fmt::print("{:<14} gold {:>5}  found {:>5}  correct {:>5}  precision {:5.1f}  recall {:5.1f}\n", name, s.gold,
             s.found, s.correct, precision, recall);
}

void evaluate(const std::string& path, const std::string& show) {
  const entente::Treebank bank = entente::read_conllu(entente::read_file(path), path);
  const std::set<Key> gold = keys(bank.syntax.added);
  const std::set<Key> found = keys(entente::enhance(bank.document, bank.tagging, bank.syntax));
  std::map<std::string_view, Score> scores;
  const auto report = [&](std::string_view kind, const Key& key) {
    const auto& [head, dependent, relation] = key;
    if (relation == show) {
      const auto s = bank.document.sentence_of(head);
      fmt::print("{} {} -{}-> {} | {}\n    {}\n", kind, bank.document.form(head), relation,
                 bank.document.form(dependent), entente::show_tokens(bank.document, bank.document.sentences[s].tokens),
                 entente::show_tree(bank.document, bank.syntax, s));
    }
  };
  for (const Key& key : gold) {
    ++scores[std::get<2>(key)].gold;
    if (!found.contains(key)) {
      report("missed", key);
    }
  }
  int beyond = 0;
  for (const Key& key : found) {
    const bool is_correct = gold.contains(key);
    const Deprel clause = bank.syntax.deprels[std::get<0>(key)];
    if (!is_correct && std::get<2>(key) == "nsubj" && (clause == Deprel::Acl || clause == Deprel::Advcl)) {
      ++beyond;
      report("beyond", key);
      continue;
    }
    Score& score = scores[std::get<2>(key)];
    ++score.found;
    if (is_correct) {
      ++score.correct;
    } else {
      report("extra", key);
    }
  }
  Score all;
  for (const auto& [name, score] : scores) {
    print_row(name, score);
    all = {all.gold + score.gold, all.found + score.found, all.correct + score.correct};
  }
  print_row("all", all);
  fmt::print("subjects beyond the treebank: {}\n", beyond);
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("Scores the rules for enhanced edges against the DEPS column of a treebank.");
  std::string path;
  std::string show;
  app.add_option("gold", path, "a .conllu file with DEPS")->required();
  app.add_option("--show", show, "list what is missed and what is extra of this relation");
  CLI11_PARSE(app, argc, argv);
  try {
    evaluate(path, show);
  } catch (const std::exception& error) {
    fmt::print(stderr, "evaluate_enhanced: {}\n", error.what());
    return 1;
  }
  return 0;
}
