#include <entente/render/arrange.hpp>

namespace entente {

namespace {

LayoutRequest request_for(const Scene& scene, const RenderOptions& options) {
  LayoutRequest request;
  request.engine = options.engine;
  for (const auto& node : scene.actors) {
    request.nodes.push_back({node.box.width, node.box.height, node.shape == Shape::Oval});
  }
  for (const auto& line : scene.lines) {
    LayoutEdge edge;
    edge.source = line.source;
    edge.target = line.target;
    edge.label_width = line.label.width;
    edge.label_height = line.label.height;
    edge.source_tip = line.source_tip;
    edge.target_tip = line.target_tip;
    edge.tip_size = line.tip_size;
    request.edges.push_back(edge);
  }
  return request;
}

}  // namespace

Point arrange(Scene& scene, const RenderOptions& options) {
  if (scene.actors.empty()) {
    return {};
  }
  const auto layout = lay_out(request_for(scene, options));
  for (std::size_t i = 0; i < scene.actors.size(); ++i) {
    scene.actors[i].box.centre = layout.nodes[i];
  }
  for (std::size_t i = 0; i < scene.lines.size(); ++i) {
    scene.lines[i].path = layout.edges[i];
    scene.lines[i].label.centre = layout.edges[i].label;
  }
  return {layout.width, layout.height};
}

}  // namespace entente
