#include <entente/encoding/kernels.hpp>

#include <cmath>
#include <cstdint>
#include <vector>

#include <doctest/doctest.h>

using namespace entente;

namespace {

// Numbers in [-1, 1), the same in every run.
class Numbers {
 public:
  float next() {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<float>(state_ >> 40U) / 8388608.0F - 1.0F;
  }
  std::vector<float> list(std::size_t size) {
    std::vector<float> out(size);
    for (float& x : out) {
      x = next();
    }
    return out;
  }

 private:
  std::uint64_t state_ = 7;
};

std::vector<const Kernels*> versions() {
  std::vector<const Kernels*> all{&portable::kernels()};
  if (&kernels() != &portable::kernels()) {
    all.push_back(&kernels());
  }
  return all;
}

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

}  // namespace

TEST_CASE("multiply gives the plain product for every shape") {
  Numbers numbers;
  for (const std::size_t rows : {1U, 2U, 5U, 6U, 7U, 97U}) {
    for (const std::size_t outputs : {1U, 16U, 17U, 51U}) {
      const std::size_t inputs = 24;
      const auto weights = numbers.list(outputs * inputs);
      const auto bias = numbers.list(outputs);
      const auto in = numbers.list(rows * (inputs + 3));
      const PackedWeights packed = pack(weights.data(), outputs, inputs, bias);
      for (const Kernels* k : versions()) {
        std::vector<float> out(rows * packed.width(), -7.0F);
        k->multiply(in.data(), rows, inputs + 3, packed, out.data());
        double worst = 0;
        for (std::size_t r = 0; r < rows; ++r) {
          for (std::size_t o = 0; o < packed.width(); ++o) {
            double expected = o < outputs ? bias[o] : 0;
            for (std::size_t i = 0; o < outputs && i < inputs; ++i) {
              expected += static_cast<double>(weights[o * inputs + i]) * in[r * (inputs + 3) + i];
            }
            worst = std::max(worst, std::abs(expected - out[r * packed.width() + o]));
          }
        }
        CAPTURE(rows);
        CAPTURE(outputs);
        CHECK(worst < 1e-5);
      }
    }
  }
}

TEST_CASE("normalise gives mean 0 and variance 1") {
  Numbers numbers;
  const auto x = numbers.list(3 * 32);
  for (const Kernels* k : versions()) {
    std::vector<float> out(x.size());
    k->normalize(x.data(), 3, 32, out.data());
    for (std::size_t r = 0; r < 3; ++r) {
      double mean = 0;
      double squares = 0;
      for (std::size_t i = 0; i < 32; ++i) {
        mean += out[r * 32 + i] / 32;
        squares += out[r * 32 + i] * out[r * 32 + i] / 32;
      }
      CHECK(std::abs(mean) < 1e-5);
      CHECK(squares == doctest::Approx(1).epsilon(1e-3));
    }
  }
}

TEST_CASE("scan carries a state forwards in the first half of the units and backwards in the second") {
  Numbers numbers;
  const std::size_t width = 16;
  for (const std::size_t rows : {1U, 2U, 9U}) {
    auto gates = numbers.list(rows * 3 * width);
    gates[0] = 200.0F;  // the exponential must not overflow
    gates[width] = -200.0F;
    const auto start = numbers.list(rows * width);
    for (const Kernels* k : versions()) {
      std::vector<float> x = start;
      k->scan(gates.data(), rows, width, x.data());
      double worst = 0;
      for (std::size_t unit = 0; unit < width; ++unit) {
        double state = 0;
        for (std::size_t step = 0; step < rows; ++step) {
          const std::size_t t = unit < width / 2 ? step : rows - 1 - step;
          const float* const g = gates.data() + t * 3 * width + unit;
          const double forget = sigmoid(g[width]);
          state = forget * state + (1 - forget) * g[0];
          const double gate = sigmoid(g[2 * width]);
          const double expected = gate * std::tanh(state) + (1 - gate) * start[t * width + unit];
          worst = std::max(worst, std::abs(expected - x[t * width + unit]));
        }
      }
      CAPTURE(rows);
      CHECK(worst < 1e-5);
    }
  }
}

TEST_CASE("every version gives the same bits") {
  Numbers numbers;
  constexpr std::size_t Rows = 13;
  constexpr std::size_t Width = 32;
  const auto in = numbers.list(Rows * Width);
  const auto start = numbers.list(Rows * Width);
  const std::vector<std::int8_t> row(Width, 77);
  const PackedWeights weights = pack(numbers.list(3 * Width * Width).data(), 3 * Width, Width, numbers.list(3 * Width));
  std::vector<std::vector<std::vector<float>>> results;
  for (const Kernels* k : versions()) {
    std::vector<float> normal(in.size());
    std::vector<float> gates(Rows * weights.width());
    std::vector<float> x = start;
    k->add_row(row.data(), 0.013F, Width, x.data());
    k->normalize(in.data(), Rows, Width, normal.data());
    k->multiply(normal.data(), Rows, Width, weights, gates.data());
    k->scan(gates.data(), Rows, Width, x.data());
    results.push_back({std::move(x), std::move(normal), std::move(gates)});
  }
  for (const auto& result : results) {
    CHECK(result == results.front());
  }
}

TEST_CASE("add_row adds scaled bytes, rectify cuts at zero") {
  const std::vector<std::int8_t> row{-127, 0, 127, 1, 2, 3, 4, -5};
  for (const Kernels* k : versions()) {
    std::vector<float> out(8, 1.0F);
    k->add_row(row.data(), 0.5F, 8, out.data());
    CHECK(out == std::vector<float>{-62.5F, 1.0F, 64.5F, 1.5F, 2.0F, 2.5F, 3.0F, -1.5F});
    k->rectify(out.data(), out.size());
    CHECK(out[0] == 0.0F);
    CHECK(out[7] == 0.0F);
    CHECK(out[2] == 64.5F);
  }
}
