// How the dependents of a predicate change its status: "not", "may", "if", "no", "alleged".
#pragma once

#include <entente/relations/modality.hpp>
#include <entente/relations/reading.hpp>

namespace entente::inline v0_1 {

// "to visit", "in order to visit"
bool is_infinitive(const Reading& reading, TokenId verb);
// Has the clause a tense of its own: "as he was on a trip", "after he had left"?
bool is_finite(const Reading& reading, TokenId verb);
// Does the clause report what somebody says: "said that he would come"?
bool is_reported(const Reading& reading, TokenId clause);

// Is the word a negation: "not", "never", "no"? Not in "not only" or "no fewer than".
bool is_negation(const Reading& reading, TokenId word);
// Does the word exclude what follows: "rather than", "instead of", "without"?
bool is_replacement(const Reading& reading, TokenId word);
// Is the word, its subject or its object negated: "did not see", "nobody saw", "saw no", "no proof"?
bool is_denied(const Reading& reading, TokenId word);

// Applies the dependents of `word` to the mood; negations only if `polarity` is true.
void apply_dependent_marks(const Reading& reading, TokenId word, Modality& mood, bool polarity);

}  // namespace entente
