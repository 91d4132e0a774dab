#include <entente/encoding/kernels.hpp>

namespace entente::inline v0_1::portable {

#include "kernels_loops.inc"

const Kernels& kernels() { return All; }

}  // namespace entente::portable
