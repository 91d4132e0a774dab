#include <entente/render/arrange.hpp>

#include <algorithm>
#include <array>
#include <numbers>
#include <numeric>
#include <optional>

#include <entente/base/elementary.hpp>
#include <entente/render/clear_labels.hpp>
#include <entente/render/judge.hpp>
#include <entente/render/pack.hpp>
#include <entente/render/spread.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr double HeadlineWeight = 3.0;

LayoutRequest request_for(const Scene& scene, const RenderOptions& options) {
  LayoutRequest request;
  request.engine = options.engine;
  for (const auto& node : scene.actors) {
    request.nodes.push_back({node.box.width, node.box.height, node.shape == NodeShape::Oval});
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
    edge.weight = line.in_headline ? HeadlineWeight : 1.0;
    request.edges.push_back(edge);
  }
  for (const auto& group : scene.groups) {
    request.groups.push_back({group.actors, group.title.width, group.title.height});
  }
  return request;
}

std::vector<std::pair<std::size_t, std::size_t>> pairs(const LayoutRequest& request) {
  std::vector<std::pair<std::size_t, std::size_t>> result;
  for (const auto& edge : request.edges) {
    result.emplace_back(edge.source, edge.target);
  }
  return result;
}

// The same with every line running down (or up) as its ends lie in the direction of the angle.
LayoutRequest turned(const LayoutRequest& request, const std::vector<Point>& plane, double angle) {
  auto result = request;
  const auto height = [&](std::size_t at) { return plane[at].x * cosine(angle) + plane[at].y * sine(angle); };
  for (auto& edge : result.edges) {
    edge.upward = std::pair(height(edge.target), edge.target) < std::pair(height(edge.source), edge.source);
  }
  return result;
}

// A layered layout depends on which lines run down. The directions of the relations give one way, the places of the
// actors on a plane, seen from several sides, give more; larger networks get fewer, to stay quick.
std::vector<LayoutRequest> ways(const LayoutRequest& request) {
  std::vector<LayoutRequest> result = {request};
  const auto size = request.nodes.size() + request.edges.size();
  const std::size_t views = request.nodes.size() <= 3 ? 0 : size <= 80 ? 8 : size <= 160 ? 3 : 0;
  if (request.engine != RenderEngine::Dot || views == 0) {
    return result;
  }
  const auto plane = spread(request.nodes.size(), pairs(request));
  for (std::size_t view = 0; view < views; ++view) {
    result.push_back(turned(request, plane, std::numbers::pi * static_cast<double>(view) / static_cast<double>(views)));
  }
  if (!request.groups.empty()) {
    const auto count = result.size();
    for (std::size_t i = 0; i < count; ++i) {
      result.push_back(result[i]);
      result.back().ranks_over_groups = true;
    }
  }
  return result;
}

Layout best_layout(const LayoutRequest& request, RenderPage page) {
  Layout best;
  double least = 0.0;
  for (const auto& way : ways(request)) {
    auto layout = lay_out(way);
    const double price = cost(way, layout, page);
    if (best.nodes.empty() || price < least) {
      best = std::move(layout);
      least = price;
    }
  }
  return best;
}

// Actors that lines or groups join, with these.
struct Part {
  std::vector<std::size_t> nodes;  // of the whole request
  std::vector<std::size_t> edges;
  std::vector<std::size_t> groups;
  LayoutRequest request;
};

