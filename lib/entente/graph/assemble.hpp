// The layers of one article → its Network. Equal findings are folded into one relation.
#pragma once

#include <entente/actors/actors.hpp>
#include <entente/export.hpp>
#include <entente/graph/network.hpp>
#include <entente/relations/relations.hpp>
#include <entente/text/document.hpp>

namespace entente::inline v0_1 {

// Folds by (source, type, target, status), untyped relations by predicate too; symmetric types are stored once, with
// the smaller id first. Order: actors by first mention, relations by first evidence. Offsets are code points of
// Document::original.
ENTENTE_EXPORT Network assemble(const Document& document, const Actors& actors, const Relations& relations,
                                const RelationTypes& types);

}  // namespace entente
