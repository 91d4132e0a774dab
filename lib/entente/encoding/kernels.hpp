// The arithmetic of the small dense layers and of the fast encoder: a few loops over floats, in a portable version and
// one for processors with AVX2. Both give the same bits: each sum has the same order, eight lanes at a time, and every
// operation is rounded by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <entente/model/tensors.hpp>

namespace entente::inline v0_1 {

// The weights of a layer, laid out for `multiply`: panels of 16 outputs, each with its inputs one after the other.
struct PackedWeights {
  std::size_t inputs = 0;
  std::size_t outputs = 0;                           // of the layer; the panels are padded with zeros
  std::vector<float> panels;                         // ceil(outputs / 16) × inputs × 16
  std::vector<float> bias;                           // ceil(outputs / 16) × 16
  std::size_t width() const { return bias.size(); }  // floats per row that `multiply` writes
};

// Lays out the weights of a layer. weights: outputs × inputs, row by row. bias: one per output, or empty for none.
PackedWeights pack(const float* weights, std::size_t outputs, std::size_t inputs, std::span<const float> bias);
PackedWeights pack(const Matrix<float>& weights, std::span<const float> bias);
// Whether a layer in a model has a bias.
enum class LayerBias : std::uint8_t { Has, Lacks };
// The layer of a section whose arrays begin with the prefix: "weights" (outputs × inputs) and, if it has one, "bias".
// Weights of 8 bits come with "scales", one per output. `outputs` or `inputs` of 0 means any. Throws Error (BadModel)
// as Tensors does.
PackedWeights pack_layer(const Tensors& tensors, const std::string& prefix, std::uint32_t outputs = 0,
                         std::uint32_t inputs = 0, LayerBias bias = LayerBias::Has);

// The functions of one kind of processor. All matrices are stored row by row.
struct Kernels {
  // out[r] = weights · in[r] + bias for each row. `in` has `stride` floats per row, `out` has weights.width().
  void (*multiply)(const float* in, std::size_t rows, std::size_t stride, const PackedWeights& weights, float* out);
  // x = max(x, 0)
  void (*rectify)(float* x, std::size_t size);
  // Shifts and scales each row of x to mean 0 and variance 1 (layer normalization without gain and bias, Ba et al.
  // 2016). width % 8 == 0.
  void (*normalize)(const float* x, std::size_t rows, std::size_t width, float* out);
  // out += scale · row, width % 8 == 0.
  void (*add_row)(const std::int8_t* row, float scale, std::size_t width, float* out);
  // One bidirectional layer of simple recurrent units (Lei et al. 2018) over the rows of one sentence. gates: in each
  // row the candidate, the forget gate and the highway gate, each of `width` floats. x: the input, replaced by the
  // output. The first half of the units runs forwards, the second backwards. width % 16 == 0.
  void (*scan)(const float* gates, std::size_t rows, std::size_t width, float* x);
};

// The version that the library uses: the fastest one that this processor can run.
const Kernels& kernels();

namespace portable {
const Kernels& kernels();
}
namespace avx2 {
const Kernels& kernels();
}

}  // namespace entente
