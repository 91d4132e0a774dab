// Networks as Cypher statements, for Neo4j and other stores that speak openCypher.
#pragma once

#include <string>

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente {

// A statement per line: MERGE of each article (:Article), actor (:Actor:Person …, by id) and relation (its type, as
// [:`visits` {key: 0}]), with the properties that docs/graph-format.md lists for other formats; lists stay lists. To
// load the same network again changes nothing. Large networks want an index on (:Actor {id}) first, whose syntax is the
// store's own. The same network gives the same bytes.
ENTENTE_EXPORT std::string write_cypher(const Network& network);

}  // namespace entente
