// What the formats for other programs say of each actor and relation: one value per name, the same names in all of them
// (docs/graph-format.md). The JSON says more: every mention and every evidence with its place.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <entente/graph/network.hpp>

namespace entente {

enum class FieldKind : std::uint8_t { Text, Whole, Real, List };

// Text is valid UTF-8. An empty text or list says nothing: formats leave it out.
using FieldValue = std::variant<std::string, std::uint64_t, double, std::vector<std::string>>;

template <typename Element>
struct Field {
  std::string_view name;
  FieldKind kind;
  FieldValue (*get)(const Network&, Element);
};

std::span<const Field<Vertex>> actor_fields();
std::span<const Field<Edge>> relation_fields();

bool says_nothing(const FieldValue& value);

// For formats whose values are plain text: "0.85"; the items of a list with "; " between them.
std::string field_text(const FieldValue& value);

}  // namespace entente
