// What a person knows better than the program, written as rows of a text file and applied to a network whenever it is
// made or read. The file stays; what was read stays as it is. The rows stand in a file beside a store, or among the
// types and predicates of a user's own relations, and mean the same in both.
//
//   # a comment; columns are divided by tabs; an actor is meant by its id, its name or an alias
//   same     Anna Halden   halden~c                      both are one; the first keeps its id
//   apart    Anna Halden   monday   Piet Halden          in this article it is another, of that name
//   not      Brexit Date                                 is no actor
//   kind     Wagner        organisation
//   name     Anna Halden   Anna Halden-Roe
//   strike   Norway        attacks   Russia              there is no such relation; a fifth column names one article
//   retype   Norway        attacks   Russia   criticizes it is of that type; a sixth column names one article
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// One line of the file.
struct Correction {
  // What is to be done.
  enum class Kind : std::uint8_t { Same, Apart, Not, ActorKind, Name, Strike, Retype };
  Kind kind = Kind::Same;
  std::vector<std::string> values;  // the columns after the first; as many as the kind needs
  std::string where;                // "news.corrections:7"
};

// The columns of a correction that name actors, as places in its values.
ENTENTE_EXPORT std::span<const std::size_t> actor_columns(const Correction& correction);

// The rows of a file of corrections. Throws Error (BadFormat) that names the line; where types are given, also for a
// relation type that they do not have.
ENTENTE_EXPORT std::vector<Correction> read_corrections(std::string_view bytes, const std::string& where,
                                                        const RelationTypes* types = nullptr);

// The same of a file of a user's own relations (PipelineOptions::user_relations); its types and predicates are passed
// over.
ENTENTE_EXPORT std::vector<Correction> corrections_among(std::string_view user_relations, const std::string& where,
                                                         const RelationTypes& types);
// That file without its corrections. In their place there are empty lines, so that the numbers of the others stay.
ENTENTE_EXPORT std::string without_corrections(std::string_view user_relations);

// Applies them in their order. Of several actors, one is meant by its id before its name before an alias, then the one
// with the most mentions; case, accents and punctuation of names do not matter. What names an actor, an article or a
// relation that the network does not have changes nothing, so that a file serves parts of a corpus too. The types tell
// which relations have no direction.
ENTENTE_EXPORT void correct(Network& network, const std::vector<Correction>& corrections, const RelationTypes& types);

}  // namespace entente
