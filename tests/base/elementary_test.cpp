#include <entente/base/elementary.hpp>

#include <cmath>

#include <doctest/doctest.h>

using namespace entente;

namespace {

double error(double found, double expected) {
  return std::abs(found - expected) / std::max(1e-300, std::abs(expected));
}

}  // namespace

TEST_CASE("exponential and logarithm are those of the C library but for the last bits") {
  for (double x = -700.0; x < 709.0; x += 0.37) {
    CAPTURE(x);
    CHECK(error(exponential(x), std::exp(x)) < 1e-15);
  }
  for (double x = 1e-300; x < 1e300; x *= 1.7) {
    CAPTURE(x);
    CHECK(error(logarithm(x), std::log(x)) < 1e-15);
  }
  for (double x = 0.5; x < 2.0; x += 0.001) {
    CAPTURE(x);
    CHECK(std::abs(logarithm(x) - std::log(x)) < 4e-16);
  }
}

TEST_CASE("exponential has an end on both sides") {
  CHECK(exponential(0.0) == 1.0);
  CHECK(exponential(-1e30) == 0.0);
  CHECK(std::isinf(exponential(1e30)));
  CHECK(std::isnan(exponential(NAN)));
  CHECK(logarithm(1.0) == 0.0);
}

TEST_CASE("sine and cosine are those of the C library but for the last bits") {
  for (double x = -3000.0; x < 3000.0; x += 0.173) {
    CAPTURE(x);
    CHECK(std::abs(sine(x) - std::sin(x)) < 1e-12);
    CHECK(std::abs(cosine(x) - std::cos(x)) < 1e-12);
  }
  CHECK(length_of(3.0, -4.0) == 5.0);
}
