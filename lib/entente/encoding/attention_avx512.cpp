// Compiled with AVX-512 where the target is x86-64; runs only where the processor has it.
#include <entente/encoding/attention_kernels.hpp>
#include <entente/encoding/integer_products.hpp>

namespace entente::inline v0_1::avx512 {

constexpr std::size_t RowsTogether = 8;
constexpr std::size_t VectorsTogether = 2;

#include "attention_loops.inc"

const AttentionKernels& attention_kernels() { return All; }

}  // namespace entente::avx512
