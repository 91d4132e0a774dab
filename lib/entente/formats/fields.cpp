#include <entente/formats/fields.hpp>

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include <entente/formats/json_text.hpp>
#include <entente/text/characters.hpp>

namespace entente {

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

// Each once, in the order in which the evidence has them.
template <typename Get>
FieldValue of_evidence(const Relation& relation, Get get) {
  std::vector<std::string> list;
  for (const Evidence& evidence : relation.evidence) {
    std::string value = repair_utf8(get(evidence)).text;
    if (std::find(list.begin(), list.end(), value) == list.end()) {
      list.push_back(std::move(value));
    }
  }
  return list;
}

std::string_view time_part(const Relation& relation, std::optional<std::string> TimeExpression::*part) {
  const bool known = relation.time && ((*relation.time).*part).has_value();
  return known ? std::string_view(*((*relation.time).*part)) : std::string_view();
}

std::string_view gender_name(ActorGender gender) {
  constexpr std::array<std::string_view, 3> Names = {"", "feminine", "masculine"};
  return Names[static_cast<std::size_t>(gender)];
}

constexpr std::array ActorFields = {
    Field<Vertex>{"name", FieldKind::Text, [](const Network& n, Vertex v) { return text(n[v].name); }},
    Field<Vertex>{"type", FieldKind::Text, [](const Network& n, Vertex v) { return text(actor_kind_name(n[v].kind)); }},
    Field<Vertex>{"description", FieldKind::Text, [](const Network& n, Vertex v) { return text(n[v].description); }},
    Field<Vertex>{"gender", FieldKind::Text, [](const Network& n, Vertex v) { return text(gender_name(n[v].gender)); }},
    Field<Vertex>{"country", FieldKind::Text, [](const Network& n, Vertex v) { return text(n[v].country); }},
    Field<Vertex>{"salience", FieldKind::Real,
                  [](const Network& n, Vertex v) -> FieldValue { return static_cast<double>(n[v].salience); }},
    Field<Vertex>{"mentions", FieldKind::Whole,
                  [](const Network& n, Vertex v) -> FieldValue { return std::uint64_t{n[v].mentions.size()}; }},
    Field<Vertex>{"aliases", FieldKind::List, [](const Network& n, Vertex v) { return texts(n[v].aliases); }},
};

constexpr std::array RelationFields = {
    Field<Edge>{"type", FieldKind::Text, [](const Network& n, Edge e) { return text(n[e].type); }},
    Field<Edge>{"predicate", FieldKind::Text, [](const Network& n, Edge e) { return text(n[e].predicate); }},
    Field<Edge>{"status", FieldKind::Text, [](const Network& n, Edge e) { return text(status_name(n[e].status)); }},
    Field<Edge>{"speaker", FieldKind::Text, [](const Network& n, Edge e) { return text(n[e].speaker); }},
    Field<Edge>{"time", FieldKind::Text,
                [](const Network& n, Edge e) { return text(n[e].time ? n[e].time->text : std::string()); }},
    Field<Edge>{"from", FieldKind::Text,
                [](const Network& n, Edge e) { return text(time_part(n[e], &TimeExpression::from)); }},
    Field<Edge>{"to", FieldKind::Text,
                [](const Network& n, Edge e) { return text(time_part(n[e], &TimeExpression::to)); }},
    Field<Edge>{"confidence", FieldKind::Real,
                [](const Network& n, Edge e) -> FieldValue { return static_cast<double>(n[e].confidence); }},
    Field<Edge>{"evidence", FieldKind::Whole,
                [](const Network& n, Edge e) -> FieldValue { return std::uint64_t{n[e].evidence.size()}; }},
    Field<Edge>{"articles", FieldKind::List,
                [](const Network& n, Edge e) {
                  const auto& articles = n[boost::graph_bundle].articles;
                  return of_evidence(n[e], [&](const Evidence& said) { return articles.at(said.article).id; });
                }},
    Field<Edge>{"sentences", FieldKind::List,
                [](const Network& n, Edge e) {
                  return of_evidence(n[e], [](const Evidence& said) -> std::string_view { return said.text; });
                }},
};

}  // namespace

std::span<const Field<Vertex>> actor_fields() { return ActorFields; }

std::span<const Field<Edge>> relation_fields() { return RelationFields; }

bool says_nothing(const FieldValue& value) {
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
      return fmt::format("{}", fmt::join(list, "; "));
    }
  };
  return std::visit(Visitor(), value);
}

}  // namespace entente
