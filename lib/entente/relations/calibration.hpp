// What a vote for a relation is worth: a logistic regression, learned for one model on annotated articles that it was
// not trained on (tools/train/network/fit_confidence.py), and the thresholds that go with it.
#pragma once

#include <cstdint>
#include <string_view>

#include <entente/model/model.hpp>
#include <entente/relations/relations.hpp>

namespace entente::inline v0_1 {

struct Calibration {
  static constexpr std::string_view SectionName = "calibration";
  static constexpr std::uint32_t SectionVersion = 1;

  // Of a model with a layer of relations. Throws Error (BadModel) where the section is missing or damaged.
  static Calibration of(const Model& model);

  // How many of a hundred such relations a careful reader finds in the article too, as a share.
  float confidence(const ConfidenceInputs& votes) const;

  // The weights, for the log odds.
  float bias = 0.0F;
  float layer = 1.0F;               // times the log odds that the layer gives
  float rules = 0.0F;               // where a rule has found the relation
  float layer_beside_rules = 0.0F;  // … in addition, times the log odds that the layer gives
  float doubtful = 0.0F;            // where one of the two may be no actor

  float tell_from = 0.5F;       // confidence from which a relation that only the layer reads is reported
  float tell_rule_from = 0.5F;  // … that a rule has found
  float doubt_from = 0.5F;      // … from which it is doubted; what is less sure is not kept
  float no_fact_from = 0.5F;    // probability of another status from which it replaces a rule's "asserted"
};

// What is less probable makes no difference, and need not be read.
inline constexpr float LeastProbability = 0.005F;

}  // namespace entente
