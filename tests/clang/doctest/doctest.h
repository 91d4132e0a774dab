// doctest for Clang before 16, which cannot capture structured bindings in the lambda that CAPTURE makes: they are
// bound to a reference first. The other compilers use doctest as it is. It may be included twice: the second time,
// where main.cpp asks for it, doctest defines its functions.
#pragma GCC system_header  // allows include_next

#include_next <doctest/doctest.h>

#undef CAPTURE
#define ENTENTE_CAPTURE(text, value, name) \
  const auto& name = value;                \
  DOCTEST_INFO(text " := ", name)
#define CAPTURE(value) ENTENTE_CAPTURE(#value, value, DOCTEST_ANONYMOUS(captured_))
