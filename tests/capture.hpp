// doctest's CAPTURE for Clang before 16, whose lambdas cannot capture structured bindings: the value is written down at
// once. tests/CMakeLists.txt includes this file where it is needed.
#pragma once

#include <ostream>

#include <doctest/doctest.h>

#undef CAPTURE
#define CAPTURE(x)                                                             \
  const auto DOCTEST_ANONYMOUS(captured_) = doctest::detail::MakeContextScope( \
      [value = doctest::toString(x)](std::ostream* out) { *out << #x " := " << value; })
