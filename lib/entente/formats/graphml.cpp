#include <entente/formats/graphml.hpp>

#include <fmt/format.h>

#include <entente/formats/fields.hpp>
#include <entente/formats/json.hpp>
#include <entente/formats/xml_writer.hpp>

namespace entente::inline v0_1 {

namespace {

const char* type_name(FieldKind kind) {
  return kind == FieldKind::Whole ? "long" : kind == FieldKind::Real ? "double" : "string";
}

void write_key(XmlWriter& xml, const char* element, std::string_view name, FieldKind kind) {
  xml.open("key")
      .attribute("id", fmt::format("{}.{}", element, name))
      .attribute("for", element)
      .attribute("attr.name", name)
      .attribute("attr.type", type_name(kind))
      .close();
}

void write_data(XmlWriter& xml, const char* element, std::string_view name, std::string_view value) {
  xml.open("data").attribute("key", fmt::format("{}.{}", element, name)).text(value).close();
}

template <typename Element>
void write_fields(XmlWriter& xml, const char* element, std::span<const Field<Element>> fields, const TypedNetwork& from,
                  Element of) {
  for (const Field<Element>& field : fields) {
    if (const FieldValue value = field.get(from, of); !is_empty(value)) {
      write_data(xml, element, field.name, field_text(value));
    }
  }
}

}  // namespace

std::string write_graphml(const Network& network) { return write_graphml(network, network.relation_types()); }

std::string write_graphml(const Network& network, const RelationTypes& types) {
  const TypedNetwork from{network, types};
  XmlWriter xml;
  xml.open("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns");
  write_key(xml, "graph", "articles", FieldKind::Text);
  write_key(xml, "node", "label", FieldKind::Text);
  write_key(xml, "edge", "label", FieldKind::Text);
  write_key(xml, "edge", "weight", FieldKind::Real);
  for (const auto& field : actor_fields()) {
    write_key(xml, "node", field.name, field.kind);
  }
  for (const auto& field : relation_fields()) {
    write_key(xml, "edge", field.name, field.kind);
  }
  xml.open("graph").attribute("id", "entente").attribute("edgedefault", "directed");
  write_data(xml, "graph", "articles", write_json_articles(network));
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    xml.open("node").attribute("id", network[*vertex].id);
    write_data(xml, "node", "label", network[*vertex].name);
    write_fields(xml, "node", actor_fields(), from, *vertex);
    xml.close();
  }
  std::size_t number = 0;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    xml.open("edge")
        .attribute("id", fmt::format("{}", number++))
        .attribute("source", network[boost::source(*edge, network)].id)
        .attribute("target", network[boost::target(*edge, network)].id);
    write_data(xml, "edge", "label", edge_label(from, *edge));
    write_data(xml, "edge", "weight", fmt::format("{}", network[*edge].evidence.size()));
    write_fields(xml, "edge", relation_fields(), from, *edge);
    xml.close();
  }
  return xml.close().close().finish();
}

}  // namespace entente
