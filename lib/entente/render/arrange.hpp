// Sizes of boxes and labels → their places: asks Graphviz for layouts and takes the best.
#pragma once

#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

// Places actors, lines and labels of the scene; gives width and height of the whole.
Point arrange(Scene& scene, const RenderOptions& options);

}  // namespace entente
