// The fields of actors and relations in the formats for other programs: one value per name, with the same names in all
// formats (docs/graph-format.md). JSON has more: all mentions and evidence with offsets. Names are not reserved words
// of SQL.
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

// A Day is a text that names a day of the calendar: "2023-03-18".
enum class FieldKind : std::uint8_t { Text, Whole, Real, Day, List };

// Text is valid UTF-8. Formats leave out empty texts and lists.
using FieldValue = std::variant<std::string, std::uint64_t, double, std::vector<std::string>>;

// The network to write, and the vocabulary of its relations.
struct TypedNetwork {
  const Network& network;
  const RelationTypes& types;
};

template <typename Element>
struct Field {
  std::string_view name;
  FieldKind kind;
  FieldValue (*get)(const TypedNetwork&, Element);
};

std::span<const Field<Vertex>> actor_fields();
std::span<const Field<Edge>> relation_fields();

bool says_nothing(const FieldValue& value);

// For formats whose values are plain text: "0.85"; a list as an array of JSON, ["Xi", "the president"].
std::string field_text(const FieldValue& value);

// The label of the edge: "visits", "visits (planned)", "does not meet". Negated and planned relations do not look like
// facts.
std::string edge_label(const TypedNetwork& from, Edge edge);

// For programs that keep one edge of a kind between two nodes: the type, "visits", and for further relations of that
// type between the same two "visits 2", "visits 3". In the order of boost::edges.
std::vector<std::string> edge_kinds(const Network& network);

}  // namespace entente
