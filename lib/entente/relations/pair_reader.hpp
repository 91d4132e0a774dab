// The relations that a trained layer reads between two actors of a sentence, from the digests of their
// words, of the words on the path between them in the tree, and of the words that both attend to.
#pragma once

#include <memory>
#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/mentions/readings.hpp>
#include <entente/model/model.hpp>
#include <entente/relations/calibration.hpp>
#include <entente/relations/relation_types.hpp>
#include <entente/syntax/syntax.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

struct PairReading {
  SentenceId sentence = None;
  MentionId source = None;  // of a symmetric relation the one that stands first
  MentionId target = None;
  RelationTypeId type = 0;
  float probability = 0.0F;  // that the sentence expresses the relation of the two actors
  Status status = Status::Asserted;
  float status_probability = 0.0F;  // of this status, given that the sentence expresses the relation
  TokenId word = None;              // what both mentions attend to most
};

// Immutable after construction; may serve many threads.
class PairReader {
 public:
  // A model may come without this layer; then nothing is read. Throws Error (BadModel) where it or its calibration is
  // damaged, or where it has none.
  PairReader(const Model& model, const RelationTypes& types);
  bool empty() const { return network_ == nullptr; }
  // Of what is read.
  const Calibration& calibration() const { return calibration_; }
  // Whether the layer has learned the type; by RelationTypeId. Empty where the model has no such layer.
  const std::vector<bool>& learned() const { return learned_; }
  // All that is at least as probable as `from`, in the order of sentences, mentions and types. Only sentences of at
  // most 200 tokens are read, and in each the first 24 mentions.
  std::vector<PairReading> read(const Document& document, const Syntax& syntax, const Actors& actors,
                                const Readings& readings, float from) const;

 private:
  struct Network;
  class Sentence;
  std::shared_ptr<const Network> network_;  // null where the model has no such layer
  Calibration calibration_;
  std::vector<bool> learned_;
};

}  // namespace entente
