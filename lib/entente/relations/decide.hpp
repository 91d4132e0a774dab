// Where rules and the trained layer meet: one place decides what an article is taken to say.
#pragma once

#include <vector>

#include <entente/actors/actors.hpp>
#include <entente/relations/pair_reader.hpp>
#include <entente/relations/relations.hpp>
#include <entente/text/document.hpp>

namespace entente {

// What is less probable makes no difference, and need not be read.
inline constexpr float LeastProbability = 0.001F;

// Removes the findings of rules that the layer takes for impossible, never those of the user's rows, and returns what
// the layer is sure of and no rule has found. Without readings, as of a model without the layer, all findings stay.
std::vector<PairReading> decide(const std::vector<PairReading>& readings, const Document& document,
                                const Actors& actors, std::vector<Finding>& findings);

}  // namespace entente
