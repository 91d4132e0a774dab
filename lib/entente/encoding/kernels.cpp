#include <entente/encoding/kernels.hpp>

namespace entente {

PackedWeights pack(const float* weights, std::size_t outputs, std::size_t inputs, std::span<const float> bias) {
  constexpr std::size_t Panel = 16;
  PackedWeights packed;
  packed.inputs = inputs;
  packed.outputs = outputs;
  const std::size_t width = (outputs + Panel - 1) / Panel * Panel;
  packed.panels.assign(width * inputs, 0.0F);
  packed.bias.assign(width, 0.0F);
  for (std::size_t o = 0; o < outputs; ++o) {
    float* const panel = packed.panels.data() + o / Panel * Panel * inputs + o % Panel;
    for (std::size_t i = 0; i < inputs; ++i) {
      panel[i * Panel] = weights[o * inputs + i];
    }
    packed.bias[o] = bias.empty() ? 0.0F : bias[o];
  }
  return packed;
}

PackedWeights pack(const Matrix<float>& weights, std::span<const float> bias) {
  return pack(weights.values.data(), weights.rows, weights.columns, bias);
}

}  // namespace entente
