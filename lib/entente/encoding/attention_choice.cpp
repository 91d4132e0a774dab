// Alone in its file for the same reason as kernels_choice.cpp.
#include <entente/encoding/attention_kernels.hpp>

namespace entente::inline v0_1 {

const AttentionKernels& attention_kernels() { return attention_of_processor(); }

}  // namespace entente
