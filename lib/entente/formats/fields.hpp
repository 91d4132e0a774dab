// What the formats for other programs say of each actor and relation: one value per name, the same names in all of them
// (docs/graph-format.md). The JSON says more: every mention and every evidence with its place. Names are no reserved
// words of SQL.
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

// A Date is text that names a day of the calendar: "2023-03-18".
enum class FieldKind : std::uint8_t { Text, Whole, Real, Date, List };

// Text is valid UTF-8. An empty text or list says nothing: formats leave it out.
using FieldValue = std::variant<std::string, std::uint64_t, double, std::vector<std::string>>;

// What is written: a network, and what its types of relations mean.
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

// What stands on the edge: "visits", "visits (planned)", "does not meet". Nothing denied or only planned looks like a
// fact.
std::string edge_label(const TypedNetwork& from, Edge edge);

// For programs that keep one edge of a kind between two nodes: the type, "visits", and for further relations of that
// type between the same two "visits 2", "visits 3". In the order of boost::edges.
std::vector<std::string> edge_kinds(const Network& network);

}  // namespace entente
