#include <entente/formats/csv.hpp>

#include <array>
#include <string_view>

#include <entente/formats/fields.hpp>

namespace entente {

namespace {

void append_cell(std::string& out, std::string_view value) {
  if (value.find_first_of(",\"\r\n") == std::string_view::npos) {
    out += value;
    return;
  }
  out += '"';
  for (const char c : value) {
    out += c == '"' ? "\"\"" : std::string_view(&c, 1);
  }
  out += '"';
}

void append_text(std::string& out, std::string_view value) {
  const bool formula = !value.empty() && (std::string_view("=+-@").find(value.front()) != std::string_view::npos ||
                                          static_cast<unsigned char>(value.front()) < ' ');
  append_cell(out, formula ? "'" + std::string(value) : std::string(value));
}

template <typename Element>
void append_header(std::string& out, std::span<const Field<Element>> fields) {
  for (const Field<Element>& field : fields) {
    out += ',';
    out += field.name;
  }
  out += '\n';
}

template <typename Element>
void append_fields(std::string& out, std::span<const Field<Element>> fields, const Network& network, Element of) {
  for (const Field<Element>& field : fields) {
    out += ',';
    const std::string value = field_text(field.get(network, of));
    const bool number = field.kind == FieldKind::Whole || field.kind == FieldKind::Real;
    number ? append_cell(out, value) : append_text(out, value);
  }
  out += '\n';
}

}  // namespace

std::string write_csv_actors(const Network& network) {
  // Gephi knows the columns Id and Label; the name is the label.
  const std::span<const Field<Vertex>> fields = actor_fields().subspan(1);
  std::string out = "Id,Label";
  append_header(out, fields);
  for (auto [vertex, end] = boost::vertices(network); vertex != end; ++vertex) {
    append_text(out, network[*vertex].id);
    out += ',';
    append_text(out, field_text(actor_fields().front().get(network, *vertex)));
    append_fields(out, fields, network, *vertex);
  }
  return out;
}

std::string write_csv_relations(const Network& network) {
  std::string out = "Source,Target";
  append_header(out, relation_fields());
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    append_text(out, network[boost::source(*edge, network)].id);
    out += ',';
    append_text(out, network[boost::target(*edge, network)].id);
    append_fields(out, relation_fields(), network, *edge);
  }
  return out;
}

}  // namespace entente
