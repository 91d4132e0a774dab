// Treebanks → the section "lemmas". See entente/tagging/lemmatizer.hpp for what it does and lemma_table.hpp for how it
// is laid out.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <entente/formats/conllu.hpp>

namespace entente::train {

struct LemmaTrainerOptions {
  int min_types = 2;         // how many words must share an end before it becomes a rule
  int min_group_types = 10;  // how many words must share features and case before they get rules of their own
  double load_factor = 0.6;  // of the hash table
};

struct LemmaSection {
  std::vector<std::byte> bytes;
  std::size_t rules = 0;    // different rules
  std::size_t words = 0;    // entries for words that have their own
  std::size_t endings = 0;  // entries for ends of words
  std::size_t stems = 0;    // lemmas of verbs and nouns
};

// A word whose lemma grammar books list, of a part of speech and features: "underwent", VERB, "Tense=Past…" → undergo.
struct ListedWord {
  std::string form;
  Upos upos = Upos::X;
  std::string features;
  std::string lemma;
};

// Reads data/lexicon/irregular.tsv: irregular verbs and nouns with their forms, and regular verbs, whose forms it
// makes.
std::vector<ListedWord> read_listed_words(std::string_view text);

// Deterministic: the same treebanks in the same order give the same bytes.
LemmaSection train_lemmas(const std::vector<Treebank>& treebanks, const std::vector<ListedWord>& listed,
                          const LemmaTrainerOptions& options = {});

}  // namespace entente::train