std::vector<std::size_t> representatives(const LayoutRequest& request) {
  std::vector<std::size_t> parent(request.nodes.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  const auto root = [&](std::size_t at) {
    while (parent[at] != at) {
      at = parent[at] = parent[parent[at]];
    }
    return at;
  };
  const auto join = [&](std::size_t a, std::size_t b) {
    const auto [low, high] = std::pair(std::min(root(a), root(b)), std::max(root(a), root(b)));
    parent[high] = low;
  };
  for (const auto& edge : request.edges) {
    join(edge.source, edge.target);
  }
  for (const auto& group : request.groups) {
    for (const auto node : group.nodes) {
      join(group.nodes.front(), node);
    }
  }
  for (std::size_t i = 0; i < parent.size(); ++i) {
    parent[i] = root(i);
  }
  return parent;
}

// In the order of their first actors.
std::vector<Part> parts_of(const LayoutRequest& request) {
  const auto representative = representatives(request);
  std::vector<Part> parts;
  std::vector<std::size_t> part_of(request.nodes.size());
  std::vector<std::size_t> place(request.nodes.size());
  for (std::size_t i = 0; i < request.nodes.size(); ++i) {
    if (representative[i] == i) {
      part_of[i] = parts.size();
      parts.emplace_back().request.engine = request.engine;
    }
    part_of[i] = part_of[representative[i]];
    auto& part = parts[part_of[i]];
    place[i] = part.nodes.size();
    part.nodes.push_back(i);
    part.request.nodes.push_back(request.nodes[i]);
  }
  for (std::size_t i = 0; i < request.edges.size(); ++i) {
    auto edge = request.edges[i];
    auto& part = parts[part_of[edge.source]];
    edge.source = place[edge.source];
    edge.target = place[edge.target];
    part.edges.push_back(i);
    part.request.edges.push_back(edge);
  }
  for (std::size_t i = 0; i < request.groups.size(); ++i) {
    auto group = request.groups[i];
    auto& part = parts[part_of[group.nodes.front()]];
    for (auto& node : group.nodes) {
      node = place[node];
    }
    part.groups.push_back(i);
    part.request.groups.push_back(std::move(group));
  }
  return parts;
}

bool has_headline(const Part& part) {
  const auto& edges = part.request.edges;
  return std::any_of(edges.begin(), edges.end(), [](const LayoutEdge& edge) { return edge.weight > 1.0; });
}

Layout laid_out_in_parts(const LayoutRequest& request, RenderPage page) {
  const auto parts = parts_of(request);
  std::vector<Layout> layouts;
  std::vector<Outline> outlines;
  for (const auto& part : parts) {
    layouts.push_back(best_layout(part.request, page));
    clear_labels(part.request, layouts.back());
    outlines.emplace_back(part.request, layouts.back());
  }
  const auto first = std::find_if(parts.begin(), parts.end(), [](const Part& part) { return has_headline(part); });
  const auto corners = pack(
      outlines, [&](double width, double height) { return page_cost(width, height, page); },
      first == parts.end() ? std::nullopt : std::optional(static_cast<std::size_t>(first - parts.begin())));
  Layout whole;
  whole.nodes.resize(request.nodes.size());
  whole.edges.resize(request.edges.size());
  whole.groups.resize(request.groups.size());
  for (std::size_t p = 0; p < parts.size(); ++p) {
    shift(layouts[p], corners[p]);
    for (std::size_t i = 0; i < parts[p].nodes.size(); ++i) {
      whole.nodes[parts[p].nodes[i]] = layouts[p].nodes[i];
    }
    for (std::size_t i = 0; i < parts[p].edges.size(); ++i) {
      whole.edges[parts[p].edges[i]] = layouts[p].edges[i];
    }
    for (std::size_t i = 0; i < parts[p].groups.size(); ++i) {
      whole.groups[parts[p].groups[i]] = layouts[p].groups.at(i);
    }
    whole.width = std::max(whole.width, corners[p].x + layouts[p].width);
    whole.height = std::max(whole.height, corners[p].y + layouts[p].height);
  }
  return whole;
}

}  // namespace

Point arrange(Scene& scene, const RenderOptions& options) {
  if (scene.actors.empty()) {
    return {};
  }
  const auto request = request_for(scene, options);
  const auto layout = laid_out_in_parts(request, options.page);
  for (std::size_t i = 0; i < scene.actors.size(); ++i) {
    scene.actors[i].box.center = layout.nodes[i];
  }
  for (std::size_t i = 0; i < scene.lines.size(); ++i) {
    scene.lines[i].path = layout.edges[i];
    scene.lines[i].label.center = layout.edges[i].label;
  }
  for (std::size_t i = 0; i < scene.groups.size(); ++i) {
    auto& group = scene.groups[i];
    group.box = layout.groups[i];
    group.title.center = title_box(group.box, group.title.width, group.title.height).center;
  }
  return {layout.width, layout.height};
}

}  // namespace entente
