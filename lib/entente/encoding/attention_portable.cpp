// The transformer's loops for any processor.
#include <entente/encoding/attention_kernels.hpp>
#include <entente/encoding/integer_products.hpp>

namespace entente::inline v0_1::portable {

constexpr std::size_t RowsTogether = 2;
constexpr std::size_t VectorsTogether = 1;

#include "attention_loops.inc"

const AttentionKernels& attention_kernels() { return All; }

}  // namespace entente::portable
