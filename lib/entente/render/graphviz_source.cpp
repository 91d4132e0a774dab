#include <entente/render/graphviz_source.hpp>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>

#include <entente/formats/fields.hpp>
#include <entente/render/lettering.hpp>
#include <entente/render/style.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

// Line breaks and other control characters become spaces: some end the text for Graphviz.
std::string one_line(std::string_view bytes) {
  std::string text = repair_utf8(bytes).text;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < ' '; }, ' ');
  return text;
}

std::string quoted(std::string_view bytes) { return quoted_dot(one_line(bytes)); }
std::string tooltip(std::string_view bytes) { return quoted_tooltip(one_line(bytes)); }

std::string_view shape(NodeShape shape) {
  return shape == NodeShape::Oval ? "ellipse" : shape == NodeShape::Note ? "note" : "box";
}

std::string node(const Actor& actor) {
  const ActorStyle& style = picture_style().of(actor.kind);
  const bool round = style.shape == NodeShape::Round || style.shape == NodeShape::DoubleRound;
  const bool doubled = style.shape == NodeShape::DoubleRound || style.shape == NodeShape::DoubleSquare;
  return fmt::format(
      "  {} [label={} class={} shape={} style=\"{}filled\"{} fillcolor=\"{}\" color=\"{}\" tooltip={}]\n",
      quoted(actor.id), quoted(actor.name), quoted(actor_kind_name(actor.kind)), shape(style.shape),
      round ? "rounded," : "", doubled ? " peripheries=2" : "", style.fill.light, style.line.light,
      tooltip(actor.description.empty() ? actor.name : actor.description));
}

std::string_view line(Status status) {
  const Stroke stroke = stroke_of(status);
  return stroke == Stroke::Solid ? "solid" : stroke == Stroke::Dotted ? "dotted" : "dashed";
}

std::string sentences(const Relation& relation) {
  std::string all;
  for (const Evidence& evidence : relation.evidence) {
    all += (all.empty() ? "" : " / ") + evidence.text;
  }
  return all;
}

std::string edge(const TypedNetwork& from, Edge edge) {
  const Network& network = from.network;
  const Relation& relation = network[edge];
  const RelationType& type = from.types.named(relation.type);
  const std::string& color = picture_style().of(type.family).color.light;
  return fmt::format("  {} -> {} [label={} class={} style={} arrowhead={} color=\"{}\" fontcolor=\"{}\" tooltip={}]\n",
                     quoted(network[boost::source(edge, network)].id), quoted(network[boost::target(edge, network)].id),
                     quoted(edge_label(from, edge)), quoted(family_name(type.family)), line(relation.status),
                     tip_of(relation.status, !type.symmetric), color, color, tooltip(sentences(relation)));
}

}  // namespace

std::string write_graphviz(const Network& network) { return write_graphviz(network, network.relation_types()); }

std::string write_graphviz(const Network& network, const RelationTypes& types) {
  const TypedNetwork from{network, types};
  std::string out = fmt::format(
      "// Lay it out by: dot -Tsvg FILE -o FILE.svg, or for large networks: sfdp -Tsvg FILE -o FILE.svg\n"
      "digraph entente {{\n"
      "  graph [charset=\"UTF-8\" overlap=prism]\n"
      "  node [fontname=\"{0}\"]\n"
      "  edge [fontname=\"{0}\" fontsize=10]\n",
      FontList);
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    out += node(network[*vertex]);
  }
  for (auto [at, end] = boost::edges(network); at != end; ++at) {
    out += edge(from, *at);
  }
  return out + "}\n";
}

}  // namespace entente
