// Scores how probable each relation is between two actors of a sentence. The relation model sees the digests of their
// words, of the words on the path between them in the tree, and of the words that both attend to.
#pragma once

#include <memory>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/mentions/mention_scores.hpp>
#include <entente/model/model.hpp>
#include <entente/relations/calibration.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

struct PairScore {
  SentenceId sentence = None;
  MentionId source = None;  // of a symmetric relation the one that stands first
  MentionId target = None;
  RelationTypeId type = 0;
  float probability = 0.0F;  // that the sentence expresses the relation of the two actors
  Status status = Status::Asserted;
  float status_probability = 0.0F;  // of this status, given that the sentence expresses the relation
  TokenId word = None;              // the word that both mentions attend to most
};

// Immutable after construction; may serve many threads.
class PairScorer {
 public:
  // Nothing is scored where the model has no section "relations". Throws Error (BadModel) where that section or its
  // calibration is damaged, where the calibration is missing, or where the section has a type that `types` lacks.
  PairScorer(const Model& model, const RelationTypes& types);
  bool empty() const { return weights_ == nullptr; }
  const Calibration& calibration() const { return calibration_; }
  // By RelationTypeId: has the model learned the type? Empty where the model has no relations.
  const std::vector<bool>& learned() const { return learned_; }
  // All relations that are at least as probable as `from`, ordered by sentence, mentions and type. Skips sentences of
  // more than 200 tokens, and all but the first 24 mentions of a sentence. Throws Error (BadModel) where the digests do
  // not have the width that the model was trained with.
  std::vector<PairScore> score(const Document& document, const Syntax& syntax, const Actors& actors,
                               const MentionScores& mention_scores, float from) const;

 private:
  struct Weights;
  class SentenceScorer;
  std::shared_ptr<const Weights> weights_;  // null where the model has no relations
  Calibration calibration_;
  std::vector<bool> learned_;
};

}  // namespace entente
