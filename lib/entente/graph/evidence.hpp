// Sums up the evidence of a relation. The summary depends only on the set of evidence, so that relations may be folded
// in any order and grouping.
#pragma once

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// Sorts the evidence by place, drops duplicates of one place (the most certain stays), and sets:
//   predicate   that of the first evidence
//   speaker     if all evidence has the same; none if the text itself makes the claim anywhere
//   time        if all evidence with a time has the same
//   confidence  1 - Π (1 - c), at most 0.99 unless one place is more certain; three digits
// The evidence must not be empty.
ENTENTE_EXPORT void summarize(Relation& relation);

// Rounded to the digits that the formats write, so that writing and reading a network does not change it.
ENTENTE_EXPORT float rounded_confidence(double confidence);  // three digits, within 0 to 1
ENTENTE_EXPORT float rounded_salience(double salience);      // four digits, within 0 to 1

}  // namespace entente
