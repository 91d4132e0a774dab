#include <entente/encoding/integer_products.hpp>

#include <array>
#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace entente::inline v0_1 {

namespace {

void portable_product(const std::uint8_t* in, std::size_t rows, const IntegerWeights& w, std::int32_t* out) {
  for (std::size_t r = 0; r < rows; ++r) {
    for (std::size_t o = 0; o < w.outputs; o += PanelOutputs) {
      const std::int8_t* panel = w.panels + o * w.inputs;
      std::array<std::int32_t, PanelOutputs> sums{};
      for (std::size_t i = 0; i < w.inputs; i += PanelInputs) {
        for (std::size_t p = 0; p < PanelOutputs; ++p) {
          for (std::size_t k = 0; k < PanelInputs; ++k) {
            sums[p] += std::int32_t{in[r * w.inputs + i + k]} * std::int32_t{*panel++};
          }
        }
      }
      std::memcpy(out + r * w.outputs + o, sums.data(), sizeof sums);
    }
  }
}

#if defined(__x86_64__)

inline std::int32_t load_four_bytes(const std::uint8_t* at) {
  std::int32_t value = 0;
  std::memcpy(&value, at, sizeof value);
  return value;
}

// The products of `Rows` rows of `in` with one panel.
template <std::size_t Rows>
__attribute__((target("avx2"))) inline void avx2_block(const std::uint8_t* in, const std::int8_t* panel,
                                                       const IntegerWeights& w, std::int32_t* out) {
  __m256i low[Rows];
  __m256i high[Rows];
  for (std::size_t r = 0; r < Rows; ++r) {
    low[r] = high[r] = _mm256_setzero_si256();
  }
  const __m256i one = _mm256_set1_epi16(1);
  for (std::size_t i = 0; i < w.inputs; i += PanelInputs) {
    const auto* const at = reinterpret_cast<const __m256i*>(panel + i * PanelOutputs);
    const __m256i a = _mm256_loadu_si256(at);
    const __m256i b = _mm256_loadu_si256(at + 1);
#pragma GCC unroll 4
    for (std::size_t r = 0; r < Rows; ++r) {
      const __m256i x = _mm256_set1_epi32(load_four_bytes(in + r * w.inputs + i));
      low[r] = _mm256_add_epi32(low[r], _mm256_madd_epi16(_mm256_maddubs_epi16(x, a), one));
      high[r] = _mm256_add_epi32(high[r], _mm256_madd_epi16(_mm256_maddubs_epi16(x, b), one));
    }
  }
  for (std::size_t r = 0; r < Rows; ++r) {
    auto* const at = reinterpret_cast<__m256i*>(out + r * w.outputs);
    _mm256_storeu_si256(at, low[r]);
    _mm256_storeu_si256(at + 1, high[r]);
  }
}

__attribute__((target("avx2"))) void avx2_product(const std::uint8_t* in, std::size_t rows, const IntegerWeights& w,
                                                  std::int32_t* out) {
  constexpr std::size_t Block = 4;
  for (std::size_t o = 0; o < w.outputs; o += PanelOutputs) {
    const std::int8_t* const panel = w.panels + o * w.inputs;
    std::size_t r = 0;
    for (; r + Block <= rows; r += Block) {
      avx2_block<Block>(in + r * w.inputs, panel, w, out + r * w.outputs + o);
    }
    for (; r < rows; ++r) {
      avx2_block<1>(in + r * w.inputs, panel, w, out + r * w.outputs + o);
    }
  }
}

constexpr std::size_t VnniPanels = 4;

// The products of `Rows` rows of `in` with four panels. Six rows need 24 sums, four panels and one input: 29 of 32
// registers.
template <std::size_t Rows>
__attribute__((target("avx512f,avx512bw,avx512vnni"))) inline void vnni_block(const std::uint8_t* in,
                                                                              const std::int8_t* panel,
                                                                              const IntegerWeights& w,
                                                                              std::int32_t* out) {
  __m512i sums[Rows][VnniPanels];
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
    for (std::size_t p = 0; p < VnniPanels; ++p) {
      sums[r][p] = _mm512_setzero_si512();
    }
  }
  for (std::size_t i = 0; i < w.inputs; i += PanelInputs) {
    __m512i weights[VnniPanels];
#pragma GCC unroll 4
    for (std::size_t p = 0; p < VnniPanels; ++p) {
      weights[p] = _mm512_loadu_si512(panel + p * PanelOutputs * w.inputs + i * PanelOutputs);
    }
#pragma GCC unroll 8
    for (std::size_t r = 0; r < Rows; ++r) {
      const __m512i x = _mm512_set1_epi32(load_four_bytes(in + r * w.inputs + i));
#pragma GCC unroll 4
      for (std::size_t p = 0; p < VnniPanels; ++p) {
        sums[r][p] = _mm512_dpbusd_epi32(sums[r][p], x, weights[p]);
      }
    }
  }
#pragma GCC unroll 8
  for (std::size_t r = 0; r < Rows; ++r) {
#pragma GCC unroll 4
    for (std::size_t p = 0; p < VnniPanels; ++p) {
      _mm512_storeu_si512(out + r * w.outputs + p * PanelOutputs, sums[r][p]);
    }
  }
}

__attribute__((target("avx512f,avx512bw,avx512vnni"))) void vnni_product(const std::uint8_t* in, std::size_t rows,
                                                                         const IntegerWeights& w, std::int32_t* out) {
  constexpr std::size_t Block = 6;
  for (std::size_t o = 0; o < w.outputs; o += VnniPanels * PanelOutputs) {
    const std::int8_t* const panel = w.panels + o * w.inputs;
    std::size_t r = 0;
    for (; r + Block <= rows; r += Block) {
      vnni_block<Block>(in + r * w.inputs, panel, w, out + r * w.outputs + o);
    }
    for (; r + 2 <= rows; r += 2) {
      vnni_block<2>(in + r * w.inputs, panel, w, out + r * w.outputs + o);
    }
    for (; r < rows; ++r) {
      vnni_block<1>(in + r * w.inputs, panel, w, out + r * w.outputs + o);
    }
  }
}

#endif

// The kernels that this processor can run.
struct AvailableProducts {
  std::array<IntegerProduct, 3> kernels{};
  std::size_t count = 0;

  AvailableProducts() {
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx512vnni") != 0 && __builtin_cpu_supports("avx512bw") != 0) {
      kernels[count++] = vnni_product;
    }
    if (__builtin_cpu_supports("avx2") != 0) {
      kernels[count++] = avx2_product;
    }
#endif
    kernels[count++] = portable_product;
  }
};

}  // namespace

std::span<const IntegerProduct> integer_products() {
  static const AvailableProducts available;
  return std::span(available.kernels).first(available.count);
}

}  // namespace entente
