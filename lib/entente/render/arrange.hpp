// Places boxes and labels: asks Graphviz for several layouts and takes the best.
#pragma once

#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

// Places the actors, lines and labels of the scene; returns its width and height.
Point arrange(Scene& scene, const RenderOptions& options);

}  // namespace entente
