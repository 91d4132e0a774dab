// Finds the names of a text: combines what the name tagger, the mention model and the lexicon find.
#pragma once

#include <vector>

#include <entente/actors/layers.hpp>
#include <entente/actors/mention_drafts.hpp>

namespace entente::inline v0_1 {

struct FoundNames {
  MentionDrafts mentions;
  std::vector<KindDecision> kind_decisions;  // by name
};

// The mentions are sorted (begin, then longer first) and do not overlap, except for a nationality inside a longer name.
FoundNames find_names(const Layers& layers);

}  // namespace entente
