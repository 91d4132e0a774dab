// What governs a predicate, and what it makes of it: "called for sanctions", "denied that", "kept it from joining",
// "reports that it attacked were untrue".
#pragma once

#include <entente/relations/modality.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// Applies what governs `word` and returns where to go on from, or None. Clears `polarity` where negations further up
// say nothing of the word.
TokenId climb(const Reading& reading, TokenId word, Modality& mood, bool& polarity);

// The same for a clause that has a head.
TokenId climb_from_clause(const Reading& reading, TokenId clause, Modality& mood, bool& polarity);
// What the governor's effect adds to the mood.
void apply_governor(const Reading& reading, TokenId governor, std::optional<Status> effect, Modality& mood);

// "presents himself as a peacemaker": is the noun only what somebody calls another?
bool is_named_so(const Reading& reading, TokenId noun);

}  // namespace entente
