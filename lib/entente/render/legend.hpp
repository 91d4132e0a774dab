// The legend: what shapes, colors and lines mean, made from what is in the scene, and only that.
#pragma once

#include <entente/render/scene.hpp>

namespace entente::inline v0_1 {

// Adds the legend to the scene, beginning at the height `top` and not wider than `width`; gives the height where it
// ends.
double add_legend(Scene& scene, const Network& network, const Drawing& drawing, double top, double width);

}  // namespace entente
