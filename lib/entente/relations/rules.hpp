// The relations that rules propose: frames of predicates, offices and belonging.
#pragma once

#include <vector>

#include <entente/relations/belonging.hpp>
#include <entente/relations/frames.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// All matches of the article, except those for which a title gives a more exact relation.
std::vector<Match> match_rules(const Reading& reading, const BelongingWords& offices);

}  // namespace entente::inline v0_1
