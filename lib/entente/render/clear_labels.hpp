// Moves labels that overlap something to free places beside their lines.
#pragma once

#include <entente/render/layout.hpp>

namespace entente::inline v0_1 {

// Graphviz does not avoid all overlaps: in its layered layout labels may touch each other, and the other layouts ignore
// labels. A label that overlaps an actor, a label or a line is moved along its own line to a free place, if necessary
// outside the layout, which then grows; without a free place, to where it covers least. Other labels stay.
void clear_labels(const LayoutRequest& request, Layout& layout);

}  // namespace entente
