// Every processor must give the same bytes: the kernels are compared with each other bit by bit, and the portable ones
// with what they stand for, in double precision.
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include <entente/encoding/attention_kernels.hpp>
#include <entente/encoding/integer_products.hpp>

using namespace entente;

namespace {

std::vector<float> numbers(std::size_t size, float spread, unsigned seed) {
  std::mt19937 random(seed);
  std::vector<float> out(size);
  for (float& x : out) {
    x = spread * (static_cast<float>(random() % 20001) / 10000.0F - 1.0F);
  }
  return out;
}

std::vector<const AttentionKernels*> all_kernels() {
  std::vector<const AttentionKernels*> kernels{&portable::attention_kernels()};
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx2") != 0) {
    kernels.push_back(&avx2::attention_kernels());
  }
  if (&attention_of_processor() == &avx512::attention_kernels()) {
    kernels.push_back(&avx512::attention_kernels());
  }
#endif
  return kernels;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

TEST_CASE("integer products are exact in every kernel, also at the bounds") {
  constexpr std::size_t Inputs = 384;
  constexpr std::size_t Outputs = 128;
  for (const std::size_t rows : {1U, 2U, 5U, 6U, 13U}) {
    for (const bool bounds : {false, true}) {
      std::mt19937 random(7);
      std::vector<std::uint8_t> in(rows * Inputs);
      std::vector<std::int8_t> weights(Outputs * Inputs);  // output by output
      for (auto& x : in) {
        x = bounds ? 255 : static_cast<std::uint8_t>(random());
      }
      for (auto& w : weights) {
        w = bounds ? (random() % 2 == 0 ? MaxWeight : static_cast<std::int8_t>(-MaxWeight))
                   : static_cast<std::int8_t>(static_cast<int>(random() % (2 * MaxWeight + 1)) - MaxWeight);
      }
      std::vector<std::int8_t> panels(weights.size());
      for (std::size_t o = 0; o < Outputs; ++o) {
        for (std::size_t i = 0; i < Inputs; ++i) {
          panels[o / 16 * 16 * Inputs + i / 4 * 64 + o % 16 * 4 + i % 4] = weights[o * Inputs + i];
        }
      }
      std::vector<std::int32_t> expected(rows * Outputs, 0);
      for (std::size_t r = 0; r < rows; ++r) {
        for (std::size_t o = 0; o < Outputs; ++o) {
          for (std::size_t i = 0; i < Inputs; ++i) {
            expected[r * Outputs + o] += in[r * Inputs + i] * weights[o * Inputs + i];
          }
        }
      }
      for (const IntegerProduct product : integer_products()) {
        std::vector<std::int32_t> out(rows * Outputs, -1);
        product(in.data(), rows, {panels.data(), Inputs, Outputs}, out.data());
        CHECK(out == expected);
      }
    }
  }
}

TEST_CASE("bytes and back: within half a step of the row's largest number, zero rows stay zero") {
  constexpr std::size_t Width = 64;
  std::vector<float> x = numbers(3 * Width, 5.0F, 1);
  std::fill(x.begin() + Width, x.begin() + 2 * Width, 0.0F);
  for (const AttentionKernels* const k : all_kernels()) {
    std::vector<std::uint8_t> bytes(x.size());
    std::vector<float> scales(3);
    k->quantize(x.data(), 3, Width, bytes.data(), scales.data());
    for (std::size_t i = 0; i < x.size(); ++i) {
      const float back = scales[i / Width] * static_cast<float>(bytes[i] - ByteZero);
      CHECK(std::fabs(back - x[i]) <= 0.5001F * scales[i / Width]);
    }
  }
}

TEST_CASE("activation and normalisation are what they stand for, with the same bits on every processor") {
  constexpr std::size_t Width = 64;
  const std::vector<float> x = numbers(4 * Width, 6.0F, 2);
  const std::vector<float> added = numbers(4 * Width, 2.0F, 3);
  const std::vector<float> gain = numbers(Width, 1.0F, 4);
  const std::vector<float> bias = numbers(Width, 1.0F, 5);
  std::vector<float> activated;
  std::vector<float> normal;
  for (const AttentionKernels* const k : all_kernels()) {
    std::vector<float> a = x;
    std::vector<float> n = x;
    k->apply_gelu(a.data(), a.size());
    k->add_and_normalize(n.data(), added.data(), 4, Width, gain.data(), bias.data());
    if (activated.empty()) {
      activated = a;
      normal = n;
    }
    CHECK(same_bits(a, activated));
    CHECK(same_bits(n, normal));
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    const double v = x[i];
    CHECK(activated[i] == doctest::Approx(0.5 * v * (1 + std::erf(v / std::sqrt(2.0)))).epsilon(1e-5).scale(1));
  }
  for (std::size_t r = 0; r < 4; ++r) {
    double mean = 0;
    double squares = 0;
    for (std::size_t i = 0; i < Width; ++i) {
      mean += (static_cast<double>(x[r * Width + i]) + added[r * Width + i]) / Width;
    }
    for (std::size_t i = 0; i < Width; ++i) {
      squares += std::pow(static_cast<double>(x[r * Width + i]) + added[r * Width + i] - mean, 2) / Width;
    }
    for (std::size_t i = 0; i < Width; ++i) {
      const double v = static_cast<double>(x[r * Width + i]) + added[r * Width + i];
      CHECK(normal[r * Width + i] ==
            doctest::Approx((v - mean) / std::sqrt(squares) * gain[i] + bias[i]).epsilon(1e-4).scale(1));
    }
  }
}

TEST_CASE("attention is what it stands for, with the same bits on every processor, for any number of rows") {
  constexpr std::size_t Width = 64;
  constexpr std::size_t Heads = 2;
  constexpr std::size_t Columns = Width / Heads;
  for (const std::size_t rows : {1U, 3U, 16U, 21U}) {
    CAPTURE(rows);
    const std::vector<float> qkv = numbers(rows * 3 * Width, 2.0F, 6);
    std::vector<float> first;
    for (const AttentionKernels* const k : all_kernels()) {
      std::vector<float> scratch(attention_scratch(rows, Width, Heads), std::nanf(""));
      std::vector<float> out(rows * Width);
      k->attend(qkv.data(), rows, Width, Heads, scratch.data(), out.data());
      if (first.empty()) {
        first = out;
      }
      CHECK(same_bits(out, first));
    }
    for (std::size_t h = 0; h < Heads; ++h) {
      for (std::size_t r = 0; r < rows; ++r) {
        std::vector<double> weights(rows);
        double total = 0;
        for (std::size_t j = 0; j < rows; ++j) {
          double dot = 0;
          for (std::size_t c = 0; c < Columns; ++c) {
            dot += static_cast<double>(qkv[r * 3 * Width + h * Columns + c]) *
                   qkv[j * 3 * Width + Width + h * Columns + c];
          }
          weights[j] = std::exp(dot / std::sqrt(static_cast<double>(Columns)));
          total += weights[j];
        }
        for (std::size_t c = 0; c < Columns; ++c) {
          double sum = 0;
          for (std::size_t j = 0; j < rows; ++j) {
            sum += weights[j] / total * qkv[j * 3 * Width + 2 * Width + h * Columns + c];
          }
          CHECK(first[r * Width + h * Columns + c] == doctest::Approx(sum).epsilon(1e-4).scale(1));
        }
      }
    }
  }
}

}  // namespace
