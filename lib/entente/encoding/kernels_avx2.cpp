// Compiled with -mavx2 where the target is x86-64; runs only where the processor says that it has it.
#include <entente/encoding/kernels.hpp>

namespace entente::inline v0_1::avx2 {

#include "kernels_loops.inc"

const Kernels& kernels() { return All; }

}  // namespace entente::avx2
