// How the governors of a predicate change its status: "called for sanctions", "denied that", "kept it from joining",
// "reports that it attacked were untrue".
#pragma once

#include <entente/relations/modality.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// Applies the governor of `word` to the mood and returns the word whose governor is next, or None at the end. Clears
// `polarity` if negations further up do not negate the word.
TokenId climb(const Reading& reading, TokenId word, Modality& mood, bool& polarity);

// The same for a clause that has a head.
TokenId climb_from_clause(const Reading& reading, TokenId clause, Modality& mood, bool& polarity);
// Applies the effect of one governor to the mood.
void apply_governor(const Reading& reading, TokenId governor, std::optional<Status> effect, Modality& mood);

// Does the noun only say what somebody calls another: "presents himself as a peacemaker"?
bool is_named_so(const Reading& reading, TokenId noun);

}  // namespace entente
