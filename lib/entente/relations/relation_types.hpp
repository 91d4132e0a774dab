// The closed vocabulary of relation types (data/lexicon/relation_types.tsv), which users may extend.
#pragma once

#include <entente/export.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace entente::inline v0_1 {

// Groups of similar types; pictures give each family a color.
enum class RelationFamily : std::uint8_t { Encounter, Alignment, Statement, Conflict, Belonging, Other };
inline constexpr std::size_t FamilyCount = static_cast<std::size_t>(RelationFamily::Other) + 1;
// Whether the relation holds, according to the text.
enum class Status : std::uint8_t {
  Asserted,   // it happened, happens, or holds
  Planned,    // announced, intended, expected
  Possible,   // it may be, or is only alleged
  Requested,  // somebody demands it
  Negated,    // said not to hold or not to happen
  Ended,      // no longer holds: "former president"; a single past event is Asserted
};
inline constexpr Status LastStatus = Status::Ended;
inline constexpr std::size_t StatusCount = static_cast<std::size_t>(LastStatus) + 1;

// How the reader treats relations of a type; a saved network does not have it. data/lexicon/relation_types.tsv explains
// each.
struct RelationTraits {
  bool state = false;
  bool membership = false;
  bool office = false;
  bool journey = false;
  bool one_way = false;
  bool kin = false;
  bool lasting = false;
  Status ended = Status::Ended;  // the status of a relation that the text says has ended
};

// One type of relation, as a row of the vocabulary has it.
struct RelationType {
  std::string name;   // "visits"
  std::string label;  // "visits", "is allied with"
  RelationFamily family = RelationFamily::Other;
  bool symmetric = false;
  std::string cameo;    // root codes, may be empty
  std::string plover;   // event type, may be empty
  std::string meaning;  // one line for `entente types`
  RelationTraits traits;
};

using RelationTypeId = std::uint16_t;  // index into RelationTypes::types

// A vocabulary: the types that ship, and those that a user adds.
struct ENTENTE_EXPORT RelationTypes {
  std::vector<RelationType> types;  // in the vocabulary's order; the last is "other"
  // The id of the type of that name; nothing where there is none.
  std::optional<RelationTypeId> find(std::string_view name) const;
  // The type of that name; "other" where there is none.
  const RelationType& named(std::string_view name) const;
};

// Is this the name of the type of relations that no other type covers?
constexpr bool is_untyped(std::string_view type) { return type == "other"; }

// The vocabulary that ships, extended by what the user's --relations file defines ("" for none).
// Throws Error (BadFormat) with the line that cannot be read, of the file `name`.
ENTENTE_EXPORT RelationTypes load_relation_types(std::string_view user_relations = "",
                                                 const std::string& name = "relations file");

// The vocabulary that ships. Read once.
ENTENTE_EXPORT const RelationTypes& shipped_relation_types();

// "asserted", "planned" …
ENTENTE_EXPORT std::string_view status_name(Status status);
// The status of that name; nothing where there is none.
ENTENTE_EXPORT std::optional<Status> status_named(std::string_view name);
// "encounter", "alignment" …
ENTENTE_EXPORT std::string_view family_name(RelationFamily family);

}  // namespace entente
