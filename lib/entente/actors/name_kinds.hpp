// The kinds of names with all of the article in view: the same name is the same kind everywhere.
#pragma once

#include <vector>

#include <entente/actors/draft.hpp>

namespace entente {

// Settles the kinds of names that the lexicon does not know by all that the article says of them, and drops what is
// no name. The drafts are sorted, before and after. Returns how each was decided, by name.
std::vector<KindDecision> decide_kinds_of_names(const Layers& layers, std::vector<MentionDraft>& drafts);

}  // namespace entente
