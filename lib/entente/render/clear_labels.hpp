// Labels that lie on something → beside their lines where there is room.
#pragma once

#include <entente/render/layout.hpp>

namespace entente::inline v0_1 {

// Graphviz keeps a label clear of most things, not of all: its layered layout lets some labels touch one another, the
// others know nothing of labels. Moves those that lie on an actor, a label or a line along their own line to where they
// cover nothing, where need be outside of the layout, which then grows; where there is no such place, to where they
// cover least. All other labels stay.
void clear_labels(const LayoutRequest& request, Layout& layout);

}  // namespace entente
