// A second look at the names with all of the article in view: the same name is the same kind everywhere, and names
// that were learned in one place are found in the others.
#pragma once

#include <vector>

#include <entente/actors/draft.hpp>

namespace entente {

// Settles the kinds of names that the lexicon does not know by all that the article says of them; adds the places
// where the tagger missed a name that it sees elsewhere; drops what is no name. `credits` has a flag per token that
// stands in a credit. The drafts are sorted, before and after.
void vote_on_names(const Layers& layers, const std::vector<std::uint8_t>& credits, std::vector<MentionDraft>& drafts);

}  // namespace entente
