// How well a system's CoNLL-U agrees with the annotated one, as the CoNLL 2018 shared task counted (Zeman et al. 2018,
// "CoNLL 2018 Shared Task: Multilingual Parsing from Raw Text to Universal Dependencies", section 5): F1 over words
// that are aligned by the characters they cover.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <entente/formats/conllu.hpp>

namespace entente::train {

struct Metric {
  std::string name;
  std::size_t gold = 0;     // how many there are
  std::size_t system = 0;   // how many were found
  std::size_t correct = 0;  // how many of these are right

  double precision() const { return system == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(system); }
  double recall() const { return gold == 0 ? 0 : static_cast<double>(correct) / static_cast<double>(gold); }
  double f1() const {
    return gold + system == 0 ? 0 : 2.0 * static_cast<double>(correct) / static_cast<double>(gold + system);
  }
};

// Tokens, Sentences, Words, UPOS, UFeats, Lemmas, UAS, LAS, in this order. UFeats compares the universal features, LAS
// the universal relations without subtypes; a lemma that is not annotated counts as right.
// Throws Error (BadFormat) where the two are not of the same text, white space aside.
std::vector<Metric> score_conllu(const Treebank& gold, const Treebank& system);

}  // namespace entente::train
