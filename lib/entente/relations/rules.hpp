// What the rules propose: the frames of predicates, and offices and belonging.
#pragma once

#include <vector>

#include <entente/relations/belonging.hpp>
#include <entente/relations/frames.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// All matches of the article, without those whose relation a title gives more exactly.
std::vector<Match> match_rules(const Reading& reading, const BelongingWords& offices);

}  // namespace entente::inline v0_1
