// Encoding → Names: a trained tagger of spans. The scores are read part by part; the names are found once all scores
// are there, because one mention of a name speaks for the others.
#pragma once

#include <memory>
#include <vector>

#include <entente/encoding/encoder.hpp>
#include <entente/model/model.hpp>
#include <entente/names/names.hpp>
#include <entente/tagging/tagging.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// What is read from the encoding alone: per token a row of the labels' log-probabilities, and one of the finer labels'
// scores.
struct NameScores {
  std::vector<float> labels;
  std::vector<float> fine_labels;
  // Adds the scores of so many tokens that follow. `tokens`: how many the document has, so that memory is taken once.
  void append(const NameScores& next, std::size_t following, std::size_t tokens);
};

// What the trained layer alone sees: persons, organisations, places and other names.
// Immutable after construction; may serve many threads.
class NameTagger {
 public:
  explicit NameTagger(const Model& model);
  // One row per token of the part. Throws Error (BadModel) where the encoding is another model's.
  NameScores scores(const Encoding& part) const;
  // From the scores of all parts, one after the other.
  Names find(const Document& document, NameScores scores) const;

 private:
  struct Weights;
  class Reading;
  std::shared_ptr<const Weights> weights_;
};

}  // namespace entente
