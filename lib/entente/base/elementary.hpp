// Elementary functions that give the same bits on every machine. Only +, -, *, / and square roots do so by
// themselves. The exp, log, sin, cos, pow and hypot of the C library may differ in the last bit between versions and
// processors, and such a difference could change which of two analyses wins. These functions use nothing but the exact
// operations, in a fixed order. Their errors are a few units in the last place.
#pragma once

#include <cmath>
#include <cstdint>
#include <cstring>

namespace entente::inline v0_1 {

namespace detail {

// The logarithm of 2 in two parts. The high part has 33 bits, so its product with an exponent is exact.
inline constexpr double Ln2High = 0x1.62e42feep-1;
inline constexpr double Ln2Low = 0x1.a39ef35793c76p-33;

// 2^exponent for exponents of normal numbers, -1022 to 1023.
inline double power_of_two(int exponent) {
  const std::uint64_t bits = static_cast<std::uint64_t>(exponent + 1023) << 52U;
  double power = 0.0;
  std::memcpy(&power, &bits, sizeof power);
  return power;
}

// The whole number nearest to x; x must fit into an int.
inline int nearest(double x) { return static_cast<int>(x < 0.0 ? x - 0.5 : x + 0.5); }

}  // namespace detail

// e^x. A result below the smallest normal number becomes 0, one that is too large infinity; not a number stays so.
inline double exponential(double x) {
  constexpr double Inverse[] = {1.0 / 39916800, 1.0 / 3628800, 1.0 / 362880, 1.0 / 40320, 1.0 / 5040, 1.0 / 720,
                                1.0 / 120,      1.0 / 24,      1.0 / 6,      0.5,         1.0,        1.0};
  if (!(x < 709.0)) {
    return x >= 709.0 ? static_cast<double>(INFINITY) : x;
  }
  if (x < -708.0) {
    return 0.0;
  }
  const int n = detail::nearest(x * 1.4426950408889634);
  const double r = (x - n * detail::Ln2High) - n * detail::Ln2Low;  // |r| ≤ ln 2 / 2
  double sum = (1.0 / 6227020800) * r + 1.0 / 479001600;
  for (const double factor : Inverse) {
    sum = sum * r + factor;
  }
  return sum * detail::power_of_two(n);
}

// The natural logarithm of a normal number x > 0.
inline double logarithm(double x) {
  int n = 0;
  double m = std::frexp(x, &n);  // exact: x = m · 2^n
  if (m < 0.70710678118654752) {
    m *= 2.0;
    --n;
  }
  // ln m = 2 artanh s, |s| ≤ 0.172
  const double s = (m - 1.0) / (m + 1.0);
  const double square = s * s;
  double sum = 0.0;
  for (int k = 21; k >= 1; k -= 2) {
    sum = sum * square + 1.0 / k;
  }
  return n * detail::Ln2High + (n * detail::Ln2Low + 2.0 * s * sum);
}

// The sine of an angle in radians, of up to some thousand turns.
inline double sine(double x) {
  constexpr double HalfPiHigh = 0x1.921fb544p+0;
  constexpr double HalfPiLow = 0x1.0b4611a626331p-34;
  const int quarter = detail::nearest(x * 0.63661977236758134);
  const double r = (x - quarter * HalfPiHigh) - quarter * HalfPiLow;  // |r| ≤ π / 4
  const double square = r * r;
  // The series of the cosine where a quarter turn was taken off, else that of the sine.
  const bool odd = (quarter & 1) != 0;
  double sum = 1.0;
  for (int k = odd ? 16 : 17; k >= 2; k -= 2) {
    sum = 1.0 - square / (k * (k - 1)) * sum;
  }
  const double value = odd ? sum : r * sum;
  return (quarter & 2) != 0 ? -value : value;
}

// The cosine of an angle of up to some thousand turns.
inline double cosine(double x) { return sine(x + 1.5707963267948966); }

// The length of the vector (x, y); x² + y² must not overflow.
inline double length_of(double x, double y) { return std::sqrt(x * x + y * y); }

}  // namespace entente
