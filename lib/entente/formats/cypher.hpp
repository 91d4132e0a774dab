// Networks as Cypher statements, for Neo4j 5 and other databases with its dialect.
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relation_types.hpp>

namespace entente::inline v0_1 {

// Statements that end in ";\n", for `cypher-shell`: constraints (ids are unique, which gives their index), then batches
// of
//   (:Article {id, title, date, source})
//   (:Actor:Person {id, name, …})            or :Country, :Organisation, :Place, :Group, :Other
//   (:Actor)-[:MENTIONED_IN {mentions}]->(:Article)
//   (:Actor)-[:VISITS {key, type, …}]->(:Actor)    the type in capitals; key numbers parallel relations from 0
// They use MERGE, so loading the same network again changes nothing. Properties are the fields that
// docs/graph-format.md lists for other formats, with Cypher's own types of dates and lists. The same network gives the
// same bytes.
ENTENTE_EXPORT std::string write_cypher(const Network& network);
// The same with another vocabulary than the network's own.
ENTENTE_EXPORT std::string write_cypher(const Network& network, const RelationTypes& types);

}  // namespace entente
