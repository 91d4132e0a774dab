// Alone in its file, as kernels_choice.cpp is, so that a test can define this function to run another version.
#include <entente/encoding/attention_kernels.hpp>

namespace entente::inline v0_1 {

const AttentionKernels& attention_kernels() { return attention_of_processor(); }

}  // namespace entente
