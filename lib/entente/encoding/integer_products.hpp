// Products of matrices of small integers, exact on every processor. The accurate encoder spends most of its time here.
//
// Activations are unsigned bytes in which 128 stands for zero, weights are signed bytes from -63 to 63. With these
// bounds the pairwise 16-bit sums of AVX2 cannot saturate, so every kernel gives the same 32-bit sums.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace entente::inline v0_1 {

constexpr std::size_t PanelOutputs = 16;  // outputs whose weights are stored together
constexpr std::size_t PanelInputs = 4;    // inputs whose products one instruction adds up
constexpr std::int32_t ByteZero = 128;    // the byte that stands for 0.0
constexpr std::int8_t MaxWeight = 63;     // largest absolute value of a weight

// The weights of a layer as they are stored in the model: panels of 16 outputs, each with groups of 4 inputs:
// [outputs / 16][inputs / 4][16][4]. outputs % 64 == 0, inputs % 4 == 0.
struct IntegerWeights {
  const std::int8_t* panels = nullptr;
  std::size_t inputs = 0;
  std::size_t outputs = 0;
};

// out[r][o] = sum over i of in[r][i] · weight[o][i]; in: rows × inputs bytes, out: rows × outputs.
using IntegerProduct = void (*)(const std::uint8_t* in, std::size_t rows, const IntegerWeights& weights,
                                std::int32_t* out);

// The kernels of this build that this processor can run, the fastest first; the last one is portable.
std::span<const IntegerProduct> integer_products();

}  // namespace entente
