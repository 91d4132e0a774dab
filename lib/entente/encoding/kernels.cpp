#include <entente/encoding/kernels.hpp>

namespace entente::inline v0_1 {

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

PackedWeights pack_layer(const Tensors& tensors, const std::string& prefix, std::uint32_t outputs, std::uint32_t inputs,
                         LayerBias bias) {
  const auto biases = [&](std::uint32_t rows) {
    return bias == LayerBias::Has ? tensors.floats(prefix + "bias", 1, rows).values : std::span<const float>{};
  };
  if (!tensors.has(prefix + "scales")) {
    const Matrix<float> weights = tensors.floats(prefix + "weights", outputs, inputs);
    return pack(weights, biases(weights.rows));
  }
  const Matrix<std::int8_t> bytes = tensors.bytes(prefix + "weights", outputs, inputs);
  const Matrix<float> scales = tensors.floats(prefix + "scales", bytes.rows, 1);
  std::vector<float> weights(bytes.values.size());
  for (std::size_t i = 0; i < weights.size(); ++i) {
    weights[i] = static_cast<float>(bytes.values[i]) * scales.values[i / bytes.columns];
  }
  return pack(weights.data(), bytes.rows, bytes.columns, biases(bytes.rows));
}

}  // namespace entente
