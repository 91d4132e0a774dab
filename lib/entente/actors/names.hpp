// The names of a text: what the name tagger, the layer of mentions and the lexicon find, put together.
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
