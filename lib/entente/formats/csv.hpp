// Networks as two tables of comma-separated values (RFC 4180, UTF-8, lines end in "\n"), for spreadsheets, pandas, R,
// and for Gephi's import of nodes and edges.
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente {

// A line for each actor: Id, Label (its name) and what docs/graph-format.md lists for other formats.
ENTENTE_EXPORT std::string write_csv_actors(const Network& network);

// A line for each relation: Source and Target (ids of actors) and what docs/graph-format.md lists.
//
// In both, text that a spreadsheet would take for a formula (it begins with = + - @ or a control character) gets an
// apostrophe in front, as OWASP's notes on CSV injection advise.
ENTENTE_EXPORT std::string write_csv_relations(const Network& network);

}  // namespace entente
