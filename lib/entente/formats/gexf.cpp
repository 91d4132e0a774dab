#include <entente/formats/gexf.hpp>

#include <fmt/format.h>

#include <entente/formats/fields.hpp>
#include <entente/formats/xml_writer.hpp>

namespace entente {

namespace {

const char* type_name(FieldKind kind) {
  return kind == FieldKind::Whole ? "long" : kind == FieldKind::Real ? "double" : "string";
}

template <typename Element>
void declare(XmlWriter& xml, const char* element, std::span<const Field<Element>> fields) {
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
void write_values(XmlWriter& xml, const char* element, std::span<const Field<Element>> fields, const Network& network,
                  Element of) {
  xml.open("attvalues");
  for (const Field<Element>& field : fields) {
    if (const FieldValue value = field.get(network, of); !says_nothing(value)) {
      xml.open("attvalue")
          .attribute("for", fmt::format("{}.{}", element, field.name))
          .attribute("value", field_text(value))
          .close();
    }
  }
  xml.close();
}

void write_nodes(XmlWriter& xml, const Network& network) {
  xml.open("nodes");
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    xml.open("node").attribute("id", network[*vertex].id).attribute("label", network[*vertex].name);
    write_values(xml, "node", actor_fields(), network, *vertex);
    xml.close();
  }
  xml.close();
}

void write_edges(XmlWriter& xml, const Network& network) {
  xml.open("edges");
  std::size_t number = 0;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    xml.open("edge")
        .attribute("id", fmt::format("{}", number++))
        .attribute("source", network[boost::source(*edge, network)].id)
        .attribute("target", network[boost::target(*edge, network)].id)
        .attribute("label", network[*edge].type);
    write_values(xml, "edge", relation_fields(), network, *edge);
    xml.close();
  }
  xml.close();
}

}  // namespace

std::string write_gexf(const Network& network) {
  XmlWriter xml;
  xml.open("gexf").attribute("xmlns", "http://www.gexf.net/1.2draft").attribute("version", "1.2");
  xml.open("graph").attribute("mode", "static").attribute("defaultedgetype", "directed");
  declare(xml, "node", actor_fields());
  declare(xml, "edge", relation_fields());
  write_nodes(xml, network);
  write_edges(xml, network);
  return xml.close().close().finish();
}

}  // namespace entente
