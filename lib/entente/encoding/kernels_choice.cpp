// Alone in its file, so that a program that is linked with the static library can replace it: a test defines this
// function to run either version.
#include <entente/encoding/kernels.hpp>

namespace entente::inline v0_1 {

const Kernels& kernels() {
#if defined(__x86_64__)
  static const bool fast = __builtin_cpu_supports("avx2") != 0;
  return fast ? avx2::kernels() : portable::kernels();
#else
  return portable::kernels();
#endif
}

}  // namespace entente
