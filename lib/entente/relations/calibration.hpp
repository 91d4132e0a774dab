// The confidence of a relation: a logistic regression over what rules and the relation model say, fitted for one model
// on annotated articles that it was not trained on (tools/train/network/fit_confidence.py), and the thresholds that go
// with it.
#pragma once

#include <cstdint>
#include <string_view>

#include <entente/model/model.hpp>
#include <entente/relations/relations.hpp>

namespace entente::inline v0_1 {

struct Calibration {
  static constexpr std::string_view SectionName = "calibration";
  static constexpr std::uint32_t SectionVersion = 1;

  // Reads the section. Throws Error (BadModel) where it is missing or damaged.
  static Calibration of(const Model& model);

  // The probability that a careful reader of the article would find the relation, 0 to 1.
  float confidence(const ConfidenceInputs& inputs) const;

  // The weights of the regression, whose result is log odds.
  float bias = 0.0F;
  float model = 1.0F;  // for the log odds of the relation model
  float rules = 0.0F;  // added where a rule found the relation
  float model_beside_rules =
      0.0F;               // for the log odds of the relation model where a rule found the relation, added to `model`
  float doubtful = 0.0F;  // added where the source or target may not be an actor

  // Confidences from which a finding is reported or kept as doubted.
  float tell_from = 0.5F;       // reported, if only the relation model found it
  float tell_rule_from = 0.5F;  // reported, if a rule found it
  float doubt_from = 0.5F;      // doubted; findings below are dropped
  float no_fact_from = 0.5F;    // probability from which the model's status replaces "asserted" of a rule
};

// Relations that the relation model finds less probable cannot reach any threshold, and are not read.
inline constexpr float LeastProbability = 0.005F;

}  // namespace entente
