// Corrections that a user writes as rows of a text file. They are applied to a network each time it is made or read;
// the articles and the stored networks do not change. The rows are in a file of their own next to a store, or among the
// types and predicates of a file of user relations, and mean the same in both.
//
//   # a comment; tabs separate the columns; an actor is given by its id, its name or an alias
//   same     Anna Halden   halden~c                      the two are one actor, which keeps the first one's id
//   apart    Anna Halden   monday   Piet Halden          the actor in the article "monday" is another one, of that name
//   not      Brexit Date                                 this is not an actor
//   kind     Wagner        organisation                  the kind of the actor
//   name     Anna Halden   Anna Halden-Roe               the name of the actor
//   strike   Norway        attacks   Russia              removes the relation; a fifth column: only from one article
//   retype   Norway        attacks   Russia   criticizes changes its type; a sixth column: only in one article
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

// One row of the file.
struct Correction {
  // The first column.
  enum class Kind : std::uint8_t { Same, Apart, Not, ActorKind, Name, Strike, Retype };
  Kind kind = Kind::Same;
  std::vector<std::string> values;  // the columns after the first, in the order of the table above
  std::string where;                // the file and line, for messages: "news.corrections:7"
};

// The indexes of those values of a correction that name actors: 0 and 2 of a strike.
ENTENTE_EXPORT std::span<const std::size_t> actor_columns(const Correction& correction);

// Reads a file of corrections; `where` is its name in messages. Throws Error (BadFormat) with the line for a row that
// is not a correction and, if `types` are given, for a relation type that they do not contain.
ENTENTE_EXPORT std::vector<Correction> read_corrections(std::string_view bytes, const std::string& where,
                                                        const RelationTypes* types = nullptr);

// Reads the corrections of a file of user relations (PipelineOptions::user_relations); skips its types and predicates.
ENTENTE_EXPORT std::vector<Correction> corrections_among(std::string_view user_relations, const std::string& where,
                                                         const RelationTypes& types);
// The file of user relations without its corrections. Empty lines replace them, so that line numbers stay the same.
ENTENTE_EXPORT std::string without_corrections(std::string_view user_relations);

// Applies the corrections in their order. If several actors match, an id wins over a name and a name over an alias,
// then the actor with the most mentions wins; case, accents and punctuation of names do not matter. A correction of an
// actor, an article or a relation that the network does not contain changes nothing, so that one file serves all parts
// of a corpus. The types determine which relations are symmetric.
ENTENTE_EXPORT void correct(Network& network, const std::vector<Correction>& corrections, const RelationTypes& types);

}  // namespace entente
