#include <entente/encoding/attention_kernels.hpp>

namespace entente::inline v0_1 {

const AttentionKernels& attention_of_processor() {
#if defined(__x86_64__)
  if (__builtin_cpu_supports("avx512bw") != 0 && __builtin_cpu_supports("avx512vl") != 0 &&
      __builtin_cpu_supports("avx512dq") != 0) {
    return avx512::attention_kernels();
  }
  if (__builtin_cpu_supports("avx2") != 0) {
    return avx2::attention_kernels();
  }
#endif
  return portable::attention_kernels();
}

}  // namespace entente
