// The fields of actors and relations in the formats for other programs, with the same names in all formats
// (docs/graph-format.md). JSON has more: all mentions and evidence with offsets. No name is a reserved word of SQL.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// The type of a field. A Day is text like "2023-03-18".
enum class FieldKind : std::uint8_t { Text, Whole, Real, Day, List };

// The value of a field, by its kind: Text and Day, Whole, Real, List. Text is valid UTF-8. Formats omit empty texts
// and lists.
using FieldValue = std::variant<std::string, std::uint64_t, double, std::vector<std::string>>;

// The network to write, and the vocabulary of its relations. Both must outlive it.
struct TypedNetwork {
  const Network& network;
  const RelationTypes& types;
};

// A field of an actor (Element is Vertex) or a relation (Element is Edge).
template <typename Element>
struct Field {
  std::string_view name;
  FieldKind kind;
  FieldValue (*get)(const TypedNetwork&, Element);
};

// The fields in the order in which formats write them; those of relations end with the lists.
std::span<const Field<Vertex>> actor_fields();
std::span<const Field<Edge>> relation_fields();

// Whether the value is an empty text or an empty list.
bool is_empty(const FieldValue& value);

// The value for formats in which values are plain text: "0.85"; a list becomes a JSON array, ["Xi", "the president"].
std::string field_text(const FieldValue& value);

// The label of the edge, which shows its status: "visits", "visits (planned)", "does not meet".
std::string edge_label(const TypedNetwork& from, Edge edge);

// The kinds of all edges, in the order of boost::edges, for programs that keep one edge of a kind between two nodes:
// the type, "visits", and for further relations of that type between the same two actors "visits 2", "visits 3".
std::vector<std::string> edge_kinds(const Network& network);

}  // namespace entente
