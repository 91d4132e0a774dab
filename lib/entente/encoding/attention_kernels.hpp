// The arithmetic of the transformer that is not products of integers: normalization, activation, attention. One source,
// compiled for several processors; products and sums stay apart and in a fixed order, so that all give the same bytes.
#pragma once

#include <cstddef>
#include <cstdint>

namespace entente::inline v0_1 {

// All widths are multiples of 16, all matrices are stored row by row.
struct AttentionKernels {
  // Each row to bytes with the zero at 128 (ByteZero) and a scale of its own: x ≈ scale · (byte - 128).
  void (*quantise)(const float* x, std::size_t rows, std::size_t width, std::uint8_t* bytes, float* scales);
  // Sums of integer products back to floats: (sum - zero_sum) · row_scales[r] · weight_scale + bias.
  void (*restore)(const std::int32_t* sums, std::size_t rows, std::size_t width, const float* row_scales,
                  const std::int32_t* zero_sums, const float* weight_scales, const float* bias, float* out);
  // x = x · Φ(x), Φ the normal distribution (Hendrycks and Gimpel 2016, "Gaussian Error Linear Units").
  void (*activate)(float* x, std::size_t size);
  // x = normalized (x + added) · gain + bias, each row by itself (Ba et al. 2016, "Layer Normalization").
  void (*add_and_normalize)(float* x, const float* added, std::size_t rows, std::size_t width, const float* gain,
                            const float* bias);
  // Attention of every row to all rows (Vaswani et al. 2017). qkv: rows × 3 · width, queries, keys and values of heads
  // of width / heads columns each, which are a multiple of 16. out: rows × width. scratch: attention_scratch floats.
  void (*attend)(const float* qkv, std::size_t rows, std::size_t width, std::size_t heads, float* scratch, float* out);
};

constexpr std::size_t MaxRowsTogether = 8;  // queries that are answered at once

constexpr std::size_t attention_scratch(std::size_t rows, std::size_t width, std::size_t heads) {
  const std::size_t padded = (rows + 15) / 16 * 16;
  return padded * (width / heads + MaxRowsTogether);
}

// The version to use: that of the processor. Alone in its source, so that a test can choose another.
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
