// Encoding → Names: a trained tagger of spans. Scores are computed for each part of the encoding. Names are found once
// the scores of the whole document are known, because the kind of one mention is evidence for the others.
#pragma once

#include <memory>
#include <vector>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/names/names.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// What the encoding alone gives: for each token a row of log-probabilities of the labels and a row of scores of the
// finer labels.
struct NameScores {
  std::vector<float> labels;
  std::vector<float> fine_labels;
  // Appends the scores of the next `following` tokens. `tokens` is the number of tokens of the document; memory is
  // allocated for them at once.
  void append(const NameScores& next, std::size_t following, std::size_t tokens);
};

// Finds persons, organisations, places and other names with the trained layers, without any lexicon.
// Immutable after construction; may serve many threads.
class NameTagger {
 public:
  // Throws Error (BadModel) if the section "names" is missing or damaged.
  explicit NameTagger(const Model& model);
  // One row per token of the part. Throws Error (BadModel) if the encoding comes from another model.
  NameScores scores(const Encoding& part) const;
  // The names, from the scores of all parts in text order.
  Names find(const Document& document, NameScores scores) const;

 private:
  struct Weights;
  class Reading;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
