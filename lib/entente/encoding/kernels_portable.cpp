#include <entente/encoding/kernels.hpp>

namespace entente::portable {

#include "kernels_loops.inc"

const Kernels& kernels() { return All; }

}  // namespace entente::portable
