#include <entente/formats/fields.hpp>

#include <array>
#include <map>
#include <tuple>

#include <fmt/format.h>

#include <entente/formats/json_text.hpp>
#include <entente/graph/wording.hpp>
#include <entente/text/characters.hpp>

namespace entente::inline v0_1 {

namespace {

FieldValue text(std::string_view value) { return repair_utf8(value).text; }

FieldValue texts(const std::vector<std::string>& values) {
  std::vector<std::string> list;
  list.reserve(values.size());
  for (const std::string& value : values) {
    list.push_back(repair_utf8(value).text);
  }
  return list;
}

// A list with one item for each piece of evidence, in its order, so that the lists of a relation have parallel items.
template <typename Get>
FieldValue of_evidence(const Relation& relation, Get get) {
  std::vector<std::string> list;
  list.reserve(relation.evidence.size());
  for (const Evidence& evidence : relation.evidence) {
    list.push_back(repair_utf8(get(evidence)).text);
  }
  return list;
}

std::string_view time_part(const Relation& relation, Date TimeExpression::*part) {
  return relation.time ? std::string_view((*relation.time).*part) : std::string_view();
}

const RelationType& type_of(const TypedNetwork& from, Edge edge) { return from.types.named(from.network[edge].type); }

std::string_view gender_name(ActorGender gender) {
  constexpr std::array<std::string_view, 3> Names = {"", "feminine", "masculine"};
  return Names[static_cast<std::size_t>(gender)];
}

constexpr std::array ActorFields = {
    Field<Vertex>{"name", FieldKind::Text, [](const TypedNetwork& n, Vertex v) { return text(n.network[v].name); }},
    Field<Vertex>{"type", FieldKind::Text,
                  [](const TypedNetwork& n, Vertex v) { return text(actor_kind_name(n.network[v].kind)); }},
    Field<Vertex>{"description", FieldKind::Text,
                  [](const TypedNetwork& n, Vertex v) { return text(n.network[v].description); }},
    Field<Vertex>{"gender", FieldKind::Text,
                  [](const TypedNetwork& n, Vertex v) { return text(gender_name(n.network[v].gender)); }},
    Field<Vertex>{"country", FieldKind::Text,
                  [](const TypedNetwork& n, Vertex v) { return text(n.network[v].country); }},
    Field<Vertex>{
        "salience", FieldKind::Real,
        [](const TypedNetwork& n, Vertex v) -> FieldValue { return static_cast<double>(n.network[v].salience); }},
    Field<Vertex>{
        "mentions", FieldKind::Whole,
        [](const TypedNetwork& n, Vertex v) -> FieldValue { return std::uint64_t{n.network[v].mentions.size()}; }},
    Field<Vertex>{"aliases", FieldKind::List,
                  [](const TypedNetwork& n, Vertex v) { return texts(n.network[v].aliases); }},
};

constexpr std::array RelationFields = {
    Field<Edge>{"type", FieldKind::Text, [](const TypedNetwork& n, Edge e) { return text(n.network[e].type); }},
    Field<Edge>{"family", FieldKind::Text,
                [](const TypedNetwork& n, Edge e) { return text(family_name(type_of(n, e).family)); }},
    Field<Edge>{"predicate", FieldKind::Text,
                [](const TypedNetwork& n, Edge e) { return text(n.network[e].predicate); }},
    Field<Edge>{"status", FieldKind::Text,
                [](const TypedNetwork& n, Edge e) { return text(status_name(n.network[e].status)); }},
    Field<Edge>{"speaker", FieldKind::Text, [](const TypedNetwork& n, Edge e) { return text(n.network[e].speaker); }},
    Field<Edge>{"time_text", FieldKind::Text,
                [](const TypedNetwork& n, Edge e) {
                  return text(n.network[e].time ? n.network[e].time->text : std::string());
                }},
    Field<Edge>{"date_from", FieldKind::Day,
                [](const TypedNetwork& n, Edge e) { return text(time_part(n.network[e], &TimeExpression::from)); }},
    Field<Edge>{"date_to", FieldKind::Day,
                [](const TypedNetwork& n, Edge e) { return text(time_part(n.network[e], &TimeExpression::to)); }},
    Field<Edge>{
        "confidence", FieldKind::Real,
        [](const TypedNetwork& n, Edge e) -> FieldValue { return static_cast<double>(n.network[e].confidence); }},
    Field<Edge>{
        "evidence", FieldKind::Whole,
        [](const TypedNetwork& n, Edge e) -> FieldValue { return std::uint64_t{n.network[e].evidence.size()}; }},
    Field<Edge>{"articles", FieldKind::List,
                [](const TypedNetwork& n, Edge e) {
                  const auto& articles = n.network[boost::graph_bundle].articles;
                  return of_evidence(n.network[e], [&](const Evidence& said) { return articles.at(said.article).id; });
                }},
    Field<Edge>{"sentences", FieldKind::List,
                [](const TypedNetwork& n, Edge e) {
                  return of_evidence(n.network[e], [](const Evidence& said) -> std::string_view { return said.text; });
                }},
};

}  // namespace

std::span<const Field<Vertex>> actor_fields() { return ActorFields; }

std::span<const Field<Edge>> relation_fields() { return RelationFields; }

bool is_empty(const FieldValue& value) {
  const auto* const plain = std::get_if<std::string>(&value);
  const auto* const list = std::get_if<std::vector<std::string>>(&value);
  return (plain != nullptr && plain->empty()) || (list != nullptr && list->empty());
}

std::string field_text(const FieldValue& value) {
  struct Visitor {
    std::string operator()(const std::string& plain) const { return plain; }
    std::string operator()(std::uint64_t number) const { return fmt::format("{}", number); }
    std::string operator()(double number) const {
      constexpr int Digits = 4;  // as many as salience has in the JSON; confidence has three
      std::string out;
      append_json_number(out, number, Digits);
      return out;
    }
    std::string operator()(const std::vector<std::string>& list) const {
      std::string out = "[";
      for (const std::string& item : list) {
        out += out.size() == 1 ? "" : ", ";
        append_json_string(out, item);
      }
      return out + ']';
    }
  };
  return std::visit(Visitor(), value);
}

std::string edge_label(const TypedNetwork& from, Edge edge) {
  const Relation& relation = from.network[edge];
  std::string label = repair_utf8(relation_label(relation, type_of(from, edge))).text;
  const bool plain = relation.status == Status::Asserted || is_worded(relation.status);
  return plain ? label : fmt::format("{} ({})", label, status_name(relation.status));
}

std::vector<std::string> edge_kinds(const Network& network) {
  std::map<std::tuple<Vertex, Vertex, std::string_view>, unsigned> parallel;
  std::vector<std::string> kinds;
  for (auto [edge, end] = boost::edges(network); edge != end; ++edge) {
    const std::string& type = network[*edge].type;
    const unsigned number = ++parallel[{boost::source(*edge, network), boost::target(*edge, network), type}];
    const std::string valid = repair_utf8(type).text;
    kinds.push_back(number == 1 ? valid : fmt::format("{} {}", valid, number));
  }
  return kinds;
}

}  // namespace entente
