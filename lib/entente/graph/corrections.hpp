// What a person knows better than the program, written in a text file and applied to a network at every read. The file
// stays; what was read stays as it is.
//
//   # a comment; columns are divided by tabs
//   same     anna-halden   halden~c                      both are one; the first keeps its id
//   apart    anna-halden   monday   Piet Halden          in this article it is another, of that name
//   not      brexit-date                                 is no actor
//   kind     wagner        organisation
//   name     anna-halden   Anna Halden-Roe
//   strike   norway        attacks   russia              there is no such relation; a fifth column names one article
#pragma once

#include <cstdint>
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
  enum class Kind : std::uint8_t { Same, Apart, Not, ActorKind, Name, Strike };
  Kind kind = Kind::Same;
  std::vector<std::string> values;  // the columns after the first; as many as the kind needs
  std::string where;                // "news.corrections:7"
};

// The lines of a file. Throws Error (BadFormat) that names the line.
ENTENTE_EXPORT std::vector<Correction> read_corrections(std::string_view bytes, const std::string& where);

// Applies them in their order; actors go by their ids. What names an actor, an article or a relation that the network
// does not have changes nothing, so that a file serves parts of a corpus too. The types tell which relations have no
// direction.
ENTENTE_EXPORT void correct(Network& network, const std::vector<Correction>& corrections, const RelationTypes& types);

}  // namespace entente
