#include <entente/relations/calibration.hpp>

#include <algorithm>
#include <cmath>
#include <string>

#include <entente/base/elementary.hpp>
#include <entente/base/error.hpp>
#include <entente/model/tensors.hpp>

namespace entente::inline v0_1 {

Calibration Calibration::of(const Model& model) {
  const std::string where(SectionName);
  const Tensors tensors(model.section(SectionName, SectionVersion), where);
  const auto weights = tensors.floats("weights", 1, 5).values;
  const auto thresholds = tensors.floats("thresholds", 1, 4).values;
  if (!std::all_of(weights.begin(), weights.end(), [](float x) { return std::isfinite(x); })) {
    throw Error(ErrorCode::BadModel, where, "a weight is no number; train or install the model again");
  }
  const auto is_share = [](float x) { return x >= 0.0F && x <= 1.0F; };
  if (!std::all_of(thresholds.begin(), thresholds.end(), is_share) ||
      thresholds[2] > std::min(thresholds[0], thresholds[1])) {
    throw Error(
        ErrorCode::BadModel, where,
        "the thresholds must be shares, and none may be told that is not doubted; train or install the model again");
  }
  return {weights[0],    weights[1],    weights[2],    weights[3],   weights[4],
          thresholds[0], thresholds[1], thresholds[2], thresholds[3]};
}

float Calibration::confidence(const ConfidenceInputs& inputs) const {
  const float p = std::clamp(inputs.model, LeastProbability, 1.0F - LeastProbability);
  const auto odds = static_cast<float>(logarithm(p / (1.0F - p)));
  const float score = bias + model * odds + (inputs.rules ? rules + model_beside_rules * odds : 0.0F) +
                      (inputs.doubtful ? doubtful : 0.0F);
  return static_cast<float>(1.0 / (1.0 + exponential(-score)));
}

}  // namespace entente
