// What a relation says, summed up from the places that say so. Because the summary is a function of the set of
// evidence, relations may be folded in any order and grouping.
#pragma once

#include <entente/export.hpp>
#include <entente/graph/network.hpp>

namespace entente::inline v0_1 {

// Sorts the evidence by place, drops what is said twice of one place (the most certain stays), and derives from it:
//   predicate   that of the first evidence
//   speaker     where all evidence has the same; a claim that the text itself makes somewhere is the text's
//   time        where all evidence that has one has the same
//   confidence  1 - Π (1 - c), at most 0.99 unless one place alone is more certain; three digits
// The evidence must not be empty.
ENTENTE_EXPORT void summarize(Relation& relation);

// To as many digits as the formats write, so that a network that was written and read is the same.
ENTENTE_EXPORT float rounded_confidence(double confidence);  // three digits, within 0 to 1
ENTENTE_EXPORT float rounded_salience(double salience);      // four digits, within 0 to 1

}  // namespace entente
