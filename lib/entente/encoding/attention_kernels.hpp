// The floating-point arithmetic of the transformer: normalization, activation, attention. One source is compiled for
// several kinds of processors; multiplications and additions are never fused and have a fixed order, so that all give
// the same bits.
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente::inline v0_1 {

// The functions of one kind of processor. All widths are multiples of 16, all matrices are stored row by row.
struct AttentionKernels {
  // Quantizes each row to bytes with a scale of its own: x ≈ scale · (byte - 128), where 128 is ByteZero.
  void (*quantize)(const float* x, std::size_t rows, std::size_t width, std::uint8_t* bytes, float* scales);
  // Converts sums of integer products back to floats: (sum - zero_sum) · row_scales[r] · weight_scale + bias.
  void (*dequantize)(const std::int32_t* sums, std::size_t rows, std::size_t width, const float* row_scales,
                     const std::int32_t* zero_sums, const float* weight_scales, const float* bias, float* out);
  // The activation function: x = x · Φ(x), where Φ is the standard normal distribution (Hendrycks and Gimpel 2016,
  // "Gaussian Error Linear Units").
  void (*apply_gelu)(float* x, std::size_t size);
  // x = normalize(x + added) · gain + bias, for each row by itself (Ba et al. 2016, "Layer Normalization").
  void (*add_and_normalize)(float* x, const float* added, std::size_t rows, std::size_t width, const float* gain,
                            const float* bias);
  // Attention of every row to all rows (Vaswani et al. 2017, "Attention Is All You Need"). qkv: rows × 3 · width
  // floats, in each row the queries, the keys and the values of all heads. A head has width / heads columns, a multiple
  // of 16. out: rows × width. scratch: attention_scratch floats.
  void (*attend)(const float* qkv, std::size_t rows, std::size_t width, std::size_t heads, float* scratch, float* out);
};

constexpr std::size_t MaxRowsTogether = 8;  // the most rows that attend() computes at a time

// How many floats of working memory attend() needs.
constexpr std::size_t attention_scratch(std::size_t rows, std::size_t width, std::size_t heads) {
  const std::size_t padded = (rows + 15) / 16 * 16;
  return padded * (width / heads + MaxRowsTogether);
}

// The version that the library uses: attention_of_processor(). Alone in its source, so that a test can choose another.
const AttentionKernels& attention_kernels();
// The fastest version that this processor can run.
const AttentionKernels& attention_of_processor();

namespace portable {
const AttentionKernels& attention_kernels();
}
namespace avx2 {
const AttentionKernels& attention_kernels();
}
namespace avx512 {
const AttentionKernels& attention_kernels();
}

}  // namespace entente
