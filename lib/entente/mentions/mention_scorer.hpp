// Encoding → MentionScores, by the mention model: two dense layers score which kind of mention each word heads, another
// one reduces the vector of the word to a digest.
#pragma once

#include <memory>

#include <entente/encoding/encoding.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/model/model.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; may serve many threads.
class MentionScorer {
 public:
  // The model may lack the section "mentions"; then all scores are empty. Throws Error (BadModel) if it is damaged.
  explicit MentionScorer(const Model& model);
  // The scores of the tokens of the part. Throws Error (BadModel) if the encoding comes from another model.
  MentionScores score(const Encoding& part) const;

 private:
  struct Weights;
  std::shared_ptr<const Weights> weights_;  // null where the model has no such section
};

}  // namespace entente
