// The transformer's loops for any processor.
#include <entente/encoding/attention_kernels.hpp>
#include <entente/encoding/integer_products.hpp>

namespace entente::portable {

#include "attention_loops.inc"

const AttentionKernels& attention_kernels() { return All; }

}  // namespace entente::portable
