// Where Graphviz's layouts and drawings come from.
#pragma once

struct GVC_s;  // of Graphviz: GVC_t

namespace entente::inline v0_1 {

// A context with the plug-ins for what render() needs: those that Graphviz finds in its own folder, or, where the build
// has linked them (ENTENTE_LINK_PLUGINS), these alone, so that nothing has to be installed. Null where Graphviz fails.
GVC_s* open_graphviz();

}  // namespace entente
