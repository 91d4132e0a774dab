// Networks as tables of comma-separated values (RFC 4180, UTF-8, lines end in "\n"), for spreadsheets, pandas, R, SQL,
// and for Gephi's import of nodes and edges. No column has a name that SQL reserves.
//
// In all of them an apostrophe is put before text that a spreadsheet would take for a formula, which begins with = + -
// @, their full-width forms, or a control character (OWASP, "CSV Injection").
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// A line for each actor: Id, Label (its name) and the fields that docs/graph-format.md lists for other formats.
ENTENTE_EXPORT std::string write_csv_actors(const Network& network);
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_csv_actors(const Network& network, const RelationTypes& types);

// A line for each relation: Source and Target (ids of actors), Id (its number), Kind (as in GEXF), Label, Weight, and
// the fields that docs/graph-format.md lists. The type is in the column `relation_type`, because a column `type` has
// another meaning in Gephi.
ENTENTE_EXPORT std::string write_csv_relations(const Network& network);
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_csv_relations(const Network& network, const RelationTypes& types);

// A line for each piece of evidence: the Id of the relation, its two actors, the article, and the sentence.
ENTENTE_EXPORT std::string write_csv_evidence(const Network& network);

// A line for each article: Id, title, published, source.
ENTENTE_EXPORT std::string write_csv_articles(const Network& network);

}  // namespace entente
