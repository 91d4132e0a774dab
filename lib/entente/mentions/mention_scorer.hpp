// Encoding → MentionScores. The mention model: one dense layer scores what each word heads, another one digests its
// vector.
#pragma once

#include <memory>

#include <entente/encoding/encoding.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/model/model.hpp>

namespace entente::inline v0_1 {

// Immutable after construction; may serve many threads.
class MentionScorer {
 public:
  // Without the section "mentions" in the model, all scores are empty. Throws Error (BadModel) where it is damaged.
  explicit MentionScorer(const Model& model);
  // The scores of the tokens of the part. Throws Error (BadModel) where the encoding comes from another model.
  MentionScores score(const Encoding& part) const;

 private:
  struct Weights;
  std::shared_ptr<const Weights> weights_;  // null where the model has no such section
};

}  // namespace entente
