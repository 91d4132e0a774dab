// Decides the kind of each name once for the whole article, so that a name has the same kind everywhere.
#pragma once

#include <vector>

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

struct NamesWithKinds {
  std::vector<MentionDraft> names;
  std::vector<KindDecision> decisions;  // by name
};

// Decides the kinds of the names that are not in the lexicon from all their mentions, and drops what is not a name. The
// names must be sorted, and stay so.
NamesWithKinds decide_kinds_of_names(const Layers& layers, std::vector<MentionDraft> names);

}  // namespace entente
