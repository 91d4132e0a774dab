#include <entente/render/graphviz_plugins.hpp>

#include <graphviz/gvc.h>

#ifdef ENTENTE_LINK_PLUGINS
#include <array>

extern "C" {
// Declared by no header of Graphviz: the one symbol of each plug-in's library.
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;    // NOLINT(readability-identifier-naming)
#ifndef __EMSCRIPTEN__                                        // in a browser, Graphviz lays out alone
extern gvplugin_library_t gvplugin_neato_layout_LTX_library;  // NOLINT(readability-identifier-naming)
extern gvplugin_library_t gvplugin_core_LTX_library;          // NOLINT(readability-identifier-naming)
extern gvplugin_library_t gvplugin_pango_LTX_library;         // NOLINT(readability-identifier-naming)
#endif
}
#endif

namespace entente::inline v0_1 {

#ifdef ENTENTE_LINK_PLUGINS

GVC_s* open_graphviz() {
  static auto plugins = std::to_array<lt_symlist_t>({
      {"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library},
#ifndef __EMSCRIPTEN__
      {"gvplugin_neato_layout_LTX_library", &gvplugin_neato_layout_LTX_library},
      {"gvplugin_core_LTX_library", &gvplugin_core_LTX_library},
      {"gvplugin_pango_LTX_library", &gvplugin_pango_LTX_library},
#endif
      {nullptr, nullptr},
  });
  constexpr int FromItsFolder = 0;  // no others
  return gvContextPlugins(plugins.data(), FromItsFolder);
}

#else

GVC_s* open_graphviz() { return gvContext(); }

#endif

}  // namespace entente
