#include <entente/formats/gexf.hpp>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <numbers>
#include <numeric>

#include <fmt/format.h>

#include <entente/formats/fields.hpp>
#include <entente/formats/spells.hpp>
#include <entente/formats/xml_writer.hpp>

namespace entente::inline v0_1 {

namespace {

const char* type_name(FieldKind kind) {
  switch (kind) {
    case FieldKind::Whole:
      return "long";
    case FieldKind::Real:
      return "double";
    case FieldKind::List:
      return "liststring";
    default:
      return "string";
  }
}

template <typename Element>
void write_attributes(XmlWriter& xml, const char* element, std::span<const Field<Element>> fields) {
  xml.open("attributes").attribute("class", element).attribute("mode", "static");
  for (const Field<Element>& field : fields) {
    xml.open("attribute")
        .attribute("id", fmt::format("{}.{}", element, field.name))
        .attribute("title", field.name)
        .attribute("type", type_name(field.kind))
        .close();
  }
  xml.close();
}

template <typename Element>
void write_values(XmlWriter& xml, const char* element, std::span<const Field<Element>> fields, const TypedNetwork& from,
                  Element of) {
  xml.open("attvalues");
  for (const Field<Element>& field : fields) {
    if (const FieldValue value = field.get(from, of); !is_empty(value)) {
      xml.open("attvalue")
          .attribute("for", fmt::format("{}.{}", element, field.name))
          .attribute("value", field_text(value))
          .close();
    }
  }
  xml.close();
}

void write_spells(XmlWriter& xml, const std::vector<Spell>& spells) {
  if (spells.empty()) {
    return;
  }
  xml.open("spells");
  for (const Spell& spell : spells) {
    xml.open("spell").attribute("start", spell.first).attribute("end", spell.last).close();
  }
  xml.close();
}

// Writes a color like "#1f5c8f" as three numbers; nothing for any other text.
void write_color(XmlWriter& xml, std::string_view color) {
  unsigned rgb = 0;
  if (color.size() != 7 || std::from_chars(color.data() + 1, color.data() + 7, rgb, 16).ptr != color.data() + 7) {
    return;
  }
  xml.open("viz:color")
      .attribute("r", fmt::format("{}", rgb >> 16U))
      .attribute("g", fmt::format("{}", rgb >> 8U & 0xffU))
      .attribute("b", fmt::format("{}", rgb & 0xffU))
      .close();
}

// The rank of each vertex by salience: 0 for the most salient.
std::vector<std::size_t> salience_ranks(const Network& network) {
  std::vector<Vertex> order(boost::num_vertices(network));
  std::iota(order.begin(), order.end(), Vertex{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](Vertex a, Vertex b) { return network[a].salience > network[b].salience; });
  std::vector<std::size_t> rank(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) {
    rank[order[i]] = i;
  }
  return rank;
}

// Writes a position to start a layout from: on a spiral like that of the seeds of a sunflower (Vogel 1979), on which
// nodes do not overlap.
void write_position(XmlWriter& xml, std::size_t rank) {
  constexpr double Distance = 60.0;
  const double angle = static_cast<double>(rank) * std::numbers::pi * (3.0 - std::sqrt(5.0));
  const double radius = Distance * std::sqrt(static_cast<double>(rank));
  xml.open("viz:position")
      .attribute("x", fmt::format("{:.1f}", radius * std::cos(angle)))
      .attribute("y", fmt::format("{:.1f}", radius * std::sin(angle)))
      .attribute("z", "0")
      .close();
}

void write_nodes(XmlWriter& xml, const TypedNetwork& from, const Spells& spells, const GexfColors& colors) {
  const Network& network = from.network;
  const std::vector<std::size_t> rank = salience_ranks(network);
  float max_salience = 0.0F;
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    max_salience = std::max(max_salience, network[*vertex].salience);
  }
  constexpr double Smallest = 10.0;
  constexpr double Growth = 40.0;
  xml.open("nodes");
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    const Actor& actor = network[*vertex];
    xml.open("node").attribute("id", actor.id).attribute("label", actor.name);
    write_values(xml, "node", actor_fields(), from, *vertex);
    write_spells(xml, spells.actors[*vertex]);
    const double share = max_salience > 0.0F ? static_cast<double>(actor.salience / max_salience) : 0.0;
    write_color(xml, colors.actors.at(static_cast<std::size_t>(actor.kind)));
    write_position(xml, rank[*vertex]);
    xml.open("viz:size").attribute("value", fmt::format("{:.1f}", Smallest + Growth * std::sqrt(share))).close();
    xml.close();
  }
  xml.close();
}

void write_edges(XmlWriter& xml, const TypedNetwork& from, const Spells& spells, const GexfColors& colors) {
  const Network& network = from.network;
  const std::vector<std::string> kinds = edge_kinds(network);
  xml.open("edges");
  std::size_t number = 0;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge, ++number) {
    const Relation& relation = network[*edge];
    xml.open("edge")
        .attribute("id", fmt::format("{}", number))
        .attribute("source", network[boost::source(*edge, network)].id)
        .attribute("target", network[boost::target(*edge, network)].id)
        .attribute("kind", kinds[number])
        .attribute("label", edge_label(from, *edge))
        .attribute("weight", fmt::format("{}", relation.evidence.size()));
    write_values(xml, "edge", relation_fields(), from, *edge);
    write_spells(xml, spells.relations[number]);
    const RelationType& type = from.types.named(relation.type);
    write_color(xml, colors.families.at(static_cast<std::size_t>(type.family)));
    xml.close();
  }
  xml.close();
}

}  // namespace

std::string write_gexf(const Network& network, const GexfColors& colors) {
  return write_gexf(network, network.relation_types(), colors);
}

std::string write_gexf(const Network& network, const RelationTypes& types, const GexfColors& colors) {
  const TypedNetwork from{network, types};
  const Spells spells = find_spells(network);
  XmlWriter xml;
  xml.open("gexf")
      .attribute("xmlns", "http://gexf.net/1.3")
      .attribute("xmlns:viz", "http://gexf.net/1.3/viz")
      .attribute("version", "1.3");
  xml.open("graph")
      .attribute("defaultedgetype", "directed")
      .attribute("mode", "dynamic")
      .attribute("timeformat", "date")
      .attribute("timerepresentation", "interval");
  write_attributes(xml, "node", actor_fields());
  write_attributes(xml, "edge", relation_fields());
  write_nodes(xml, from, spells, colors);
  write_edges(xml, from, spells, colors);
  return xml.close().close().finish();
}

}  // namespace entente
