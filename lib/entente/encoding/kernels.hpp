// The arithmetic under the network: a few dense loops over floats, in one portable version and, on x86 machines that
// have it, one that uses AVX2. Which one runs is decided once, by the processor. Both give the same bits: each sum is
// taken in the same order, eight lanes at a time, and every operation is rounded by itself.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include <entente/model/tensors.hpp>

namespace entente::inline v0_1 {

// A layer's weights, laid out for `multiply`: panels of 16 outputs, each with its inputs one after the other.
struct PackedWeights {
  std::size_t inputs = 0;
  std::size_t outputs = 0;                           // as asked for; the panels are filled up with zeros
  std::vector<float> panels;                         // ceil(outputs / 16) × inputs × 16
  std::vector<float> bias;                           // ceil(outputs / 16) × 16
  std::size_t width() const { return bias.size(); }  // floats per row that `multiply` writes
};

// weights: outputs × inputs, row by row. bias: outputs, or empty for none.
PackedWeights pack(const float* weights, std::size_t outputs, std::size_t inputs, std::span<const float> bias);
PackedWeights pack(const Matrix<float>& weights, std::span<const float> bias);
// The layer of a section whose arrays begin with the prefix: "weights" (outputs × inputs) and, unless it has none,
// "bias". Weights of 8 bits have "scales" beside them, one for each output. A number of 0 means any.
// Throws Error (BadModel) as Tensors does.
enum class LayerBias : std::uint8_t { Has, Lacks };
PackedWeights pack_layer(const Tensors& tensors, const std::string& prefix, std::uint32_t outputs = 0,
                         std::uint32_t inputs = 0, LayerBias bias = LayerBias::Has);

struct Kernels {
  // out[r] = weights · in[r] + bias for each row; `out` has weights.width() floats per row.
  void (*multiply)(const float* in, std::size_t rows, std::size_t stride, const PackedWeights& weights, float* out);
  // x = max(x, 0)
  void (*rectify)(float* x, std::size_t size);
  // Each row of x to mean 0 and variance 1 (layer normalization, Ba et al. 2016, without gain and bias). size % 8 == 0.
  void (*normalize)(const float* x, std::size_t rows, std::size_t width, float* out);
  // out += scale · row, width % 8 == 0.
  void (*add_row)(const std::int8_t* row, float scale, std::size_t width, float* out);
  // One bidirectional layer of simple recurrent units (Lei et al. 2018) over the rows of one sentence. gates: per row
  // candidate, forget gate and highway gate, each `width` wide; x is read and written. The first half of the units
  // runs forwards, the second backwards. width % 16 == 0.
  void (*scan)(const float* gates, std::size_t rows, std::size_t width, float* x);
};

const Kernels& kernels();

namespace portable {
const Kernels& kernels();
}
namespace avx2 {
const Kernels& kernels();
}

}  // namespace entente
